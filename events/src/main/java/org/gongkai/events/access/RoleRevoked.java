package org.gongkai.events.access;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// 撤销授权: an account may no more do what a role does.
///
/// @param account who
/// @param role what
/// @param agency code of the agency for which it was; null for the whole house
/// @param revokedOn the day
public record RoleRevoked(String account, Role role, @Nullable String agency,
		LocalDate revokedOn) implements AccessEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.revokedOn;
	}

}
