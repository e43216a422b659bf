package org.gongkai.query;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// Where somebody stands who looks at the record: what was written down by then, and what of it had happened by a day. Corrections of
/// the record (更正, 撤销误录) belong to what is known and never to what happened.
///
/// @param position everything up to here is known
/// @param effectiveOn nothing that happened after this day counts; null to count all that is known
public record Vantage(long position, @Nullable LocalDate effectiveOn) {

	/// Whether something of that day counts.
	public boolean counts(LocalDate day) {
		return this.effectiveOn == null || !day.isAfter(this.effectiveOn);
	}

}
