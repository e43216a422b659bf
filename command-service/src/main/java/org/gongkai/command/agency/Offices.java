package org.gongkai.command.agency;

/// Looks agencies up in the log, as they stand now.
public interface Offices {

	/// @return the agency; [Office.None] when the code was never registered
	Office find(String code);

}
