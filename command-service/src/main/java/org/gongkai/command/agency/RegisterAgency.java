package org.gongkai.command.agency;

import java.time.LocalDate;
import java.util.Set;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.events.agency.AgencyKind;
import org.jspecify.annotations.Nullable;

/// 登记机关: an agency exists from a day.
///
/// @param code 机关代码
/// @param name official name
/// @param kind what kind of organ it is
/// @param parent code of the agency responsible for it; null at the top
/// @param registeredOn the day it exists from
public record RegisterAgency(@TargetAggregateIdentifier AgencyCode code, String name, AgencyKind kind,
		@Nullable AgencyCode parent, LocalDate registeredOn) implements AgencyCommand {

	public RegisterAgency {
		Field.needed("code", code);
		Field.name("name", name, true);
		Field.needed("kind", kind);
		Field.needed("registeredOn", registeredOn);
	}

	/// Whoever is responsible for it takes it in; at the top nobody is.
	@Override
	public Set<String> agencies() {
		return Set.of((this.parent == null) ? this.code.value() : this.parent.value());
	}

}
