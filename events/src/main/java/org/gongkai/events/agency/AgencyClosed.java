package org.gongkai.events.agency;

import java.time.LocalDate;

/// 撤销机关: the agency takes no new applications after this day.
///
/// @param code 机关代码
/// @param closedOn its last day
public record AgencyClosed(String code, LocalDate closedOn) implements AgencyEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.closedOn;
	}

}
