package org.gongkai.query.disclosure;

import java.util.List;

/// One page of a list.
///
/// @param items the page
/// @param page from 0
/// @param size 1 to 500
/// @param total how many there are on all pages
public record Found<T>(List<T> items, int page, int size, long total) {

	public Found {
		items = List.copyOf(items);
	}

	/// How many pages there are, at least 1.
	public long pages() {
		return Math.max(1, (this.total + this.size - 1) / this.size);
	}

}
