package org.gongkai.events.application;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// 第三方答复: the third party answered (article 32).
///
/// @param consultation the consultation that is answered
/// @param answeredOn the day the answer came in
/// @param opinion agreement or objection; null where only the day of the answer is known
/// @param personal the reasons given
public record ThirdPartyOpinionRecorded(String applicationId, int consultation, LocalDate answeredOn,
		@Nullable Opinion opinion, PersonalText personal) implements ApplicationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.answeredOn;
	}

}
