package org.gongkai.command.review;

/// Looks disputes up in the log, as they stand now.
interface Disputes {

	/// @return where the dispute stands; unknown when none has this id
	DisputeState find(DisputeId id);

}
