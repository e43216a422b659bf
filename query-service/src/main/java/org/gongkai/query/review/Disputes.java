package org.gongkai.query.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongkai.events.application.Outcome;
import org.gongkai.events.review.DisputeOutcome;
import org.gongkai.events.review.DisputedAct;
import org.gongkai.events.review.LawsuitKind;
import org.gongkai.events.review.RulingForm;
import org.gongkai.query.PersonalCells;
import org.gongkai.query.RowCursor;
import org.gongkai.query.Stored;
import org.gongkai.query.Words;
import org.gongkai.query.calendar.Calendars;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.Warning;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.gongkai.statute.report.DisputeBlock;
import org.gongkai.statute.report.DisputeResult;
import org.gongkai.statute.review.Attacked;
import org.gongkai.statute.review.DisputeWarnings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/// Reads the register of disputes, each with the application and the review that its warnings follow from.
@Component
public class Disputes {

	private static final String JOINED = """
			select d.*, c.outcome as answer, c.concluded_on as answered_on, c.delivered_on as answer_delivered_on,
			c.redecided_as, c.redecided_on, c.redelivered_on, r.stream_id as review_found, r.concluded_on as reviewed_on
			from dispute_register d left join case_register c on c.stream_id = d.application_id and not c.void
			left join dispute_register r on r.stream_id = d.review_id and not r.void
			""";

	private static final String ORDER = " order by d.filed_on desc, d.dispute_no desc, d.stream_id";

	private final NamedParameterJdbcTemplate sql;

	private final RowCursor cursor;

	private final PersonalCells cells;

	private final Calendars calendars;

	Disputes(JdbcTemplate readTables, PersonalCells cells, Calendars calendars) {
		this.sql = new NamedParameterJdbcTemplate(readTables);
		this.cursor = new RowCursor(readTables);
		this.cells = cells;
		this.calendars = calendars;
	}

	/// One page of what was found.
	///
	/// @param items the page
	/// @param total how many there are on all pages
	public record Page(List<DisputeItem> items, int page, int size, long total) {

		/// How many pages there are, at least 1.
		public long pages() {
			return Math.max(1, (this.total + this.size - 1) / this.size);
		}

	}

	/// The disputes of a search, the latest filed first.
	public Page search(DisputeSearch search) {
		MapSqlParameterSource values = new MapSqlParameterSource();
		Words words = this.cells.words(search.q(), "concat_ws(' ', d.dispute_no, d.organ, d.application_id)",
				"d.words");
		String where = where(search, words, values);
		if (!words.isEmpty()) {
			// who applied or sued is not stored in clear, so the words are looked for
			// here
			RowCursor.PageOf<DisputeItem> found = new RowCursor.PageOf<>(search.page(), search.size());
			WorkingCalendar calendar = this.calendars.current();
			this.cursor
				.each(JOINED + where + ORDER, values, (row, _) -> item(row, calendar), (some) -> opened(some).stream()
					.filter((item) -> words.areIn(item.disputeNo(), item.party(), item.organ(), item.applicationId()))
					.forEach(found::add));
			return new Page(found.items(), search.page(), search.size(), found.total());
		}
		Long total = this.sql.queryForObject("select count(*) from dispute_register d" + where, values, Long.class);
		values.addValue("limit", search.size()).addValue("offset", (long) search.page() * search.size());
		return new Page(read(where + ORDER + " limit :limit offset :offset", values), search.page(), search.size(),
				(total == null) ? 0 : total);
	}

	/// Some disputes by their ids, in the order given.
	public List<DisputeItem> byIds(List<String> ids) {
		Map<String, DisputeItem> found = read(" where d.stream_id in (:ids)",
				new MapSqlParameterSource("ids", ids.isEmpty() ? List.of("") : ids))
			.stream()
			.collect(Collectors.toMap(DisputeItem::disputeId, Function.identity()));
		return ids.stream().filter(found::containsKey).map(found::get).toList();
	}

	/// The disputes about an application, in the order of filing.
	public List<DisputeItem> about(String applicationId) {
		return read(" where d.application_id = :id order by d.filed_on, d.stream_id",
				new MapSqlParameterSource("id", applicationId));
	}

	/// @throws Refused `unknown-dispute`
	public DisputeItem get(String id) {
		return byIds(List.of(id)).stream()
			.findFirst()
			.orElseThrow(() -> new Refused(Rule.UNKNOWN_DISPUTE, "no dispute has this id"));
	}

