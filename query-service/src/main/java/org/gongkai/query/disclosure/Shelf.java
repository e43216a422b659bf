package org.gongkai.query.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.gongkai.query.KnownSpan;
import org.gongkai.query.RowCursor;
import org.gongkai.query.Stored;
import org.gongkai.query.Words;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/// The conditions on one table of records, and the rows that fulfil them.
final class Shelf {

	private static final int LARGEST = 500;

	private final NamedParameterJdbcTemplate sql;

	private final String table;

	private final List<String> conditions = new ArrayList<>(List.of("known_from <= :known and known_to > :known"));

	private final MapSqlParameterSource values;

	private Shelf(NamedParameterJdbcTemplate sql, String table, long known) {
		this.sql = sql;
		this.table = table;
		this.values = new MapSqlParameterSource("known", known);
	}

	/// What is known now, records that were struck included.
	static Shelf now(NamedParameterJdbcTemplate sql, String table) {
		return new Shelf(sql, table, KnownSpan.STILL - 1);
	}

	/// What counted as known at a position.
	static Shelf counted(NamedParameterJdbcTemplate sql, String table, List<String> agencies, long known) {
		return new Shelf(sql, table, known).in("agency", agencies).and("not void");
	}

	Shelf and(String condition) {
		this.conditions.add(condition);
		return this;
	}

	Shelf with(String name, Object value) {
		this.values.addValue(name, value);
		return this;
	}

	/// Every word stands, or may stand, in the row.
	Shelf words(Words words) {
		words.addTo(this::and, this::with);
		return this;
	}

	/// Leaves the condition out where nothing is named.
	Shelf in(String column, List<String> any) {
		return any.isEmpty() ? this : and(column + " in (:" + column + ")").with(column, any);
	}

	/// Leaves the condition out for null.
	Shelf equal(String column, @Nullable Enum<?> value) {
		return (value == null) ? this : and(column + " = :" + column).with(column, Stored.name(value));
	}

	/// Every word stands in one of the columns.
	Shelf words(@Nullable String q, String... columns) {
		if (q != null && !q.isBlank()) {
			int number = 0;
			for (String word : q.strip().split("\\s+")) {
				String name = "q" + number++;
				List<String> any = new ArrayList<>();
				for (String column : columns) {
					any.add(column + " ilike :" + name);
				}
				and("(" + String.join(" or ", any) + ")").with(name,
						"%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%");
			}
		}
		return this;
	}

	/// The row of a stream.
	/// @throws Refused `unknown-disclosure`
	<T> T one(String stream, RowMapper<T> row) {
		return and("stream_id = :stream").with("stream", stream)
			.all("*", "", row)
			.stream()
			.findFirst()
			.orElseThrow(() -> new Refused(Rule.UNKNOWN_DISCLOSURE, "nothing is recorded under this number"));
	}

	/// All rows.
	<T> List<T> all(String select, String end, RowMapper<T> row) {
		return this.sql.query("select " + select + from() + end, this.values, row);
	}

	/// All rows in their order, some hundred at a time.
	<T> void each(RowCursor cursor, String order, RowMapper<T> row, Consumer<List<T>> rows) {
		cursor.each("select *" + from() + " order by " + order, this.values, row, rows);
	}

	/// One page of the rows.
	/// @throws Refused `malformed` for a page or size out of range
	<T> Found<T> page(String order, int page, int size, RowMapper<T> row) {
		check(page, size);
		Long total = this.sql.queryForObject("select count(*)" + from(), this.values, Long.class);
		with("limit", size).with("offset", (long) page * size);
		return new Found<>(all("*", " order by " + order + " limit :limit offset :offset", row), page, size,
				(total == null) ? 0 : total);
	}

	/// @throws Refused `malformed` for a page or size out of range
	static void check(int page, int size) {
		if (page < 0 || page > 1_000_000 || size < 1 || size > LARGEST) {
			throw new Refused(Rule.MALFORMED, "page is 0 or more and size is 1 to " + LARGEST);
		}
	}

	private String from() {
		return " from " + this.table + " where " + String.join(" and ", this.conditions);
	}

}
