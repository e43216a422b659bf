package org.gongkai.query.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.audit.FindingResult;
import org.gongkai.log.LogReader;
import org.gongkai.query.Stored;
import org.gongkai.query.review.DisputeItem;
import org.gongkai.query.review.Disputes;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.audit.Departure;
import org.gongkai.statute.audit.FindingRule;
import org.gongkai.statute.audit.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// 检查发现: every place where a record departs from the law, computed when it is asked for, beside what inspector and office said of
/// it. A finding that was taken up and is gone by a later correction is told as it was, and that it is gone.
@Component
class Findings {

	private static final int LARGEST = 500;

	/// As a list is read: the gravest first, then by agency and record.
	private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
		.thenComparing(Finding::agency)
		.thenComparing(Finding::record)
		.thenComparing(Finding::findingId);

	private final Inspection inspection;

	private final LateReports lateReports;

	private final Disputes disputes;

	private final LogReader log;

	private final JdbcTemplate sql;

	Findings(Inspection inspection, LateReports lateReports, Disputes disputes, LogReader logReader,
			JdbcTemplate readTables) {
		this.inspection = inspection;
		this.lateReports = lateReports;
		this.disputes = disputes;
		this.log = logReader;
		this.sql = readTables;
	}

	/// How far a finding is.
	enum State {

		/// 未立案: nobody took it up.
		NEW,
		/// 已立案.
		OPEN,
		/// 机关已说明.
		ANSWERED,
		/// 已结案.
		CLOSED;

		/// In Chinese.
		public String label() {
			return switch (this) {
				case NEW -> "未立案";
				case OPEN -> "已立案";
				case ANSWERED -> "机关已说明";
				case CLOSED -> "已结案";
			};
		}

	}

	/// What inspector and office said.
	///
	/// @param disputed whether the office disputes it
	/// @param openedPosition where it was taken up
	/// @param version the place of the last entry of the finding, from 0
	record Handling(boolean disputed, @Nullable FindingResult result, LocalDate openedOn, long openedPosition,
			@Nullable LocalDate answeredOn, @Nullable LocalDate closedOn, long version) {
	}

	/// One finding.
	///
	/// @param findingId its stable name: rule, record and the entry it is about
	/// @param rule code of the rule
	/// @param agency code of the agency that has the record
	/// @param record the case, dispute, piece of information or agency
	/// @param days the days it turns on, the term's end first
	/// @param workingDays by how many something is late; 0 where it is not about lateness
	/// @param vanished whether it is gone by a later correction; zh and en tell it as it
	/// was
	/// @param handling null while nobody took it up
	record Finding(String findingId, String rule, Severity severity, String agency, String record, String article,
			String title, String zh, String en, int workingDays, List<LocalDate> days, List<Evidence> evidence,
			boolean vanished, State state, @Nullable Handling handling) {

		Finding with(State further, Handling said) {
			return new Finding(this.findingId, this.rule, this.severity, this.agency, this.record, this.article,
					this.title, this.zh, this.en, this.workingDays, this.days, this.evidence, this.vanished, further,
					said);
		}

	}

	/// What is looked for; null leaves a condition out.
	///
	/// @param agencies codes; empty for all
	/// @param page from 0
	/// @param size 1 to 500
	record Search(List<String> agencies, @Nullable FindingRule rule, @Nullable Severity severity, @Nullable State state,
			@Nullable String record, int page, int size) {

		/// @throws Refused `malformed` for a page or size out of range
		Search {
			if (page < 0 || page > 1_000_000 || size < 1 || size > LARGEST) {
				throw new Refused(Rule.MALFORMED, "page is 0 or more and size is 1 to " + LARGEST);
			}
		}

		boolean wants(Finding finding) {
			return (this.agencies.isEmpty() || this.agencies.contains(finding.agency()))
					&& (this.rule == null || this.rule.code().equals(finding.rule()))
					&& (this.severity == null || this.severity == finding.severity())
					&& (this.state == null || this.state == finding.state())
					&& (this.record == null || this.record.equals(finding.record()));
		}

	}

	/// One page of what was found.
	///
	/// @param total how many there are on all pages
	record Page(List<Finding> items, int page, int size, long total) {

