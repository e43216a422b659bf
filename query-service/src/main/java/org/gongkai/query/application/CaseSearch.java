package org.gongkai.query.application;

import java.time.LocalDate;
import java.util.List;

import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.Outcome;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// What is looked for in the register; null leaves a condition out.
///
/// @param agencies codes; empty for all
/// @param q words in number, name or subject
/// @param page from 0
/// @param size 1 to 500
public record CaseSearch(List<String> agencies, @Nullable String q, @Nullable ApplicantKind applicantKind,
		@Nullable Channel channel, @Nullable Outcome outcome, @Nullable State state, @Nullable LocalDate receivedFrom,
		@Nullable LocalDate receivedTo, int page, int size) {

	/// The largest page.
	public static final int LARGEST = 500;

	/// @throws Refused `malformed` for a page or size out of range
	public CaseSearch {
		agencies = List.copyOf(agencies);
		if (page < 0 || page > 1_000_000 || size < 1 || size > LARGEST) {
			throw new Refused(Rule.MALFORMED, "page is 0 or more and size is 1 to " + LARGEST);
		}
	}

	/// How far a case is.
	public enum State {

		/// 未办结.
		OPEN,
		/// 已办结.
		CONCLUDED,
		/// 已超期 and not concluded.
		OVERDUE

	}

}
