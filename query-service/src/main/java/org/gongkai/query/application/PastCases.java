package org.gongkai.query.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.application.ApplicantErased;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.log.LogReader;
import org.gongkai.query.QueryService;
import org.gongkai.query.Vantage;
import org.gongkai.query.calendar.Calendars;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.application.ClockFact;
import org.gongkai.statute.application.ClockFacts;
import org.gongkai.statute.application.Deadline;
import org.gongkai.statute.application.DeadlineReceipt;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/// 台账的历史状态: cases as known at a position and as effective on a day, straight from the log.
@Component
public class PastCases {

	/// Streams that are read at once.
	private static final int BATCH = 2_000;

	private final LogReader log;

	private final NamedParameterJdbcTemplate sql;

	private final Calendars calendars;

	private final Clock clock;

	PastCases(LogReader logReader, JdbcTemplate readTables, Calendars calendars, Clock clock) {
		this.log = logReader;
		this.sql = new NamedParameterJdbcTemplate(readTables);
		this.calendars = calendars;
		this.clock = clock;
	}

	/// A case as it was.
	///
	/// @param item what held
	/// @param receipt how its due date came about, by the calendar known then
	/// @param entries what had been recorded and had happened
	public record Then(CaseItem item, DeadlineReceipt receipt, List<Recorded<Event>> entries) {
	}

	/// One case.
	/// @throws Refused `unknown-application` where it was not recorded, or not received,
	/// by then
	public Then get(String id, Vantage vantage) {
		List<Recorded<Event>> stream = this.log.stream(id);
		if (stream.isEmpty() || !(stream.getFirst().event() instanceof ApplicationEvent)) {
			throw unknown();
		}
		List<Recorded<Event>> entries = CaseThen.of(stream, vantage);
		if (entries.isEmpty()) {
			throw unknown();
		}
		WorkingCalendar calendar = this.calendars.at(vantage.position());
		return new Then(item(entries, calendar, today(vantage), isErased(stream)),
				DeadlineReceipt.of(clock(entries), calendar), entries);
	}

	/// Some cases by their ids, in the order given; those that were not there by then are
	/// left out.
	public Map<String, CaseItem> byIds(Collection<String> ids, Vantage vantage) {
		WorkingCalendar calendar = this.calendars.at(vantage.position());
		LocalDate today = today(vantage);
		Map<String, CaseItem> items = new LinkedHashMap<>();
		Set<String> erased = erased(ids);
		each(ids, vantage, (id, entries) -> items.put(id, item(entries, calendar, today, erased.contains(id))));
		return items;
	}

	/// The entries of some cases by their ids, in the order given; those that were not
	/// there by then are left out.
	public void each(Collection<String> ids, Vantage vantage, BiConsumer<String, List<Recorded<Event>>> entries) {
		List<String> left = List.copyOf(ids);
		for (int from = 0; from < left.size(); from += BATCH) {
			List<String> batch = left.subList(from, Math.min(left.size(), from + BATCH));
			Map<String, List<Recorded<Event>>> streams = this.log.streams(batch, vantage.position());
			for (String id : batch) {
				List<Recorded<Event>> then = CaseThen.of(streams.getOrDefault(id, List.of()), vantage);
				if (!then.isEmpty()) {
					entries.accept(id, then);
				}
			}
		}
	}

	/// The ids of the cases that some offices had, void records included, the latest
	/// received first.
	/// @param agencies codes; empty for all
	/// @param state null for all; lateness is not looked for
	public List<String> ids(List<String> agencies, CaseSearch.@Nullable State state, Vantage vantage) {
		return ids(null, agencies, state, vantage);
	}

	private List<String> ids(@Nullable Collection<String> among, List<String> agencies,
			CaseSearch.@Nullable State state, Vantage vantage) {
		List<String> conditions = new ArrayList<>(
				List.of("f.known_from <= :known and f.known_to > :known", "f.received_on <= :day"));
		if (among != null) {
			conditions.add("f.stream_id in (:among)");
		}
		if (!agencies.isEmpty()) {
			conditions.add("""
					(select p.agency from case_places p where p.stream_id = f.stream_id and p.known_from <= :known
					and p.known_to > :known and p.from_on <= :day order by p.step desc limit 1) in (:agencies)""");
		}
		if (state != null) {
			conditions.add("not f.void and (f.concluded_on is not null and f.concluded_on <= :day) is "
					+ ((state == CaseSearch.State.CONCLUDED) ? "true" : "false"));
		}
		LocalDate day = vantage.effectiveOn();
		return this.sql.queryForList(
				"select f.stream_id from case_facts f where " + String.join(" and ", conditions)
						+ " order by f.received_on desc, f.stream_id",
				new MapSqlParameterSource("known", vantage.position()).addValue("agencies", agencies)
					.addValue("among", among)
					.addValue("day", (day != null) ? day : LocalDate.of(9999, 12, 31)),
				String.class);
	}

