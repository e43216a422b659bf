package org.gongkai.events.application;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// 其他机关答复: the co-maker answered (article 34).
///
/// @param consultation the consultation that is answered
/// @param answeredOn the day the answer came in
/// @param opinion agreement or objection; null where only the day of the answer is known
/// @param reason the reasons given
public record AgencyOpinionRecorded(String applicationId, int consultation, LocalDate answeredOn,
		@Nullable Opinion opinion, @Nullable String reason) implements ApplicationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.answeredOn;
	}

}
