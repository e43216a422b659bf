package org.gongkai.command.agency;

import java.time.LocalDate;

import org.gongkai.command.agency.Office.Registered;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// Looks agencies up in the log, as they stand now.
public interface Offices {

	/// @return the agency; [Office.None] when the code was never registered
	Office find(String code);

	/// An agency that exists on a day.
	/// @throws Refused `unknown-agency`, `agency-closed`
	default Registered openOn(String code, LocalDate day) {
		Registered office = find(code).registered();
		if (!office.isOpenOn(day)) {
			throw new Refused(Rule.AGENCY_CLOSED, code + " does not exist on " + day);
		}
		return office;
	}

}
