package org.gongkai.events.access;

import java.time.LocalDate;

/// 签发令牌: a program has another token, and its earlier one is void; which is told nowhere.
///
/// @param account who
/// @param issuedOn the day
public record TokenIssued(String account, LocalDate issuedOn) implements AccessEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.issuedOn;
	}

}
