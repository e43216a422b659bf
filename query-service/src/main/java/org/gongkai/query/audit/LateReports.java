package org.gongkai.query.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.gongkai.events.agency.AgencyKind;
import org.gongkai.log.LogReader;
import org.gongkai.query.Stored;
import org.gongkai.query.agency.Agencies;
import org.gongkai.query.calendar.Calendars;
import org.gongkai.query.report.Reports;
import org.gongkai.statute.audit.FindingRule;
import org.gongkai.statute.audit.Severity;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.gongkai.statute.report.ReportTerm;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Which annual reports were published after their day, or are still to be published (article 49). Where the work on a report was not
/// even begun here it may have been published elsewhere, and that is told as a note. Bodies within an organ report with it.
@Component
class LateReports {

	/// The Regulation of 2019 sets the days.
	private static final int FIRST_YEAR = 2019;

	private final Agencies agencies;

	private final Calendars calendars;

	private final LogReader log;

	private final JdbcTemplate sql;

	private final Clock clock;

	LateReports(Agencies agencies, Calendars calendars, LogReader logReader, JdbcTemplate readTables, Clock clock) {
		this.agencies = agencies;
		this.calendars = calendars;
		this.log = logReader;
		this.sql = readTables;
		this.clock = clock;
	}

	private record Published(LocalDate on, long position) {
	}

	/// What is late at one agency.
	/// @param code of the agency
	List<Findings.Finding> of(String code) {
		Agencies.Agency agency = this.agencies.find(code).orElse(null);
		AgencyKind kind = (agency == null) ? AgencyKind.INTERNAL_BODY
				: Stored.constant(AgencyKind.class, agency.kind());
		if (agency == null || kind == AgencyKind.INTERNAL_BODY || kind == AgencyKind.DISPATCHED_BODY) {
			return List.of();
		}
		LocalDate today = LocalDate.now(this.clock);
		WorkingCalendar calendar = this.calendars.current();
		Map<Integer, Published> published = new HashMap<>();
		this.sql.query(
				"select year, published_on, recorded_position from report_editions where edition = 1 and agency = ?",
				(row) -> {
					published.put(row.getInt("year"), new Published(row.getObject("published_on", LocalDate.class),
							row.getLong("recorded_position")));
				}, code);
		Set<Integer> begun = new HashSet<>(
				this.sql.queryForList("select year from annual_reports where agency = ?", Integer.class, code));
		List<Findings.Finding> late = new ArrayList<>();
		LocalDate closed = agency.closedOn();
		int last = (closed != null) ? Math.min(closed.getYear(), today.getYear()) - 1 : today.getYear() - 1;
		for (int year = Math.max(first(agency), FIRST_YEAR); year <= last; year++) {
			Published on = published.get(year);
			LocalDate term = ReportTerm.of(kind, year);
			if (((on != null) ? on.on() : today).isAfter(term)) {
				late.add(finding(code, year, term, on, begun.contains(year), today, calendar));
			}
		}
		return late;
	}

	private static int first(Agencies.Agency agency) {
		return Math.max(Reports.firstYear(agency), agency.registeredOn().getYear());
	}

	private Findings.Finding finding(String agency, int year, LocalDate term, @Nullable Published published,
			boolean begun, LocalDate today, WorkingCalendar calendar) {
		FindingRule rule = FindingRule.LATE_ANNUAL_REPORT;
		int days = Math.max(1, calendar.workingDaysBetween(term, (published != null) ? published.on() : today));
		String stream = "agency:" + agency;
		return new Findings.Finding(rule.code() + ":" + stream + ":" + year, rule.code(),
				begun ? rule.severity() : Severity.NOTE, agency, stream, rule.article(), rule.chinese(),
				year + "年度报告应于" + term + "前公布，" + ((published != null) ? published.on() + "公布" : "至" + today + "没有公布记录")
						+ "，超过" + days + "个工作日",
				"the report of " + year + " was due by " + term + ", "
						+ ((published != null) ? "published on " + published.on()
								: "no publication on record by " + today)
						+ ", " + days + " working days late",
				days, (published != null) ? List.of(term, published.on()) : List.of(term), (published != null)
						? this.log.read(published.position() - 1, 1).stream().map(Evidence::of).toList() : List.of(),
				false, Findings.State.NEW, null);
	}

}
