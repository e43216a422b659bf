package org.gongkai.events.application;

import java.time.LocalDate;

/// 补正提交: the corrected application came in; the term of reply starts anew (article 30).
///
/// @param suppliedOn the day the office received the correction
/// @param personal the corrected content
public record CorrectionSupplied(String applicationId, LocalDate suppliedOn,
		PersonalText personal) implements ApplicationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.suppliedOn;
	}

}
