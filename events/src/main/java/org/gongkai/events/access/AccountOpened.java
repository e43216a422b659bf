package org.gongkai.events.access;

import java.time.LocalDate;

/// 设立账号: somebody, or another system, may sign in from now on.
///
/// @param account name that is typed to sign in
/// @param displayName 姓名, written beside every act
/// @param machine whether a program uses it
/// @param openedOn the day
public record AccountOpened(String account, String displayName, boolean machine,
		LocalDate openedOn) implements AccessEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.openedOn;
	}

}
