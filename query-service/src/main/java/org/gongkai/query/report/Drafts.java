package org.gongkai.query.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.report.ReportSection;
import org.gongkai.log.EventJson;
import org.gongkai.query.Stored;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.report.ReportTerm;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/// Reads how far the reports are, and watches their day of publication (article 49).
@Component
class Drafts {

	private static final TypeReference<Map<ReportSection, String>> TEXTS = new TypeReference<>() {
	};

	private static final String SELECT = """
			select r.*, a.name, a.kind, (select min(published_on) from report_editions e where e.stream_id = r.stream_id)
			as published_on from annual_reports r join agencies a on a.code = r.agency""";

	private final JdbcTemplate sql;

	private final Clock clock;

	Drafts(JdbcTemplate readTables, Clock clock) {
		this.sql = readTables;
		this.clock = clock;
	}

	/// A report as it stands.
	///
	/// @param reportId agency code, a slash, the year
	/// @param agencyName its name now
	/// @param edition the public edition; 0 before the first
	/// @param publishedOn the day of the first publication; null before it
	/// @param dueOn the last day for publication
	/// @param late whether it was, or is, not public by then
	/// @param reason why it was returned or is corrected
	/// @param texts what is written
	/// @param version the place of the last entry, from 0
	public record Draft(String reportId, String agency, String agencyName, int year, boolean withSubordinates,
			LocalDate openedOn, ReportStage stage, int edition, @Nullable LocalDate publishedOn, LocalDate dueOn,
			boolean late, @Nullable String reason, Map<ReportSection, String> texts, long version) {
	}

	/// The reports of some agencies, the latest year first.
	/// @param agencies their codes; empty for all
	public List<Draft> of(List<String> agencies) {
		return read(SELECT + " order by r.year desc, r.agency").stream()
			.filter((draft) -> agencies.isEmpty() || agencies.contains(draft.agency()))
			.toList();
	}

	/// @throws Refused `unknown-report`
	public Draft get(String agency, int year) {
		return find(agency, year).orElseThrow(() -> new Refused(Rule.UNKNOWN_REPORT, "nobody opened this report"));
	}

	/// A report; empty while nobody has opened it.
	Optional<Draft> find(String agency, int year) {
		return read(SELECT + " where r.agency = ? and r.year = ?", agency, year).stream().findFirst();
	}

	private List<Draft> read(String select, Object... values) {
		LocalDate today = LocalDate.now(this.clock);
		return this.sql.query(select, (row, _) -> {
			LocalDate due = ReportTerm.of(Stored.constant(AgencyKind.class, row.getString("kind")), row.getInt("year"));
			LocalDate published = row.getObject("published_on", LocalDate.class);
			return new Draft(row.getString("report_id"), row.getString("agency"), row.getString("name"),
					row.getInt("year"), row.getBoolean("with_subordinates"),
					row.getObject("opened_on", LocalDate.class),
					Stored.constant(ReportStage.class, row.getString("stage")), row.getInt("edition"), published, due,
					((published == null) ? today : published).isAfter(due), row.getString("reason"),
					EventJson.mapper().readValue(row.getString("texts"), TEXTS), row.getLong("version"));
		}, values);
	}

}
