package org.gongkai.query.disclosure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.query.Stored;
import org.gongkai.statute.report.TableTwoColumn;
import org.gongkai.statute.report.TallySums;
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

	private static final List<String> CHANGES = Stream.of(TallyItem.values())
		.filter(TallyItem::isChange)
		.map(Stored::name)
		.toList();

	private final NamedParameterJdbcTemplate sql;

	TallyList(JdbcTemplate readTables) {
		this.sql = new NamedParameterJdbcTemplate(readTables);
	}

	/// One tally.
	///
	/// @param tallyId agency code, slash, 统计编号
	/// @param agency code of the agency that acted
	/// @param count how many, or by how many more; null for amounts
	/// @param amountWanYuan in 万元, as text; null but for amounts
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

	/// What the tallies of a year add up to, as known at a position, and the changes
	/// before it.
	public TallySums sums(List<String> agencies, YearToDate period, long known) {
		TallySums[] sums = { TallySums.EMPTY };
		Shelf.counted(this.sql, TABLE, agencies, known)
			.and("(from_on >= :first and to_on <= :last or from_on < :first and item in (:changes))")
			.with("first", period.first())
			.with("last", period.last())
			.with("changes", CHANGES)
			.all("""
					item, extract(year from from_on)::int as tallied_in,
					coalesce(sum(amount_wan_yuan), sum(counted)) as number""", " group by 1, 2", (row, _) -> {
				sums[0] = sums[0].with(period.year(), Stored.constant(TallyItem.class, row.getString("item")),
						row.getInt("tallied_in"), row.getBigDecimal("number"));
				return sums[0];
			});
		return sums[0];
	}

	/// The tallies that a cell of table two counts.
	public Found<Tally> counted(List<String> agencies, YearToDate period, long known, TallyItem item,
			TableTwoColumn column, int page, int size) {
		Shelf shelf = Shelf.counted(this.sql, TABLE, agencies, known).equal("item", item);
		return ((column == TableTwoColumn.LAST_YEAR_ITEMS) ? shelf.and("from_on < :first").with("first", period.first())
				: within(shelf, period))
			.page(ORDER, page, size, (row, _) -> item(row));
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
