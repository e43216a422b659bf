package org.gongkai.events.application;

import java.time.LocalDate;

/// 移交: the case goes to another body of the same organ, which answers and counts it (articles 4, 27).
///
/// @param fromAgency code of the body that had it
/// @param toAgency code of the body that has it from now on
/// @param transferredOn the day of handing over
/// @param reason why
public record ApplicationTransferred(String applicationId, String fromAgency, String toAgency, LocalDate transferredOn,
		String reason) implements ApplicationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.transferredOn;
	}

}
