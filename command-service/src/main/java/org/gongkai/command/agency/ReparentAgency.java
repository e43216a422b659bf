package org.gongkai.command.agency;

import java.time.LocalDate;
import java.util.Set;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.jspecify.annotations.Nullable;

/// 调整隶属关系: another agency is responsible from a day.
///
/// @param code 机关代码
/// @param parent code of the agency responsible from then on; null at the top
/// @param movedOn the day of the change
public record ReparentAgency(@TargetAggregateIdentifier AgencyCode code, @Nullable AgencyCode parent,
		LocalDate movedOn) implements AgencyCommand {

	public ReparentAgency {
		Field.needed("code", code);
		Field.needed("movedOn", movedOn);
	}

	@Override
	public Set<String> agencies() {
		return (this.parent == null || this.parent.equals(this.code)) ? Set.of(this.code.value())
				: Set.of(this.code.value(), this.parent.value());
	}

}
