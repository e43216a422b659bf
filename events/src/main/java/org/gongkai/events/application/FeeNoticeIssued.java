package org.gongkai.events.application;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// 收费通知: the applicant is told to pay the information fee; the term is computed anew from payment (国办函〔2020〕109号, article 6).
///
/// @param notifiedOn the day the applicant received the notice
/// @param schedule per item or per page
/// @param quantity pages of this application, or items of the applicant in the month; null where only the sum is known
/// @param amountYuan in 元
public record FeeNoticeIssued(String applicationId, LocalDate notifiedOn, FeeSchedule schedule,
		@Nullable Integer quantity, BigDecimal amountYuan) implements ApplicationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.notifiedOn;
	}

}
