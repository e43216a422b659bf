package org.gongkai.access;

import org.gongkai.events.access.Role;
import org.jspecify.annotations.Nullable;

/// A role that an account has today.
///
/// @param agency code of the agency for which; null for the whole house
/// @param withSubordinates whether also for the agencies below it
public record Grant(Role role, @Nullable String agency, boolean withSubordinates) {

	/// Whether it is for the whole house.
	public boolean isOfTheHouse() {
		return this.agency == null;
	}

	/// Whether it holds for an agency, as the hierarchy is now.
	boolean reaches(String code, Hierarchy hierarchy) {
		return this.agency == null || this.agency.equals(code)
				|| this.withSubordinates && hierarchy.isBelow(code, this.agency);
	}

}
