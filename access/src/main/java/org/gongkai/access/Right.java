package org.gongkai.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.gongkai.events.access.Role;
import org.jspecify.annotations.Nullable;

/// A row of the table of rights.
///
/// @param operation a command's name, or an endpoint: `GET /api/applications`
/// @param reach how far the roles reach
/// @param roles who may
public record Right(String operation, Reach reach, Set<Role> roles) {

	public Right {
		roles = Set.copyOf(roles);
	}

	/// Those grants of a caller by which this is allowed for an agency.
	/// @param agency null where the operation names none
	/// @param withSubordinates whether what is below the agency is meant too
	List<Grant> by(Caller caller, @Nullable String agency, boolean withSubordinates, Hierarchy hierarchy) {
		return caller.grants()
			.stream()
			.filter((grant) -> this.roles.contains(grant.role()))
			.filter((grant) -> switch (this.reach) {
				case ANY -> true;
				case HOUSE -> grant.isOfTheHouse();
				case AGENCY -> agency == null || grant.reaches(agency, hierarchy)
						&& (!withSubordinates || grant.isOfTheHouse() || grant.withSubordinates());
			})
			.toList();
	}

	/// The roles in the order of their declaration.
	Set<Role> ordered() {
		return this.roles.isEmpty() ? Set.of() : EnumSet.copyOf(this.roles);
	}

}
