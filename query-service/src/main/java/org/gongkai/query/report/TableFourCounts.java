package org.gongkai.query.report;

import java.util.List;

import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.statute.report.DisputeBlock;
import org.gongkai.statute.report.DisputeResult;
import org.gongkai.statute.report.TableFour;
import org.gongkai.statute.report.YearToDate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/// Counts the disputes of a year, as known at a position. A dispute counts in the year of its filing and, where the office
/// counts so, again in every later year at whose beginning it was pending; concluded by 31 December with its outcome, else as
/// pending. The year of the application it is about plays no part.
@Component
class TableFourCounts {

	private static final String COUNTED = """
			from dispute_facts where agency in (:agencies) and known_from <= :known and known_to > :known and counted
			and filed_on <= :last
			and (filed_on >= :first or :carried and (concluded_on is null or concluded_on >= :first))
			""";

	private static final String ORDER = " order by filed_on, stream_id";

	private static final String RESULT = "case when concluded_on <= :last then outcome else 'pending' end";

	private final NamedParameterJdbcTemplate sql;

	TableFourCounts(JdbcTemplate readTables) {
		this.sql = new NamedParameterJdbcTemplate(readTables);
	}

	/// Whose disputes of which year are counted how.
	///
	/// @param known the position as known at which
	record Question(List<String> agencies, YearToDate period, long known, DisputeCounting counting) {

		private MapSqlParameterSource values() {
			return new MapSqlParameterSource("agencies", this.agencies).addValue("known", this.known)
				.addValue("first", this.period.first())
				.addValue("last", this.period.last())
				.addValue("carried", this.counting == DisputeCounting.INCLUDING_CARRIED_IN);
		}

	}

	TableFour table(Question question) {
		TableFour[] table = { TableFour.EMPTY };
		this.sql.query("select block, " + RESULT + " as result, count(*) as disputes " + COUNTED + " group by 1, 2",
				question.values(), (row) -> {
					table[0] = table[0].add(DisputeBlock.ofJson(row.getString("block")),
							DisputeResult.ofJson(row.getString("result")), Math.toIntExact(row.getLong("disputes")));
				});
		return table[0];
	}

	/// The ids of all disputes in a cell, in the order of filing.
	List<String> disputes(Question question, DisputeBlock block, DisputeResult result) {
		return this.sql.queryForList("select stream_id " + inCell(result) + ORDER, values(question, block, result),
				String.class);
	}

	/// A page of them.
	IdPage disputes(Question question, DisputeBlock block, DisputeResult result, int page, int size) {
		MapSqlParameterSource values = values(question, block, result);
		Long total = this.sql.queryForObject("select count(*) " + inCell(result), values, Long.class);
		values.addValue("limit", size).addValue("offset", (long) page * size);
		return new IdPage(
				this.sql.queryForList("select stream_id " + inCell(result) + ORDER + " limit :limit offset :offset",
						values, String.class),
				page, size, (total == null) ? 0 : total);
	}

	private static MapSqlParameterSource values(Question question, DisputeBlock block, DisputeResult result) {
		return question.values().addValue("block", block.jsonName()).addValue("result", result.jsonName());
	}

	private static String inCell(DisputeResult result) {
		return COUNTED + " and block = :block"
				+ ((result == DisputeResult.TOTAL) ? "" : " and " + RESULT + " = :result");
	}

}
