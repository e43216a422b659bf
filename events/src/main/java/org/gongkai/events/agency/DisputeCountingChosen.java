package org.gongkai.events.agency;

import java.time.LocalDate;

/// 确定表四统计口径: how the agency counts disputes in its reports from a year on. No text says how, and offices differ.
///
/// @param code 机关代码
/// @param counting what counts
/// @param fromYear the first report year that is counted so
/// @param chosenOn the day of the choice
public record DisputeCountingChosen(String code, DisputeCounting counting, int fromYear,
		LocalDate chosenOn) implements AgencyEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.chosenOn;
	}

}
