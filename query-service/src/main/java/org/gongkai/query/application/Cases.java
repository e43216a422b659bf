package org.gongkai.query.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.Outcome;
import org.gongkai.log.EventJson;
import org.gongkai.query.PersonalCells;
import org.gongkai.query.RowCursor;
import org.gongkai.query.Stored;
import org.gongkai.query.Words;
import org.gongkai.query.calendar.Calendars;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.application.ClockFact;
import org.gongkai.statute.application.Deadline;
import org.gongkai.statute.application.DeadlineReceipt;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/// Reads the register.
@Component
public class Cases {

	private static final TypeReference<List<ClockFact>> CLOCK = new TypeReference<>() {
	};

	/// Nothing is left to answer: a new answer that was ordered is given too.
	private static final String ANSWERED = "concluded_on is not null and (redecision_ordered_on is null or redecided_on is not null)";

	private final NamedParameterJdbcTemplate sql;

	private final RowCursor cursor;

	private final PersonalCells cells;

	private final Calendars calendars;

	private final Clock clock;

	Cases(JdbcTemplate readTables, PersonalCells cells, Calendars calendars, Clock clock) {
		this.sql = new NamedParameterJdbcTemplate(readTables);
		this.cursor = new RowCursor(readTables);
		this.cells = cells;
		this.calendars = calendars;
		this.clock = clock;
	}

	/// One page of what was found.
	///
	/// @param items the page
	/// @param total how many there are on all pages
	public record Page(List<CaseItem> items, int page, int size, long total) {

		/// How many pages there are, at least 1.
		public long pages() {
			return Math.max(1, (this.total + this.size - 1) / this.size);
		}

	}

	/// The cases of a search, the latest received first.
	public Page search(CaseSearch search) {
		MapSqlParameterSource values = new MapSqlParameterSource();
		Words words = this.cells.words(search.q(), "application_no", "words");
		String where = where(search, words, values);
		String order = " order by received_on desc, application_no desc, stream_id";
		boolean late = search.state() == CaseSearch.State.OVERDUE;
		if (late || !words.isEmpty()) {
			// a due date is never stored and a name is never stored in clear, so both are
			// judged here
			RowCursor.PageOf<CaseItem> found = new RowCursor.PageOf<>(search.page(), search.size());
			WorkingCalendar calendar = this.calendars.current();
			LocalDate today = LocalDate.now(this.clock);
			this.cursor.each("select * from case_register" + where + order, values,
					(row, _) -> item(row, calendar, today),
					(some) -> opened(some.stream().filter((item) -> !late || item.overdue()).toList()).stream()
						.filter((item) -> words.areIn(item.applicationNo(), item.applicantName(), item.subject()))
						.forEach(found::add));
			return new Page(found.items(), search.page(), search.size(), found.total());
		}
		Long total = this.sql.queryForObject("select count(*) from case_register" + where, values, Long.class);
		values.addValue("limit", search.size()).addValue("offset", (long) search.page() * search.size());
		return new Page(read("select * from case_register" + where + order + " limit :limit offset :offset", values),
				search.page(), search.size(), (total == null) ? 0 : total);
	}

	/// Open cases.
	///
	/// @param first those that are due first; those whose term does not run come last
	/// @param overdue how many are late
	public record Open(List<CaseItem> first, int count, int overdue) {
	}

