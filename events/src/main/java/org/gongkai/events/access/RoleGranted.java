package org.gongkai.events.access;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// 授权: an account may do what a role does.
///
/// @param account who
/// @param role what
/// @param agency code of the agency for which; null for the whole house
/// @param withSubordinates whether also for the agencies below it, as the hierarchy is on the day of an act
/// @param from the first day
/// @param until the last day; null for no end
/// @param grantedOn the day
public record RoleGranted(String account, Role role, @Nullable String agency, boolean withSubordinates, LocalDate from,
		@Nullable LocalDate until, LocalDate grantedOn) implements AccessEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.grantedOn;
	}

}
