package org.gongkai.query.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.agency.AgencyEvent;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.ApplicationTransferred;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.audit.FindingResult;
import org.gongkai.events.disclosure.InformationDrafted;
import org.gongkai.events.review.DisputeEvent;
import org.gongkai.query.Stored;
import org.gongkai.query.calendar.Calendars;
import org.gongkai.query.review.DisputeItem;
import org.gongkai.query.review.Disputes;
import org.gongkai.statute.audit.CaseInspection;
import org.gongkai.statute.audit.Departure;
import org.gongkai.statute.audit.DisclosureInspection;
import org.gongkai.statute.audit.FindingRule;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Inspects some records: what departs from the law in them, beside what inspector and office said of it.
@Component
class Inspection {

	private static final String AGENCY = "agency:";

	private final LateReports lateReports;

	private final Disputes disputes;

	private final Calendars calendars;

	private final JdbcTemplate sql;

	private final Clock clock;

	Inspection(LateReports lateReports, Disputes disputes, Calendars calendars, JdbcTemplate readTables, Clock clock) {
		this.lateReports = lateReports;
		this.disputes = disputes;
		this.calendars = calendars;
		this.sql = readTables;
		this.clock = clock;
	}

	/// What findings depend on beside their records.
	record Basis(WorkingCalendar calendar, LocalDate today) {
	}

	/// As of now.
	Basis basis() {
		return new Basis(this.calendars.current(), LocalDate.now(this.clock));
	}

	/// All findings about some records. A finding that was taken up and is gone by a
	/// later
	/// correction is among them.
	/// @param streams the events of each record, from its first on
	List<Findings.Finding> of(List<List<Recorded<Event>>> streams, Basis basis) {
		Map<String, List<Recorded<Event>>> records = new LinkedHashMap<>();
		streams.forEach((stream) -> records.put(stream.getFirst().streamId(), stream));
		Map<String, Findings.Finding> found = new LinkedHashMap<>();
		Set<String> disputed = new LinkedHashSet<>();
		records.forEach((id, stream) -> {
			switch (stream.getFirst().event()) {
				case ApplicationReceived _, InformationDrafted _ ->
					departures(stream, basis).forEach((departure) -> put(found, of(holder(stream), departure, stream)));
				case DisputeEvent _ -> disputed.add(id);
				case AgencyEvent _ ->
					this.lateReports.of(id.substring(AGENCY.length())).forEach((finding) -> put(found, finding));
				default -> {
				}
			}
		});
		this.disputes.byIds(List.copyOf(disputed)).forEach((dispute) -> warnings(dispute, records, found));
		handled(records, found);
		return new ArrayList<>(found.values());
	}

	private static List<Departure> departures(List<Recorded<Event>> stream, Basis basis) {
		return stream.isEmpty() ? List.of() : switch (stream.getFirst().event()) {
			case ApplicationReceived _ -> CaseInspection.of(stream, basis.calendar(), basis.today());
			case InformationDrafted _ -> DisclosureInspection.of(stream, basis.calendar(), basis.today());
			default -> List.of();
		};
	}

	private static void warnings(DisputeItem dispute, Map<String, List<Recorded<Event>>> records,
			Map<String, Findings.Finding> found) {
		List<Recorded<Event>> stream = records.getOrDefault(dispute.disputeId(), List.of());
		dispute.warnings()
			.forEach(
					(warning) -> FindingRule.of(warning.code())
						.ifPresent(
								(rule) -> put(found,
										of(dispute.agency(),
												new Departure(rule, rule.severity(), 0, List.of(0L),
														List.of(dispute.filedOn()), 0, warning.zh(), warning.en()),
												stream))));
	}

	/// A row of what was taken up.
	private record Taken(String findingId, String agency, String record, Findings.State state,
			Findings.Handling handling) {
	}

	private void handled(Map<String, List<Recorded<Event>>> records, Map<String, Findings.Finding> found) {
		// a list and no callback: what is gone asks the database again, by a connection
		// that must not be a second one
		List<Taken> taken = this.sql.query("select * from handled_findings where record = any (?) order by finding_id",
				(row, _) -> new Taken(row.getString("finding_id"), row.getString("agency"), row.getString("record"),
						Stored.constant(Findings.State.class, row.getString("state")), handling(row)),
				(Object) records.keySet().toArray(String[]::new));
		for (Taken one : taken) {
			Findings.Finding finding = found.get(one.findingId());
			found.put(one.findingId(),
					((finding != null) ? finding
							: vanished(one.findingId(), one.agency(), one.handling(), records.get(one.record())))
						.with(one.state(), one.handling()));
		}
	}

	private static Findings.Handling handling(ResultSet row) throws SQLException {
		String result = row.getString("result");
		return new Findings.Handling(row.getBoolean("disputed"),
				(result == null) ? null : Stored.constant(FindingResult.class, result),
				row.getObject("opened_on", LocalDate.class), row.getLong("opened_position"),
				row.getObject("answered_on", LocalDate.class), row.getObject("closed_on", LocalDate.class),
				row.getLong("version"));
	}

	/// A finding as it was when it was taken up.
	private Findings.Finding vanished(String id, String agency, Findings.Handling handling,
			List<Recorded<Event>> stream) {
		String code = id.substring(0, id.indexOf(':'));
		FindingRule rule = FindingRule.of(code).orElseThrow();
		long position = handling.openedPosition();
		List<Recorded<Event>> known = stream.stream().filter((recorded) -> recorded.position() <= position).toList();
		Findings.Finding then = departures(known, new Basis(this.calendars.at(position), handling.openedOn())).stream()
			.map((departure) -> of(agency, departure, stream))
			.filter((finding) -> finding.findingId().equals(id))
			.findFirst()
			.orElse(null);
		return new Findings.Finding(id, code, (then == null) ? rule.severity() : then.severity(), agency,
				stream.getFirst().streamId(), rule.article(), rule.chinese(),
				"记录后经更正，该问题已不存在。" + ((then == null) ? "" : "原为：" + then.zh()),
				"gone by a later correction of the record" + ((then == null) ? "" : "; it was: " + then.en()),
				(then == null) ? 0 : then.workingDays(), (then == null) ? List.of() : then.days(),
				(then == null) ? List.of() : then.evidence(), true, Findings.State.OPEN, handling);
	}

	private static void put(Map<String, Findings.Finding> found, Findings.Finding finding) {
		found.put(finding.findingId(), finding);
	}

	private static Findings.Finding of(String agency, Departure departure, List<Recorded<Event>> entries) {
		FindingRule rule = departure.rule();
		String record = entries.getFirst().streamId();
		return new Findings.Finding(rule.code() + ":" + record + ":" + departure.mark(), rule.code(),
				departure.severity(), agency, record, rule.article(), rule.chinese(), departure.zh(), departure.en(),
				departure.workingDays(), departure.days(), Evidence.of(entries, departure.entries()), false,
				Findings.State.NEW, null);
	}

	private static String holder(List<Recorded<Event>> stream) {
		if (stream.getFirst().event() instanceof InformationDrafted e) {
			return e.agency();
		}
		Set<Long> struck = new HashSet<>();
		stream.forEach((recorded) -> {
			if (recorded.event() instanceof EntryStruck e) {
				struck.add(e.struckSequence());
			}
		});
		String agency = ((ApplicationReceived) stream.getFirst().event()).agency();
		for (Recorded<Event> recorded : stream) {
			if (recorded.event() instanceof ApplicationTransferred e && !struck.contains(recorded.sequence())) {
				agency = e.toAgency();
			}
		}
		return agency;
	}

}
