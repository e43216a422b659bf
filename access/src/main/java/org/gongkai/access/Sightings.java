package org.gongkai.access;

import java.sql.Array;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// 谁看过: every sight of personal data, which stays. A table and no event: a register that is leafed through leaves more of
/// them than a year leaves events, and they count in no report.
public final class Sightings {

	private final JdbcTemplate sql;

	private final Clock clock;

	Sightings(JdbcTemplate sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/// One look.
	///
	/// @param account 账号; null for the owner of the data folder
	/// @param address from which network address
	/// @param place the page or the interface
	/// @param records ids of the cases and disputes whose people were shown
	public record Sighting(Instant seenAt, @Nullable String account, String actor, String address, String place,
			List<String> records) {
	}

	/// Writes down that the caller of the present request is shown these records.
	public void note(List<String> records) {
		if (records.isEmpty()
				|| !(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
			return;
		}
		HttpServletRequest request = attributes.getRequest();
		Caller caller = Callers.current();
		this.sql.update("""
				insert into access.sightings (seen_at, account, actor, address, place, records)
				values (?, ?, ?, ?, ?, ?)""", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC),
				caller.account(), caller.actor(), request.getRemoteAddr(), Guard.operation(request),
				records.toArray(String[]::new));
	}

	/// Who saw a record, the latest first.
	public List<Sighting> of(String record, int most) {
		return of(List.of(record), most);
	}

	/// Who saw one of some records, the latest first.
	public List<Sighting> of(Collection<String> some, int most) {
		return this.sql.query("""
				select * from access.sightings where records && ?::text[] order by sighting desc limit ?""",
				(row, _) -> {
					Array records = row.getArray("records");
					return new Sighting(row.getObject("seen_at", OffsetDateTime.class).toInstant(),
							row.getString("account"), row.getString("actor"), row.getString("address"),
							row.getString("place"), List.of((String[]) records.getArray()));
				}, some.toArray(String[]::new), most);
	}

}
