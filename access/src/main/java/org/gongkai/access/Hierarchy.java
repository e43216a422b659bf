package org.gongkai.access;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// 隶属关系 as it is now.
@FunctionalInterface
public interface Hierarchy {

	/// Code of the agency that is responsible for another; null for none, or for a code
	/// that no agency has.
	@Nullable String above(String code);

	/// Whether one agency is below another, directly or through others.
	default boolean isBelow(String code, String responsible) {
		Set<String> seen = new HashSet<>();
		for (String next = above(code); next != null && seen.add(next); next = above(next)) {
			if (next.equals(responsible)) {
				return true;
			}
		}
		return false;
	}

}
