package org.gongkai.events.access;

import java.time.LocalDate;

/// 登录被拒: the password was wrong, or the account locked.
///
/// @param account as whom somebody tried
/// @param address from which network address
/// @param refusedOn the day
public record SignInRefused(String account, String address, LocalDate refusedOn) implements AccessEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.refusedOn;
	}

}
