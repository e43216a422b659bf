package org.gongkai.query.disclosure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.query.Stored;
import org.gongkai.statute.report.YearToDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/// 统计数: the tallies, and what they add up to in a year.
@Component
public class TallyList {

	private static final String TABLE = "tallies";

	private static final String ORDER = "from_on desc, to_on desc, stream_id";

	private final NamedParameterJdbcTemplate sql;

	TallyList(JdbcTemplate readTables) {
		this.sql = new NamedParameterJdbcTemplate(readTables);
	}

	/// One tally.
	///
	/// @param tallyId agency code, slash, 统计编号
	/// @param agency code of the agency that acted
	/// @param count how many; null for fees
	/// @param amountWanYuan in 万元, as text; null but for fees
	/// @param isVoid whether its record was struck
	public record Tally(String tallyId, String agency, String tallyNo, TallyItem item, LocalDate from, LocalDate to,
			@Nullable Long count, @Nullable String amountWanYuan, @Nullable String reference, boolean isVoid) {
	}

	/// What is looked for; null leaves a condition out.
	///
	/// @param agencies codes; empty for all
	/// @param q words in number or reference
	/// @param year the year it counts in
	public record Search(List<String> agencies, @Nullable String q, @Nullable TallyItem item, @Nullable Integer year,
			int page, int size) {
	}

	/// Sums of a year; an item without a tally is not in it.
	///
	/// @param counts of the counted items
	/// @param feesWanYuan in 万元, to the finest precision of its parts; 0 without any
	public record Sums(Map<TallyItem, Long> counts, BigDecimal feesWanYuan) {

		/// How many in all; 0 without a tally.
		public long count(TallyItem item) {
			return this.counts.getOrDefault(item, 0L);
		}

	}

	/// The tallies of a search, the latest first.
	public Found<Tally> search(Search search) {
		Shelf shelf = Shelf.now(this.sql, TABLE)
			.in("agency", search.agencies())
			.words(search.q(), "tally_no", "reference")
			.equal("item", search.item());
		Integer year = search.year();
		if (year != null) {
			within(shelf, YearToDate.of(year, null));
		}
		return shelf.page(ORDER, search.page(), search.size(), (row, _) -> item(row));
	}

	/// One of them as it is now.
	/// @param stream its name in the log
	/// @throws Refused `unknown-disclosure`
	Tally get(String stream) {
		return Shelf.now(this.sql, TABLE).one(stream, (row, _) -> item(row));
	}

	/// What the tallies of a year add up to, as known at a position.
	public Sums sums(List<String> agencies, YearToDate period, long known) {
		Map<TallyItem, Long> counts = new EnumMap<>(TallyItem.class);
		BigDecimal[] fees = { BigDecimal.ZERO };
		within(Shelf.counted(this.sql, TABLE, agencies, known), period).all(
				"item, sum(counted)::bigint as counted, sum(amount_wan_yuan) as amount", " group by item", (row, _) -> {
					TallyItem item = Stored.constant(TallyItem.class, row.getString("item"));
					if (item.isAmount()) {
						fees[0] = row.getBigDecimal("amount");
						return item;
					}
					counts.put(item, row.getLong("counted"));
					return item;
				});
		return new Sums(counts, fees[0]);
	}

	/// The tallies that a cell of table two counts.
	public Found<Tally> counted(List<String> agencies, YearToDate period, long known, TallyItem item, int page,
			int size) {
		return within(Shelf.counted(this.sql, TABLE, agencies, known).equal("item", item), period).page(ORDER, page,
				size, (row, _) -> item(row));
	}

	/// A tally lies within one year, and is there when its last day is over.
	private static Shelf within(Shelf shelf, YearToDate period) {
		return shelf.and("from_on >= :first and to_on <= :last")
			.with("first", period.first())
			.with("last", period.last());
	}

	private static Tally item(ResultSet row) throws SQLException {
		BigDecimal amount = row.getBigDecimal("amount_wan_yuan");
		return new Tally(row.getString("stream_id").substring("tally:".length()), row.getString("agency"),
				row.getString("tally_no"), Stored.constant(TallyItem.class, row.getString("item")),
				row.getObject("from_on", LocalDate.class), row.getObject("to_on", LocalDate.class),
				row.getObject("counted", Long.class), (amount == null) ? null : amount.toPlainString(),
				row.getString("reference"), row.getBoolean("void"));
	}

}
