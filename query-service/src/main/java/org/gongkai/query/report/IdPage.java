package org.gongkai.query.report;

import java.util.List;

import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// One page of the ids behind a cell.
///
/// @param page from 0
/// @param size how many a page has
/// @param total how many there are on all pages
record IdPage(List<String> ids, int page, int size, long total) {

	/// The most on one page.
	static final int LARGEST = 500;

	private static final int LAST = 1_000_000;

	/// @throws Refused `malformed` for a page or size out of range
	static void check(int page, int size) {
		if (page < 0 || page > LAST || size < 1 || size > LARGEST) {
			throw new Refused(Rule.MALFORMED, "page is 0 or more and size is 1 to " + LARGEST);
		}
	}

	/// How many pages there are, at least 1.
	public long pages() {
		return Math.max(1, (this.total + this.size - 1) / this.size);
	}

	/// Whether there is a page after this one.
	public boolean hasNext() {
		return this.page + 1 < pages();
	}

}
