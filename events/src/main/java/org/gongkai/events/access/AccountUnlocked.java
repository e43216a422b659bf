package org.gongkai.events.access;

import java.time.LocalDate;

/// 恢复账号: it can be signed in with again.
///
/// @param account who
/// @param unlockedOn the day
public record AccountUnlocked(String account, LocalDate unlockedOn) implements AccessEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.unlockedOn;
	}

}
