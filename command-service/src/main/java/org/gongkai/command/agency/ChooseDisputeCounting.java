package org.gongkai.command.agency;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// 确定表四统计口径: fixes how the agency's reports count disputes from a year on.
///
/// @param code 机关代码
/// @param counting what counts
/// @param fromYear the first report year that is counted so, 2008 to the year after the choice
/// @param chosenOn the day of the choice
public record ChooseDisputeCounting(@TargetAggregateIdentifier AgencyCode code, DisputeCounting counting, int fromYear,
		LocalDate chosenOn) implements AgencyCommand {

	private static final int FIRST_YEAR = 2008;

	public ChooseDisputeCounting {
		Field.needed("code", code);
		Field.needed("counting", counting);
		Field.needed("chosenOn", chosenOn);
		if (fromYear < FIRST_YEAR || fromYear > chosenOn.getYear() + 1) {
			throw new Refused(Rule.MALFORMED,
					"fromYear is " + FIRST_YEAR + " to " + (chosenOn.getYear() + 1) + ", not " + fromYear);
		}
	}

}
