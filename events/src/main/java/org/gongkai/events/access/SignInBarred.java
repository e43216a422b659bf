package org.gongkai.events.access;

import java.time.LocalDate;

/// 登录锁定: after repeated failures nobody signs in with the account for a while.
///
/// @param account as whom somebody tried
/// @param failures how many in a row
/// @param seconds for how long
/// @param barredOn the day
public record SignInBarred(String account, int failures, long seconds, LocalDate barredOn) implements AccessEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.barredOn;
	}

}
