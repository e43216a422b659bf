package org.gongkai.events.access;

import java.time.LocalDate;

/// 停用账号: nobody signs in with it any more.
///
/// @param account who
/// @param lockedOn the day
public record AccountLocked(String account, LocalDate lockedOn) implements AccessEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.lockedOn;
	}

}
