package org.gongkai.statute.disclosure;

import org.gongkai.events.agency.AgencyKind;
import org.jspecify.annotations.Nullable;

/// 规章制定权: which agencies keep a list of rules (立法法, articles 91 and 93). Everybody else writes 0 in that row of table two.
public final class RuleMakingPower {

	private RuleMakingPower() {
	}

	/// Ministries, provinces and cities with districts make rules. The office of such a
	/// government, a department right below it, keeps its government's list: derived from
	/// published reports.
	/// @param parent kind of the agency responsible for it; null at the top
	public static boolean mayListRegulations(AgencyKind kind, @Nullable AgencyKind parent) {
		return makesRegulations(kind) || kind == AgencyKind.DEPARTMENT && parent != null && makesRegulations(parent);
	}

	private static boolean makesRegulations(AgencyKind kind) {
		return switch (kind) {
			case MINISTRY, PROVINCE, CITY -> true;
			case COUNTY, DISTRICT, TOWNSHIP, DEPARTMENT, DISPATCHED_BODY, INTERNAL_BODY -> false;
		};
	}

}
