package org.gongkai.access;

import java.util.List;

/// Whose a record is, by its id alone: `321300/2024-1`, `review:321300/1`, `report:321300/2023`, `agency:321300`, and a finding
/// about one of them.
public final class Records {

	private static final String AGENCY = "agency";

	private Records() {
	}

	/// The code of the agency whose record it is; the id itself where it names none.
	public static String agencyOf(String id) {
		int slash = id.indexOf('/');
		if (slash >= 0) {
			return id.substring(id.lastIndexOf(':', slash) + 1, slash);
		}
		List<String> parts = List.of(id.split(":"));
		int kind = parts.indexOf(AGENCY);
		return (kind >= 0 && kind + 1 < parts.size()) ? parts.get(kind + 1) : id;
	}

}
