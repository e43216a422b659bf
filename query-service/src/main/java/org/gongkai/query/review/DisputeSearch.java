package org.gongkai.query.review;

import java.util.List;

import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.report.DisputeBlock;
import org.gongkai.statute.report.DisputeResult;
import org.jspecify.annotations.Nullable;

/// What is looked for in the register of disputes; null leaves a condition out.
///
/// @param agencies codes; empty for all
/// @param q words in number, party, organ or application
/// @param block the block of table four
/// @param result how it stands now; the total is no condition
/// @param filedIn a calendar year
/// @param page from 0
/// @param size 1 to 500
public record DisputeSearch(List<String> agencies, @Nullable String q, @Nullable DisputeBlock block,
		@Nullable DisputeResult result, @Nullable Integer filedIn, int page, int size) {

	/// The largest page.
	public static final int LARGEST = 500;

	/// @throws Refused `malformed` for a page, size or year out of range
	public DisputeSearch {
		agencies = List.copyOf(agencies);
		if (page < 0 || page > 1_000_000 || size < 1 || size > LARGEST) {
			throw new Refused(Rule.MALFORMED, "page is 0 or more and size is 1 to " + LARGEST);
		}
		if (filedIn != null && (filedIn < 1 || filedIn > 9999)) {
			throw new Refused(Rule.MALFORMED, "filedIn is a year");
		}
	}

}
