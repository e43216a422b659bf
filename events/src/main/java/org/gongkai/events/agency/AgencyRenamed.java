package org.gongkai.events.agency;

import java.time.LocalDate;

/// 机关更名.
///
/// @param code 机关代码
/// @param name the name from this day
/// @param renamedOn the day of renaming
public record AgencyRenamed(String code, String name, LocalDate renamedOn) implements AgencyEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.renamedOn;
	}

}