	/// The open cases of some agencies.
	/// @param agencies codes; empty for all
	/// @param most how many are told
	public Open open(List<String> agencies, int most) {
		Comparator<CaseItem> order = Comparator
			.comparing(CaseItem::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
			.thenComparing(CaseItem::receivedOn)
			.thenComparing(CaseItem::applicationId);
		PriorityQueue<CaseItem> first = new PriorityQueue<>(order.reversed());
		int[] counts = new int[2];
		WorkingCalendar calendar = this.calendars.current();
		LocalDate today = LocalDate.now(this.clock);
		this.cursor.each(
				"select * from case_register where not (" + ANSWERED + ") and not void"
						+ (agencies.isEmpty() ? "" : " and agency in (:agencies)"),
				new MapSqlParameterSource("agencies", agencies), (row, _) -> item(row, calendar, today),
				(some) -> some.forEach((item) -> {
					counts[0]++;
					counts[1] += item.overdue() ? 1 : 0;
					first.add(item);
					if (first.size() > most) {
						first.remove();
					}
				}));
		return new Open(opened(first.stream().sorted(order).toList()), counts[0], counts[1]);
	}

	/// Some cases by their ids, in the order given.
	public List<CaseItem> byIds(List<String> ids) {
		Map<String, CaseItem> found = read("select * from case_register where stream_id in (:ids)",
				new MapSqlParameterSource("ids", ids.isEmpty() ? List.of("") : ids))
			.stream()
			.collect(Collectors.toMap(CaseItem::applicationId, Function.identity()));
		return ids.stream().filter(found::containsKey).map(found::get).toList();
	}

	/// @throws Refused `unknown-application`
	public CaseItem get(String id) {
		return byIds(List.of(id)).stream().findFirst().orElseThrow(Cases::unknown);
	}

	/// How the due date of a case came about.
	/// @throws Refused `unknown-application`
	public DeadlineReceipt receipt(String id) {
		return this.sql
			.query("select clock from case_register where stream_id = :id", new MapSqlParameterSource("id", id),
					(row, _) -> clock(row))
			.stream()
			.findFirst()
			.map((facts) -> DeadlineReceipt.of(facts, this.calendars.current()))
			.orElseThrow(Cases::unknown);
	}

	private List<CaseItem> read(String select, MapSqlParameterSource values) {
		WorkingCalendar calendar = this.calendars.current();
		LocalDate today = LocalDate.now(this.clock);
		return opened(this.sql.query(select, values, (row, _) -> item(row, calendar, today)));
	}

	private List<CaseItem> opened(List<CaseItem> items) {
		return this.cells.open(items, CaseItem::applicationId, CaseItem::opened);
	}

	private static String where(CaseSearch search, Words words, MapSqlParameterSource values) {
		List<String> conditions = new ArrayList<>();
		if (!search.agencies().isEmpty()) {
			conditions.add("agency in (:agencies)");
			values.addValue("agencies", search.agencies());
		}
		words.addTo(conditions::add, values::addValue);
		equal(conditions, values, "applicant_kind", name(search.applicantKind()));
		equal(conditions, values, "channel", name(search.channel()));
		equal(conditions, values, "outcome", name(search.outcome()));
		if (search.state() != null) {
			conditions
				.add((search.state() == CaseSearch.State.CONCLUDED) ? ANSWERED : "not (" + ANSWERED + ") and not void");
		}
		Optional.ofNullable(search.receivedFrom()).ifPresent((day) -> {
			conditions.add("received_on >= :from");
			values.addValue("from", day);
		});
		Optional.ofNullable(search.receivedTo()).ifPresent((day) -> {
			conditions.add("received_on <= :to");
			values.addValue("to", day);
		});
		return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
	}

	private static void equal(List<String> conditions, MapSqlParameterSource values, String column,
			@Nullable String value) {
		if (value != null) {
			conditions.add(column + " = :" + column);
			values.addValue(column, value);
		}
	}

	private static @Nullable String name(@Nullable Enum<?> constant) {
		return (constant == null) ? null : Stored.name(constant);
	}

	private static CaseItem item(ResultSet row, WorkingCalendar calendar, LocalDate today) throws SQLException {
		Deadline deadline = Deadline.of(clock(row), calendar);
		String outcome = row.getString("outcome");
		return new CaseItem(row.getString("stream_id"), row.getString("agency"), row.getString("application_no"),
				Stored.constant(ApplicantKind.class, row.getString("applicant_kind")), row.getString("applicant_name"),
				Stored.constant(Channel.class, row.getString("channel")),
				row.getObject("submitted_on", LocalDate.class), row.getObject("received_on", LocalDate.class),
				row.getString("subject"), row.getBoolean("historical"), row.getBoolean("void"),
				(outcome == null) ? null : Stored.constant(Outcome.class, outcome),
				row.getObject("concluded_on", LocalDate.class), row.getString("reply_no"),
				row.getObject("delivered_on", LocalDate.class), deadline.dueOn(), deadline.provisional(),
				deadline.state(), deadline.isOverdue(today), redecision(row), row.getLong("version"),
				row.getBoolean("erased"));
	}

	private static CaseItem.@Nullable Redecision redecision(ResultSet row) throws SQLException {
		LocalDate orderedOn = row.getObject("redecision_ordered_on", LocalDate.class);
		String outcome = row.getString("redecided_as");
		return (orderedOn == null) ? null
				: new CaseItem.Redecision(orderedOn, (outcome == null) ? null : Stored.constant(Outcome.class, outcome),
						row.getObject("redecided_on", LocalDate.class), row.getString("redecision_no"),
						row.getObject("redelivered_on", LocalDate.class));
	}

	private static List<ClockFact> clock(ResultSet row) throws SQLException {
		return EventJson.mapper().readValue(row.getString("clock"), CLOCK);
	}

	private static Refused unknown() {
		return new Refused(Rule.UNKNOWN_APPLICATION, "no application has this id");
	}

}
