package org.gongkai.access;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpServletRequest;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// 谁看过: every sight of personal data, which stays. A table and no event: a register that is leafed through leaves more of
/// them than a year leaves events, and they count in no report.
public final class Sightings {

	/// As [Records#agencyOf].
	private static final String AGENCY = """
			coalesce(substring(id from '^(?:[^/]*:)?([^/:]*)/'), substring(id from '^(?:.*:)?agency:([^:]*)'), id)""";

	private static final RowMapper<Sighting> READ = (row, _) -> new Sighting(row.getLong("sighting"),
			row.getObject("seen_at", OffsetDateTime.class).toInstant(), row.getString("account"),
			row.getString("actor"), row.getString("address"), row.getString("place"),
			List.of((String[]) row.getArray("shown").getArray()), row.getInt("seen"));

	private static final int NAMED = 100;

	/// Some looks with what is told of their records: of a list that was looked at there
	/// may be many thousands.
	/// The record that was searched for comes first.
	private static final String SHOWN = """
			select looks.*, told.shown, told.seen from (%1$s) looks cross join lateral (
			select coalesce((array_agg(id order by id is distinct from ?::text, place))[1:%2$d], '{}') as shown, count(*) as seen
			from unnest(looks.records) with ordinality as one (id, place) where %3$s) told order by looks.sighting desc""";

	private final JdbcTemplate sql;

	private final Clock clock;

	Sightings(JdbcTemplate sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/// One look.
	///
	/// @param number its place among all, from 1
	/// @param account 账号; null for the owner of the data folder
	/// @param address from which network address
	/// @param place the page or the interface
	/// @param records ids of the cases and disputes whose people were shown, at most 100,
	/// what was searched for first
	/// @param seen of how many
	public record Sighting(long number, Instant seenAt, @Nullable String account, String actor, String address,
			String place, List<String> records, int seen) {

		/// Who looked: the account, or the name that the owner of the folder gave.
		public String person() {
			return (this.account != null) ? this.account : this.actor;
		}

	}

	/// What is looked for; null leaves a condition out.
	///
	/// @param agencies codes of those whose records may be told of; empty for all
	/// @param record id of a case or dispute
	/// @param person an account, or the name of an owner of the folder
	/// @param before only those with a smaller number
	/// @param most how many, the latest
	public record Search(Collection<String> agencies, @Nullable String record, @Nullable String person,
			@Nullable Long before, int most) {

		/// The most that is told at once.
		public static final int LARGEST = 1_000;

		/// @throws Refused `malformed` for a number out of range
		public Search {
			if (most < 1 || most > LARGEST) {
				throw new Refused(Rule.MALFORMED, "size is 1 to " + LARGEST, "size");
			}
		}

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

	/// Who saw one of some records, the latest first; of each look nothing but these.
	/// @param looks takes one after the other
	public void each(Collection<String> some, Consumer<Sighting> looks) {
		String[] records = some.toArray(String[]::new);
		Long before = Long.MAX_VALUE;
		while (before != null) {
			Long[] last = { null };
			this.sql.query(SHOWN.formatted("""
					select * from access.sightings where records && ?::text[] and sighting < ?
					order by sighting desc limit 100""", Integer.MAX_VALUE, "id = any (?)"),
					(RowCallbackHandler) (row) -> {
						Sighting one = READ.mapRow(row, 0);
						last[0] = one.number();
						looks.accept(one);
					}, records, before, null, records);
			before = last[0];
		}
	}

	/// Who saw what, the latest first.
	public List<Sighting> search(Search search) {
		StringBuilder where = new StringBuilder(" where true");
		List<@Nullable Object> values = new ArrayList<>();
		if (search.record() != null) {
			where.append(" and records @> array[?::text]");
			values.add(search.record());
		}
		if (search.person() != null) {
			where.append(" and coalesce(account, actor) = ?");
			values.add(search.person());
		}
		if (search.before() != null) {
			where.append(" and sighting < ?");
			values.add(search.before());
		}
		String[] agencies = search.agencies().toArray(String[]::new);
		if (agencies.length > 0) {
			where.append(" and exists (select from unnest(records) as id where " + AGENCY + " = any (?))");
			values.add(agencies);
		}
		values.add(search.most());
		values.add(search.record());
		if (agencies.length > 0) {
			values.add(agencies);
		}
		return this.sql
			.query(SHOWN.formatted("select * from access.sightings" + where + " order by sighting desc limit ?", NAMED,
					(agencies.length > 0) ? AGENCY + " = any (?)" : "true"), READ, values.toArray());
	}

}