	private List<DisputeItem> read(String rest, MapSqlParameterSource values) {
		WorkingCalendar calendar = this.calendars.current();
		return opened(this.sql.query(JOINED + rest, values, (row, _) -> item(row, calendar)));
	}

	private List<DisputeItem> opened(List<DisputeItem> items) {
		return this.cells.open(items, DisputeItem::disputeId, DisputeItem::opened);
	}

	private static String where(DisputeSearch search, Words words, MapSqlParameterSource values) {
		List<String> conditions = new ArrayList<>();
		if (!search.agencies().isEmpty()) {
			conditions.add("d.agency in (:agencies)");
			values.addValue("agencies", search.agencies());
		}
		words.addTo(conditions::add, values::addValue);
		DisputeBlock block = search.block();
		if (block != null) {
			conditions.add("d.block = :block");
			values.addValue("block", block.jsonName());
		}
		DisputeResult result = search.result();
		if (result == DisputeResult.PENDING) {
			conditions.add("d.outcome is null and not d.void");
		}
		else if (result != null && result != DisputeResult.TOTAL) {
			conditions.add("d.outcome = :result");
			values.addValue("result", result.jsonName());
		}
		Integer year = search.filedIn();
		if (year != null) {
			conditions.add("d.filed_on between :from and :to");
			values.addValue("from", LocalDate.of(year, 1, 1)).addValue("to", LocalDate.of(year, 12, 31));
		}
		return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
	}

	private static DisputeItem item(ResultSet row, WorkingCalendar calendar) throws SQLException {
		DisputeBlock block = Stored.constant(DisputeBlock.class, row.getString("block"));
		DisputedAct against = Stored.constant(DisputedAct.class, row.getString("against"));
		LocalDate filedOn = row.getObject("filed_on", LocalDate.class);
		DisputeOutcome outcome = constant(DisputeOutcome.class, row.getString("outcome"));
		RulingForm form = constant(RulingForm.class, row.getString("form"));
		boolean isVoid = row.getBoolean("void");
		List<Warning> warnings = new ArrayList<>();
		if (!isVoid) {
			warnings.addAll(warnings(row, block, against, filedOn, calendar));
			warnings.addAll((outcome == null) ? List.of() : DisputeWarnings.ofDecision(outcome, form));
		}
		return new DisputeItem(row.getString("stream_id"), block, row.getString("agency"), row.getString("dispute_no"),
				row.getString("application_id"), row.getString("review_id"), against, row.getString("organ"),
				row.getString("party"), filedOn, row.getBoolean("co_defendant"), isVoid, outcome, form,
				row.getObject("concluded_on", LocalDate.class), row.getBoolean("withdrawn"),
				row.getString("decision_no"), row.getBoolean("orders_redecision"), row.getLong("version"), warnings,
				row.getBoolean("erased"));
	}

	private static List<Warning> warnings(ResultSet row, DisputeBlock block, DisputedAct against, LocalDate filedOn,
			WorkingCalendar calendar) throws SQLException {
		Attacked attacked = Attacked.lastOn(filedOn,
				Stream
					.of(conclusion(row, "answer", "answered_on", "answer_delivered_on"),
							conclusion(row, "redecided_as", "redecided_on", "redelivered_on"))
					.flatMap(List::stream)
					.toList());
		boolean found = row.getString("review_found") != null;
		LocalDate reviewedOn = row.getObject("reviewed_on", LocalDate.class);
		return switch (block) {
			case REVIEW -> DisputeWarnings.ofReview(against, filedOn, attacked, calendar);
			case DIRECT ->
				DisputeWarnings.ofLawsuit(LawsuitKind.DIRECT, against, filedOn, attacked, found, reviewedOn, calendar);
			case AFTER_REVIEW -> DisputeWarnings.ofLawsuit(LawsuitKind.AFTER_REVIEW, against, filedOn, attacked, found,
					reviewedOn, calendar);
		};
	}

	private static List<Attacked> conclusion(ResultSet row, String outcome, String on, String deliveredOn)
			throws SQLException {
		Outcome answer = constant(Outcome.class, row.getString(outcome));
		LocalDate day = row.getObject(on, LocalDate.class);
		return (answer == null || day == null) ? List.of()
				: List.of(new Attacked(answer, day, row.getObject(deliveredOn, LocalDate.class)));
	}

	private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
		return (name == null) ? null : Stored.constant(type, name);
	}

}
