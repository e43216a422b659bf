package org.gongkai.events.application;

import java.time.LocalDate;

/// 第三方答复: the third party answered (article 32).
///
/// @param consultation the consultation that is answered
/// @param answeredOn the day the answer came in
/// @param opinion agreement or objection
/// @param personal the reasons given
public record ThirdPartyOpinionRecorded(String applicationId, int consultation, LocalDate answeredOn, Opinion opinion,
		PersonalText personal) implements ApplicationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.answeredOn;
	}

}