	/// The ids of the next cases that were ever recorded, in their order.
	/// @param after only ids behind this one; empty for the first
	public List<String> next(String after, int most) {
		return this.sql.queryForList(
				"select distinct stream_id from case_facts where stream_id > :after order by stream_id limit :most",
				new MapSqlParameterSource("after", after).addValue("most", most), String.class);
	}

	/// Those of some cases that some offices had, void records included.
	/// @param agencies codes; empty for all
	public List<String> among(Collection<String> ids, List<String> agencies, Vantage vantage) {
		return ids(ids, agencies, null, vantage);
	}

	/// The ids of all cases that some offices had, void records included, by whose they
	/// are alone: independent of what is counted of them.
	/// @param agencies codes
	public List<String> had(List<String> agencies, Vantage vantage) {
		LocalDate day = vantage.effectiveOn();
		return this.sql.queryForList("""
				select stream_id from (
					select distinct on (stream_id) stream_id, agency from case_places
					where known_from <= :known and known_to > :known and from_on <= :day order by stream_id, step desc
				) as placed where agency in (:agencies) order by stream_id""",
				new MapSqlParameterSource("known", vantage.position()).addValue("agencies", agencies)
					.addValue("day", (day != null) ? day : LocalDate.of(9999, 12, 31)),
				String.class);
	}

	/// The day as of which an open case was late: the effective day, else the day of the
	/// last entry known; today where nothing is known later.
	private LocalDate today(Vantage vantage) {
		LocalDate day = vantage.effectiveOn();
		if (day != null) {
			return day;
		}
		if (vantage.position() >= this.log.head()) {
			return LocalDate.now(this.clock);
		}
		return this.log.recordedAt(vantage.position())
			.map((instant) -> LocalDate.ofInstant(instant, QueryService.OFFICE))
			.orElseGet(() -> LocalDate.now(this.clock));
	}

	private static CaseItem item(List<Recorded<Event>> entries, WorkingCalendar calendar, LocalDate today,
			boolean erased) {
		CaseView view = CaseView.of(entries);
		Deadline deadline = Deadline.of(clock(entries), calendar);
		CaseView.Conclusion conclusion = view.conclusion();
		CaseView.Redecision again = view.redecision();
		return new CaseItem(entries.getFirst().streamId(), view.agency(), view.received().applicationNo(),
				view.applicantKind(), view.personal().name(), view.channel(), view.submittedOn(), view.receivedOn(),
				view.personal().subject(), view.received().historical(), view.isVoid(),
				(conclusion == null) ? null : conclusion.outcome(), (conclusion == null) ? null : conclusion.on(),
				(conclusion == null) ? null : conclusion.no(), view.deliveredOn(), deadline.dueOn(),
				deadline.provisional(), deadline.state(), deadline.isOverdue(today),
				(again == null) ? null : redecision(again), entries.getLast().sequence(), erased);
	}

	private static boolean isErased(List<Recorded<Event>> stream) {
		return stream.stream().anyMatch((recorded) -> recorded.event() instanceof ApplicantErased);
	}

	/// Those whose people are forgotten now: nobody is remembered in a view of the past
	/// either.
	private Set<String> erased(Collection<String> ids) {
		return Set
			.copyOf(this.sql.queryForList("select stream_id from case_register where erased and stream_id in (:ids)",
					new MapSqlParameterSource("ids", ids.isEmpty() ? List.of("") : ids), String.class));
	}

	private static CaseItem.Redecision redecision(CaseView.Redecision again) {
		CaseView.Conclusion second = again.conclusion();
		return new CaseItem.Redecision(again.orderedOn(), (second == null) ? null : second.outcome(),
				(second == null) ? null : second.on(), (second == null) ? null : second.no(), again.deliveredOn());
	}

	private static List<ClockFact> clock(List<Recorded<Event>> entries) {
		List<ClockFact> facts = List.of();
		for (Recorded<Event> recorded : entries) {
			facts = ClockFacts.fold(facts, recorded.sequence(), (ApplicationEvent) recorded.event());
		}
		return facts;
	}

	private static Refused unknown() {
		return new Refused(Rule.UNKNOWN_APPLICATION, "no application has this id, or it was not there yet");
	}

}
