package org.gongkai.log.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Gathers findings of several threads; keeps so many that a log of which everything is wrong can still be told.
final class Findings {

	private static final int LISTED = 100;

	private final List<Finding> all = new ArrayList<>();

	private long more;

	synchronized void add(Finding finding) {
		if (this.all.size() < 100 * LISTED) {
			this.all.add(finding);
		}
		else {
			this.more++;
		}
	}

	synchronized long count() {
		return this.all.size() + this.more;
	}

	synchronized List<Finding> listed() {
		return this.all.stream()
			.sorted(Comparator.comparingLong(Finding::position).thenComparing(Finding::fault))
			.limit(LISTED)
			.toList();
	}

	synchronized long more() {
		return this.more + Math.max(0, this.all.size() - LISTED);
	}

}
