package org.gongkai.events.application;

import java.time.LocalDate;

/// 退回拟稿: the draft of an answer was not agreed to; the case waits for another (article 17).
///
/// @param returnedOn the day
/// @param reason what is to be changed, in words of the office that tell of no person
public record DraftReturned(String applicationId, LocalDate returnedOn, String reason) implements ApplicationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.returnedOn;
	}

}
