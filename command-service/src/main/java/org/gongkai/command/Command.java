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

	/// Ids of cases and disputes that it names beside the record that it changes. Who
	/// sends it has to have the right to see them; the answer tells of them otherwise.
	default Set<String> mentions() {
		return Set.of();
	}

}
