package org.gongkai.command.agency;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;

/// 撤销机关: no new applications after a day.
///
/// @param code 机关代码
/// @param closedOn its last day
public record CloseAgency(@TargetAggregateIdentifier AgencyCode code, LocalDate closedOn) implements AgencyCommand {

	public CloseAgency {
		Field.needed("code", code);
		Field.needed("closedOn", closedOn);
	}

}
