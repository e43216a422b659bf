package org.gongkai.command.agency;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;

/// 机关更名.
///
/// @param code 机关代码
/// @param name the new name
/// @param renamedOn the day of renaming
public record RenameAgency(@TargetAggregateIdentifier AgencyCode code, String name,
		LocalDate renamedOn) implements AgencyCommand {

	public RenameAgency {
		Field.needed("code", code);
		Field.name("name", name, true);
		Field.needed("renamedOn", renamedOn);
	}

}
