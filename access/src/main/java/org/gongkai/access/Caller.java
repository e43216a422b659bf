package org.gongkai.access;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.gongkai.events.access.Role;
import org.jspecify.annotations.Nullable;

/// Who calls, and what that person or program may do today.
///
/// @param account 账号; null for the owner of the data folder, who names himself
/// @param actor the name that is written beside every act; empty where the owner gave none
/// @param grants the roles, for which agencies
/// @param mustChangePassword whether nothing else is allowed before
public record Caller(@Nullable String account, String actor, List<Grant> grants, boolean mustChangePassword) {

	private static final List<Grant> EVERYTHING = Arrays.stream(Role.values())
		.map((role) -> new Grant(role, null, true))
		.toList();

	public Caller {
		grants = List.copyOf(grants);
	}

	/// The owner of the data folder, or a service of the same house, which may do
	/// everything that the product can.
	public static Caller operator(String actor) {
		return new Caller(null, actor, EVERYTHING, false);
	}

	/// The owner in another name.
	public Caller named(String name) {
		return new Caller(this.account, name, this.grants, this.mustChangePassword);
	}

	/// The same, signed in without a password of this house.
	Caller withoutPassword() {
		return new Caller(this.account, this.actor, this.grants, false);
	}

	/// Whether this is the owner of the data folder.
	public boolean isOperator() {
		return this.account == null;
	}

	/// Whether this is somebody with this account.
	public boolean has(String name) {
		return Objects.equals(this.account, name);
	}

}
