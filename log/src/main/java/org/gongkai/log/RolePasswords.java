package org.gongkai.log;

/// The passwords of the three database roles that the product logs in with.
///
/// @param migrate of `gongkai_migrate`, which owns the tables and changes them
/// @param append of `gongkai_append`, which may add events and read them
/// @param read of `gongkai_read`, which may read events and owns the read tables
public record RolePasswords(String migrate, String append, String read) {

	@Override
	public String toString() {
		return "RolePasswords[not shown]";
	}

}
