package org.gongkai.events.agency;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// 登记机关: an agency exists from this day.
///
/// @param code 机关代码, unique
/// @param name official name
/// @param kind what kind of organ it is
/// @param parent code of the agency that is responsible for it; null at the top
/// @param registeredOn the day it exists from
public record AgencyRegistered(String code, String name, AgencyKind kind, @Nullable String parent,
		LocalDate registeredOn) implements AgencyEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.registeredOn;
	}

}
