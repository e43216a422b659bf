package org.gongkai.events.access;

import java.time.LocalDate;

/// 设置口令: an account has another password; which is told nowhere.
///
/// @param account who
/// @param oneTime whether it has to be changed at the next sign-in
/// @param setOn the day
public record PasswordSet(String account, boolean oneTime, LocalDate setOn) implements AccessEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.setOn;
	}

}
