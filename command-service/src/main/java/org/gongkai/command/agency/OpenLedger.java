package org.gongkai.command.agency;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;

/// 启用台账: complete records begin on a 1 January; cases open then are the opening list.
///
/// @param code 机关代码
/// @param openedOn 1 January of the first year of complete records
public record OpenLedger(@TargetAggregateIdentifier AgencyCode code, LocalDate openedOn) implements AgencyCommand {

	public OpenLedger {
		Field.needed("code", code);
		Field.needed("openedOn", openedOn);
	}

}
