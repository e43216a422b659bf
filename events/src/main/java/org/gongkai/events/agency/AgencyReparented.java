package org.gongkai.events.agency;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// 调整隶属关系: another agency is responsible for it from this day.
///
/// @param code 机关代码
/// @param parent code of the agency responsible from this day; null at the top
/// @param movedOn the day of the change
public record AgencyReparented(String code, @Nullable String parent, LocalDate movedOn) implements AgencyEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.movedOn;
	}

}
