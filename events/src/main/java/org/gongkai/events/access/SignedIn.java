package org.gongkai.events.access;

import java.time.LocalDate;

/// 登录.
///
/// @param account who
/// @param address from which network address
/// @param signedInOn the day
public record SignedIn(String account, String address, LocalDate signedInOn) implements AccessEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.signedInOn;
	}

}
