package org.gongkai.statute.audit;

import java.util.List;

/// One link of the chain that leads a record to its cell.
///
/// @param basis what decides
/// @param entries the entries it rests on, by their places in the record, from 0
/// @param zh the sentence in Chinese, without personal data
/// @param en the same in English
public record Reason(Basis basis, List<Long> entries, String zh, String en) {

	public Reason {
		entries = List.copyOf(entries);
	}

}
