package org.gongkai.query.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.gongkai.events.report.ReportContent;
import org.gongkai.log.EventJson;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Reads what was published.
@Component
class Editions {

	private final JdbcTemplate sql;

	Editions(JdbcTemplate readTables) {
		this.sql = readTables;
	}

	/// A published edition.
	///
	/// @param agency code of the agency that reports
	/// @param edition 1 for the first
	/// @param withSubordinates whether all that the agency is responsible for is counted
	/// @param publishedOn the day of publication
	/// @param position the numbers are as known here
	/// @param correction why the edition before it had to be corrected
	/// @param content numbers, texts and the cases behind the carry-over
	public record Edition(String agency, int year, int edition, boolean withSubordinates, LocalDate publishedOn,
			long position, @Nullable String correction, ReportContent content) {
	}

	/// All editions of a report, the first first.
	public List<Edition> of(String agency, int year) {
		return this.sql.query("select * from report_editions where agency = ? and year = ? order by edition",
				(row, _) -> new Edition(row.getString("agency"), row.getInt("year"), row.getInt("edition"),
						row.getBoolean("with_subordinates"), row.getObject("published_on", LocalDate.class),
						row.getLong("position"), row.getString("correction"),
						EventJson.mapper().readValue(row.getString("content"), ReportContent.class)),
				agency, year);
	}

	/// The edition that is public now; empty while none is.
	public Optional<Edition> latest(String agency, int year) {
		List<Edition> all = of(agency, year);
		return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
	}

	/// @throws Refused `unknown-report`
	public Edition get(String agency, int year, int edition) {
		return of(agency, year).stream()
			.filter((one) -> one.edition() == edition)
			.findFirst()
			.orElseThrow(() -> new Refused(Rule.UNKNOWN_REPORT, "this edition was not published"));
	}

}