		/// How many pages there are, at least 1.
		public long pages() {
			return Math.max(1, (this.total + this.size - 1) / this.size);
		}

	}

	/// The findings of a search, the gravest first.
	Page search(Search search) {
		List<Finding> found = all().stream().filter(search::wants).toList();
		return new Page(found.stream().skip((long) search.page() * search.size()).limit(search.size()).toList(),
				search.page(), search.size(), found.size());
	}

	/// @throws Refused `unknown-finding`
	Finding get(String id) {
		return all().stream()
			.filter((finding) -> finding.findingId().equals(id))
			.findFirst()
			.orElseThrow(() -> new Refused(Rule.UNKNOWN_FINDING, "there is no such finding"));
	}

	private List<Finding> all() {
		Map<String, Finding> found = new HashMap<>();
		this.inspection.all()
			.forEach((one) -> one.departures()
				.forEach((departure) -> put(found, of(one.agency(), one.stream(), departure, one.entries()))));
		this.lateReports.all().forEach((finding) -> put(found, finding));
		this.disputes.warned()
			.forEach((dispute) -> dispute.warnings()
				.forEach((warning) -> FindingRule.of(warning.code())
					.ifPresent((rule) -> put(found,
							of(dispute.agency(), dispute.disputeId(), new Departure(rule, rule.severity(), 0,
									List.of(0L), List.of(dispute.filedOn()), 0, warning.zh(), warning.en()),
									filing(dispute))))));
		this.sql.query("select * from handled_findings order by finding_id", (row) -> {
			String result = row.getString("result");
			String id = row.getString("finding_id");
			Handling handling = new Handling(row.getBoolean("disputed"),
					(result == null) ? null : Stored.constant(FindingResult.class, result),
					row.getObject("opened_on", LocalDate.class), row.getLong("opened_position"),
					row.getObject("answered_on", LocalDate.class), row.getObject("closed_on", LocalDate.class),
					row.getLong("version"));
			Finding finding = found.get(id);
			found.put(id, ((finding != null) ? finding : vanished(id, row.getString("agency"), handling))
				.with(Stored.constant(State.class, row.getString("state")), handling));
		});
		List<Finding> all = new ArrayList<>(found.values());
		all.sort(ORDER);
		return all;
	}

	private List<Recorded<Event>> filing(DisputeItem dispute) {
		return this.log.stream(dispute.disputeId());
	}

	private static void put(Map<String, Finding> found, Finding finding) {
		found.put(finding.findingId(), finding);
	}

	static Finding of(String agency, String record, Departure departure, List<Recorded<Event>> entries) {
		FindingRule rule = departure.rule();
		return new Finding(rule.code() + ":" + record + ":" + departure.mark(), rule.code(), departure.severity(),
				agency, record, rule.article(), rule.chinese(), departure.zh(), departure.en(), departure.workingDays(),
				departure.days(), Evidence.of(entries, departure.entries()), false, State.NEW, null);
	}

	/// A finding as it was when it was taken up.
	private Finding vanished(String id, String agency, Handling handling) {
		String code = id.substring(0, id.indexOf(':'));
		String record = id.substring(id.indexOf(':') + 1, id.lastIndexOf(':'));
		FindingRule rule = FindingRule.of(code).orElseThrow();
		List<Recorded<Event>> stream = this.log.stream(record);
		Finding then = this.inspection.then(stream, handling.openedPosition(), handling.openedOn())
			.stream()
			.map((departure) -> of(agency, record, departure, stream))
			.filter((finding) -> finding.findingId().equals(id))
			.findFirst()
			.orElse(null);
		return new Finding(id, code, (then == null) ? rule.severity() : then.severity(), agency, record, rule.article(),
				rule.chinese(), "记录后经更正，该问题已不存在。" + ((then == null) ? "" : "原为：" + then.zh()),
				"gone by a later correction of the record" + ((then == null) ? "" : "; it was: " + then.en()),
				(then == null) ? 0 : then.workingDays(), (then == null) ? List.of() : then.days(),
				(then == null) ? List.of() : then.evidence(), true, State.OPEN, handling);
	}

}
