package org.gongkai.events.agency;

import java.time.LocalDate;

/// 启用台账: the agency keeps its records here from this day. Cases received earlier and still open then are its opening list; years before it are not reported.
///
/// @param code 机关代码
/// @param openedOn the first day of complete records
public record LedgerOpened(String code, LocalDate openedOn) implements AgencyEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.openedOn;
	}

}
