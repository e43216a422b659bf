package org.gongkai.query.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.gongkai.events.report.ReportContent;
import org.gongkai.log.EventJson;
import org.gongkai.query.Completeness;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Reads what was published.
@Component
class Editions {

	private final JdbcTemplate sql;

	private final Completeness completeness;

	Editions(JdbcTemplate readTables, Completeness completeness) {
		this.sql = readTables;
		this.completeness = completeness;
	}

	/// A published edition.
	///
	/// @param agency code of the agency that reports
	/// @param edition 1 for the first
	/// @param withSubordinates whether all that the agency is responsible for is counted
	/// @param publishedOn the day of publication
	/// @param position of the log that it was published in; the numbers are as known
	/// there
	/// @param recorded position of the publication in the log here
	/// @param correction why the edition before it had to be corrected
	/// @param content numbers, texts and the cases behind the carry-over
	public record Edition(String agency, int year, int edition, boolean withSubordinates, LocalDate publishedOn,
			long position, long recorded, @Nullable String correction, ReportContent content) {
	}

	/// All editions of a report, the first first.
	public List<Edition> of(String agency, int year) {
		return this.sql.query("select * from report_editions where agency = ? and year = ? order by edition",
				(row, _) -> new Edition(row.getString("agency"), row.getInt("year"), row.getInt("edition"),
						row.getBoolean("with_subordinates"), row.getObject("published_on", LocalDate.class),
						row.getLong("position"), row.getLong("recorded_position"), row.getString("correction"),
						EventJson.mapper().readValue(row.getString("content"), ReportContent.class)),
				agency, year);
	}

	/// The edition that is public now; empty while none is.
	public Optional<Edition> latest(String agency, int year) {
		List<Edition> all = of(agency, year);
		return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
	}

	/// The position in the log here up to which the numbers of an edition are known.
	/// @param counted whose records they are
	/// @throws Refused `only-at-the-source` where these come from several logs
	public long countedTo(Edition edition, List<String> counted) {
		return this.completeness.here(edition.recorded(), edition.position(), counted);
	}

	/// @throws Refused `unknown-report`
	public Edition get(String agency, int year, int edition) {
		return of(agency, year).stream()
			.filter((one) -> one.edition() == edition)
			.findFirst()
			.orElseThrow(() -> new Refused(Rule.UNKNOWN_REPORT, "this edition was not published"));
	}

}
