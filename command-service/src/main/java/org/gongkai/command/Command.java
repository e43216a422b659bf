package org.gongkai.command;

import java.util.Set;

/// Something an office wants to do. Malformed input is refused by the command's constructor, a broken rule by its
/// aggregate.
public interface Command {

	/// The stream of the log that the command adds to.
	String streamId();

	/// Codes of the agencies whose record it changes, for which somebody has to have the
	/// right; empty where it concerns all.
	Set<String> agencies();

}
