package org.gongkai.query.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.disclosure.Category;
import org.gongkai.events.disclosure.PublicationChannel;
import org.gongkai.events.disclosure.ReviewResult;
import org.gongkai.query.PersonalCells;
import org.gongkai.query.RowCursor;
import org.gongkai.query.Stored;
import org.gongkai.query.Words;
import org.gongkai.query.calendar.Calendars;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.gongkai.statute.disclosure.PublicationTerm;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/// 主动公开目录: pieces of information with the term of article 26, and how many were published in a year.
@Component
public class InformationList {

	private static final String TABLE = "information";

	private static final String STREAM = "information:";

	private static final String ORDER = "made_on desc, information_no, stream_id";

	private final NamedParameterJdbcTemplate sql;

	private final RowCursor cursor;

	private final PersonalCells cells;

	private final Calendars calendars;

	private final Clock clock;

	InformationList(JdbcTemplate readTables, PersonalCells cells, Calendars calendars, Clock clock) {
		this.sql = new NamedParameterJdbcTemplate(readTables);
		this.cursor = new RowCursor(readTables);
		this.cells = cells;
		this.calendars = calendars;
		this.clock = clock;
	}

	/// How far a piece is.
	public enum State {

		/// 待审查.
		DRAFTED,
		/// 待发布.
		ALLOWED,
		/// 不予公开.
		WITHHELD,
		/// 已发布.
		PUBLISHED,
		/// 已撤下.
		WITHDRAWN,
		/// 已作误录撤销.
		VOID

	}

	/// One piece.
	///
	/// @param informationId agency code, slash, 信息编号
	/// @param agency code of the agency that publishes it
	/// @param title the published title, before that the working title
	/// @param sealedTitle the working title as it is stored; null once it is opened
	/// @param ground why it is withheld
	/// @param dueOn the last day in time; null while withheld or when struck
	/// @param dueProvisional whether a notice of holidays still to come may move it
	/// @param late whether publication came, or is still to come, after that day
	public record Piece(String informationId, String agency, String informationNo, @Nullable String title,
			@JsonIgnore @Nullable String sealedTitle, Category category, State state, LocalDate madeOn,
			@Nullable LocalDate reviewedOn, @Nullable Outcome ground, @Nullable LocalDate firstPublishedOn,
			@Nullable LocalDate withdrawnOn, @Nullable LocalDate dueOn, boolean dueProvisional, boolean late) {

		/// Whether it is told by its working title, which may name people.
		boolean tellsWorkingTitle() {
			return this.title != null && this.firstPublishedOn == null;
		}

		/// Its name in the log.
		String stream() {
			return STREAM + this.informationId;
		}

		/// The title is the published one, or else the working title once it is opened.
		Piece opened(PersonalCells.Opener open) {
			return new Piece(this.informationId, this.agency, this.informationNo,
					(this.title != null) ? this.title : open.cell("working_title", this.sealedTitle), null,
					this.category, this.state, this.madeOn, this.reviewedOn, this.ground, this.firstPublishedOn,
					this.withdrawnOn, this.dueOn, this.dueProvisional, this.late);
		}

	}

	/// What is looked for; null leaves a condition out.
	///
	/// @param agencies codes; empty for all
	/// @param q words in number or title
	/// @param late whether only what is late
	public record Search(List<String> agencies, @Nullable String q, @Nullable Category category, boolean late, int page,
			int size) {
	}

	/// How many pieces were published in a year.
	///
	/// @param byCategory by the first publication
	/// @param byChannel by each channel's publication; a piece in two channels is in both
	public record Published(Map<Category, Long> byCategory, Map<PublicationChannel, Long> byChannel) {

		/// How many pieces, each counted once.
		public long pieces() {
			return this.byCategory.values().stream().mapToLong(Long::longValue).sum();
		}

	}

