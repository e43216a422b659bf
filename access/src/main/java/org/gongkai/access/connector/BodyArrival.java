package org.gongkai.access.connector;

/// Gives back what a request holds while its file arrives from the client. It is kept as an attribute of the request.
public interface BodyArrival {

	/// Name of the attribute.
	String ATTRIBUTE = BodyArrival.class.getName();

	/// Called before the first byte of the file is awaited.
	void begin();

	/// Called once the file is complete, or given up.
	/// @return whether the request has again what it needs; otherwise it is answered 503
	boolean end();

}
