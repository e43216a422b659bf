package org.gongkai.events.application;

import java.time.LocalDate;

/// 缴费: the fee is paid; the term of reply is computed anew from the day after (国办函〔2020〕109号, article 6).
///
/// @param paidOn the day of payment
public record FeePaid(String applicationId, LocalDate paidOn) implements ApplicationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.paidOn;
	}

}
