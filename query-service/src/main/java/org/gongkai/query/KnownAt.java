package org.gongkai.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.gongkai.access.Unscoped;
import org.jspecify.annotations.Nullable;

/// The parameter `knownAt`: a position of the log (`1204`), an instant (`2024-01-31T10:00:00+08:00`) or a day (`2024-01-31`, its end
/// in China). An instant is a position too: the last before anything was recorded later.
///
/// @param position null where an instant is told
/// @param instant everything recorded up to and including it is known; null where a position is told
@Unscoped
public record KnownAt(@Nullable Long position, @Nullable Instant instant) {

	/// @param text as in an address
	/// @throws IllegalArgumentException for another text
	public static @Nullable KnownAt of(String text) {
		String moment = text.strip();
		if (moment.isEmpty()) {
			return null;
		}
		try {
			if (moment.matches("\\d{1,18}")) {
				return new KnownAt(Long.valueOf(moment), null);
			}
			return new KnownAt(null,
					moment.contains("T") ? OffsetDateTime.parse(moment).toInstant()
							: LocalDate.parse(moment)
								.plusDays(1)
								.atStartOfDay(QueryService.OFFICE)
								.toInstant()
								.minusNanos(1000));
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException("a position, an instant or a day", ex);
		}
	}

}
