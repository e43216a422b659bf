package org.gongkai.command;

/// Something an office wants to do. Malformed input is refused by the command's constructor, a broken rule by its
/// aggregate.
public interface Command {

	/// The stream of the log that the command adds to.
	String streamId();

}
