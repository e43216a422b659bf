package org.gongkai.query;

import java.util.Locale;

/// How vocabulary stands in tables and on the wire: in lower case.
public final class Stored {

	private Stored() {
	}

	/// `natural_person` for NATURAL_PERSON.
	public static String name(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	/// The constant of a stored name.
	/// @throws IllegalArgumentException if there is none
	public static <E extends Enum<E>> E constant(Class<E> type, String name) {
		return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
	}

}