	/// The pieces of a search, the latest made first.
	public Found<Piece> search(Search search) {
		WorkingCalendar calendar = this.calendars.current();
		LocalDate today = LocalDate.now(this.clock);
		Words words = this.cells.words(search.q(), "concat_ws(' ', information_no, title)", "words");
		Shelf shelf = Shelf.now(this.sql, TABLE)
			.in("agency", search.agencies())
			.words(words)
			.equal("category", search.category());
		if (!search.late() && words.isEmpty()) {
			Found<Piece> found = shelf.page(ORDER, search.page(), search.size(),
					(row, _) -> item(row, calendar, today));
			return new Found<>(opened(found.items()), found.page(), found.size(), found.total());
		}
		Shelf.check(search.page(), search.size());
		// a due date is never stored and a working title never in clear, so both are
		// judged here
		RowCursor.PageOf<Piece> found = new RowCursor.PageOf<>(search.page(), search.size());
		(search.late() ? shelf.and("not void") : shelf).each(this.cursor, ORDER, (row, _) -> item(row, calendar, today),
				(some) -> opened(some.stream().filter((piece) -> !search.late() || piece.late()).toList()).stream()
					.filter((piece) -> words.areIn(piece.informationNo(), piece.title()))
					.forEach(found::add));
		return new Found<>(found.items(), search.page(), search.size(), found.total());
	}

	/// One of them as it is now.
	/// @param stream its name in the log
	/// @throws Refused `unknown-disclosure`
	Piece get(String stream) {
		WorkingCalendar calendar = this.calendars.current();
		LocalDate today = LocalDate.now(this.clock);
		return Shelf.now(this.sql, TABLE).one(stream, (row, _) -> item(row, calendar, today));
	}

	/// How many pieces were published in a year, as known at a position.
	public Published published(List<String> agencies, int year, long known) {
		Map<Category, Long> byCategory = new EnumMap<>(Category.class);
		within(Shelf.counted(this.sql, TABLE, agencies, known), "first_published_on", year)
			.all("category, count(*) as pieces", " group by category", (row, _) -> byCategory
				.put(Stored.constant(Category.class, row.getString("category")), row.getLong("pieces")));
		Map<PublicationChannel, Long> byChannel = new EnumMap<>(PublicationChannel.class);
		within(Shelf.counted(this.sql, "(select *, false as void from information_channels) as channels", agencies,
				known), "published_on", year)
			.all("channel, count(*) as pieces", " group by channel", (row, _) -> byChannel
				.put(Stored.constant(PublicationChannel.class, row.getString("channel")), row.getLong("pieces")));
		return new Published(byCategory, byChannel);
	}

	/// The names in the log of those that are told by their working titles.
	static List<String> people(List<Piece> pieces) {
		return pieces.stream().filter(Piece::tellsWorkingTitle).map(Piece::stream).toList();
	}

	private List<Piece> opened(List<Piece> pieces) {
		return this.cells.open(pieces, Piece::stream, Piece::opened);
	}

	private static Shelf within(Shelf shelf, String column, int year) {
		return shelf.and(column + " between :first and :last")
			.with("first", LocalDate.of(year, 1, 1))
			.with("last", LocalDate.of(year, 12, 31));
	}

	private static Piece item(ResultSet row, WorkingCalendar calendar, LocalDate today) throws SQLException {
		LocalDate madeOn = row.getObject("made_on", LocalDate.class);
		LocalDate published = row.getObject("first_published_on", LocalDate.class);
		String ground = row.getString("ground");
		State state = state(row);
		boolean runs = state != State.VOID && state != State.WITHHELD;
		PublicationTerm term = PublicationTerm.of(madeOn, row.getObject("other_due_on", LocalDate.class), calendar);
		return new Piece(row.getString("stream_id").substring(STREAM.length()), row.getString("agency"),
				row.getString("information_no"), row.getString("title"), row.getString("working_title"),
				Stored.constant(Category.class, row.getString("category")), state, madeOn,
				row.getObject("reviewed_on", LocalDate.class),
				(ground == null) ? null : Stored.constant(Outcome.class, ground), published,
				row.getObject("withdrawn_on", LocalDate.class), runs ? term.dueOn() : null, runs && term.provisional(),
				runs && term.isLate(published, today));
	}

	private static State state(ResultSet row) throws SQLException {
		if (row.getBoolean("void")) {
			return State.VOID;
		}
		String result = row.getString("result");
		if (ReviewResult.WITHHOLD.name().equalsIgnoreCase(result)) {
			return State.WITHHELD;
		}
		if (row.getObject("withdrawn_on") != null) {
			return State.WITHDRAWN;
		}
		if (row.getObject("first_published_on") != null) {
			return State.PUBLISHED;
		}
		return (result == null) ? State.DRAFTED : State.ALLOWED;
	}

}
