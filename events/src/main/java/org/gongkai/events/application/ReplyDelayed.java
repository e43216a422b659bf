package org.gongkai.events.application;

import java.time.LocalDate;

/// 确定延迟答复期限: the reasons hold but the reply cannot be ready in time; a reasonable later day is set and told (article 35).
///
/// @param notifiedOn the day the applicant was told
/// @param replyBy the last day of the delayed term
public record ReplyDelayed(String applicationId, LocalDate notifiedOn, LocalDate replyBy) implements ApplicationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.notifiedOn;
	}

}
