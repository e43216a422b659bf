package org.gongkai.command.audit;

import org.gongkai.statute.Refused;

/// Looks up who is to answer for a record.
@FunctionalInterface
public interface Inspected {

	/// Code of the agency that has the record, or that is the record.
	/// @param stream the record's stream in the log
	/// @throws Refused `unknown-finding` where nothing is recorded there
	String agencyOf(String stream);

}
