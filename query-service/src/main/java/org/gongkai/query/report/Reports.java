package org.gongkai.query.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.query.AsOf;
import org.gongkai.query.KnownAt;
import org.gongkai.query.ReadModels;
import org.gongkai.query.Stored;
import org.gongkai.query.agency.Agencies;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.DisputeBlock;
import org.gongkai.statute.report.DisputeResult;
import org.gongkai.statute.report.Row;
import org.gongkai.statute.report.TableFour;
import org.gongkai.statute.report.TableThree;
import org.gongkai.statute.report.TableTwo;
import org.gongkai.statute.report.YearToDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/// Computes the tables of an office and year, as known at a position, and the cases and disputes behind each cell.
///
/// New is what was received in the year, by the day of receipt (article 31); carried in is what was received before and not
/// concluded before; an outcome counts in the year of its conclusion; the rest is carried out.
@Component
public class Reports {

	private static final int FIRST_YEAR = 2008;

	/// What was received by the end of the year and not concluded before its beginning.
	private static final String COUNTED = """
			from case_facts where %s in (:agencies) and known_from <= :known and known_to > :known and not void
			and received_on <= :last and (concluded_on is null or concluded_on >= :first)
			""";

	private static final String CASE_ORDER = " order by received_on, stream_id";

	private static final String PLACE = """
			(select place.agency from case_places place where place.stream_id = case_facts.stream_id
			and place.known_from <= :known and place.known_to > :known and place.from_on <= :last
			order by place.step desc limit 1)""";

	private final NamedParameterJdbcTemplate sql;

	private final Agencies agencies;

	private final TablesTwo tablesTwo;

	private final TableFourCounts disputes;

	private final AsOf asOf;

	private final ReadModels models;

	private final Clock clock;

	Reports(JdbcTemplate readTables, Agencies agencies, TablesTwo tablesTwo, TableFourCounts disputes, AsOf asOf,
			ReadModels readModels, Clock clock) {
		this.sql = new NamedParameterJdbcTemplate(readTables);
		this.agencies = agencies;
		this.tablesTwo = tablesTwo;
		this.disputes = disputes;
		this.asOf = asOf;
		this.models = readModels;
		this.clock = clock;
	}

	/// What report is asked for.
	///
	/// @param agency code of the office
	/// @param year calendar year
	/// @param withSubordinates whether all that the office is responsible for on 31
	/// December counts too
	/// @param knownAt a position; null for now
	/// @param effectiveOn the day with which the year is taken to end; null for 31
	/// December
	public record Question(String agency, int year, boolean withSubordinates, @Nullable Long knownAt,
			@Nullable LocalDate effectiveOn) {

		/// A whole year.
		public Question(String agency, int year, boolean withSubordinates, @Nullable Long knownAt) {
			this(agency, year, withSubordinates, knownAt, null);
		}

		/// The year, as far as it is counted.
		/// @throws Refused `unknown-year` where it had not begun on the day
		YearToDate counted() {
			return YearToDate.of(this.year, this.effectiveOn);
		}

	}

	/// What is asked for, with the position of the moment that is asked for.
	/// @throws Refused `unknown-position`
	public Question question(String agency, int year, boolean withSubordinates, @Nullable KnownAt knownAt,
			@Nullable LocalDate effectiveOn) {
		return new Question(agency, year, withSubordinates, this.asOf.positionOrNow(knownAt), effectiveOn);
	}

	/// A report.
	///
	/// @param agency its code and the name it had at the end of the year
	/// @param counted codes of the offices whose cases are counted
	/// @param effectiveOn the day with which the year is taken to end; null for 31
	/// December
	/// @param disputeCounting how table four counts, as the office chose
	public record Report(Named agency, int year, AsOf.Position asOf, @Nullable LocalDate effectiveOn,
			boolean withSubordinates, List<String> counted, TableTwo table2, TableThree table3, TableFour table4,
			DisputeCounting disputeCounting) {

		/// The year, as far as it is counted.
		public YearToDate period() {
			return YearToDate.of(this.year, this.effectiveOn);
		}

		/// What was asked, at the position that answers it.
		public Question question() {
			return new Question(this.agency.code(), this.year, this.withSubordinates, this.asOf.position(),
					this.effectiveOn);
		}

		/// What the note under table four says of its counting.
		public String disputeNote() {
			return switch (this.disputeCounting) {
				case INCLUDING_CARRIED_IN -> "注：行政复议、行政诉讼数量含上年度结转数量。";
				case NEW_ONLY -> "注：行政复议、行政诉讼数量为本年度新发生数量，不含上年度结转数量。";
			};
		}

	}

	/// @param code 机关代码
	/// @param name official name
	public record Named(String code, String name) {
	}

	/// @throws Refused `unknown-agency`, `unknown-year`, `unknown-position`
	public Report report(Question question) {
		return count(scope(question), question);
	}

	/// The tables that an agency would add to a report which counts disputes so, also
	/// where its own records begin later.
	/// @throws Refused as [#report]
	public Report part(Question question, DisputeCounting counting) {
		Scope scope = scope(question, FIRST_YEAR);
		return count(new Scope(scope.agency(), scope.asOf(), scope.period(), scope.counted(), counting, scope.values()),
				question);
	}

	/// The reports of all offices that a report counts, each alone, known at the same
	/// position. They add up to the report.
	public List<Report> parts(Report whole) {
		long known = whole.asOf().position();
		YearToDate period = whole.period();
		return whole.counted().stream().map((code) -> {
			Named agency = new Named(code, this.agencies.nameOn(this.agencies.get(code), period.last(), known));
			List<String> counted = List.of(code);
			return count(
					new Scope(agency, whole.asOf(), period, counted, whole.disputeCounting(),
							values(counted, period, known)),
					new Question(code, whole.year(), false, known, whole.effectiveOn()));
		}).toList();
	}

	private Report count(Scope scope, Question question) {
		TableThree[] table = { TableThree.EMPTY };
		this.sql.query("""
				select applicant_kind, received_on < :first as carried_in,
				case when concluded_on <= :last then outcome end as outcome, count(*) as cases
				""" + counted(scope.period()) + " group by 1, 2, 3", scope.values(), (row) -> {
			ApplicantKind kind = Stored.constant(ApplicantKind.class, row.getString("applicant_kind"));
			String outcome = row.getString("outcome");
			int cases = Math.toIntExact(row.getLong("cases"));
			table[0] = table[0].add(row.getBoolean("carried_in") ? Row.CARRIED_IN : Row.NEW, kind, cases)
				.add((outcome == null) ? Row.CARRIED_OUT : Row.ofJson(outcome), kind, cases);
		});
		TableFourCounts.Question four = scope.disputes();
		return new Report(scope.agency(), question.year(), scope.asOf(), question.effectiveOn(),
				question.withSubordinates(), scope.counted(),
				this.tablesTwo.of(scope.counted(), scope.period(), scope.asOf().position()), table[0],
				this.disputes.table(four), four.counting());
	}

	/// The ids of all cases in a cell.
	/// @throws Refused as [#report]
	public List<String> cases(Question question, Row row, Column column) {
		Scope scope = scope(question);
		return this.sql.queryForList("select stream_id " + inCell(scope, row, column) + CASE_ORDER, scope.values(),
				String.class);
	}

	/// A page of the cases in a cell.
	/// @param size 1 to 500
	/// @throws Refused as [#report], `malformed`
	IdPage cases(Question question, Row row, Column column, int page, int size) {
		IdPage.check(page, size);
		Scope scope = scope(question);
		String cell = inCell(scope, row, column);
		Long total = this.sql.queryForObject("select count(*) " + cell, scope.values(), Long.class);
		scope.values().addValue("limit", size).addValue("offset", (long) page * size);
		return new IdPage(
				this.sql.queryForList("select stream_id " + cell + CASE_ORDER + " limit :limit offset :offset",
						scope.values(), String.class),
				page, size, (total == null) ? 0 : total);
	}

	private static String inCell(Scope scope, Row row, Column column) {
		List<String> conditions = new ArrayList<>();
		switch (row) {
			case NEW -> conditions.add("received_on >= :first");
			case CARRIED_IN -> conditions.add("received_on < :first");
			case TOTAL -> conditions.add("concluded_on <= :last");
			case CARRIED_OUT -> conditions.add("(concluded_on is null or concluded_on > :last)");
			case OTHER_AGGREGATE ->
				conditions.add("concluded_on <= :last and outcome in ('other_1', 'other_2', 'other_3')");
			default -> {
				conditions.add("concluded_on <= :last and outcome = :outcome");
				scope.values().addValue("outcome", row.jsonName());
			}
		}
		ApplicantKind kind = column.applicantKind();
		if (kind != null) {
			conditions.add("applicant_kind = :kind");
			scope.values().addValue("kind", Stored.name(kind));
		}
		return counted(scope.period()) + " and " + String.join(" and ", conditions);
	}

	/// A page of the disputes in a cell of table four.
	/// @param size 1 to 500
	/// @throws Refused as [#report], `malformed`
	IdPage disputes(Question question, DisputeBlock block, DisputeResult result, int page, int size) {
		IdPage.check(page, size);
		return this.disputes.disputes(scope(question).disputes(), block, result, page, size);
	}

	/// The ids of all disputes in a cell of table four.
	/// @throws Refused as [#report]
	public List<String> disputes(Question question, DisputeBlock block, DisputeResult result) {
		return this.disputes.disputes(scope(question).disputes(), block, result);
	}

	private record Scope(Named agency, AsOf.Position asOf, YearToDate period, List<String> counted,
			DisputeCounting counting, MapSqlParameterSource values) {

		TableFourCounts.Question disputes() {
			return new TableFourCounts.Question(this.counted, this.period, this.asOf.position(), this.counting);
		}

	}

	/// The first year of which an office has a report: of its complete records.
	public static int firstYear(Agencies.Agency agency) {
		LocalDate opened = agency.ledgerOpenedOn();
		return (opened == null) ? FIRST_YEAR : opened.getYear();
	}

	private Scope scope(Question question) {
		return scope(question, firstYear(this.agencies.get(question.agency())));
	}

	private Scope scope(Question question, int first) {
		Agencies.Agency agency = this.agencies.get(question.agency());
		int year = question.year();
		if (year < first || year > LocalDate.now(this.clock).getYear()) {
			throw new Refused(Rule.UNKNOWN_YEAR, "there is no report of this office for " + year);
		}
		long head = this.models.position();
		Long asked = question.knownAt();
		if (asked != null && (asked < 0 || asked > head)) {
			throw new Refused(Rule.UNKNOWN_POSITION, "the tables are complete to position " + head);
		}
		long known = (asked == null) ? head : asked;
		YearToDate period = question.counted();
		List<String> counted = question.withSubordinates()
				? this.agencies.withSubordinates(agency.code(), period.last(), known) : List.of(agency.code());
		return new Scope(new Named(agency.code(), this.agencies.nameOn(agency, period.last(), known)),
				this.asOf.at(known), period, counted, this.agencies.disputeCounting(agency.code(), year, known),
				values(counted, period, known));
	}

	/// Whose a case was within the year must be looked up; at its end it has come to whom
	/// it counts with.
	private static String counted(YearToDate period) {
		return period.isWhole() ? COUNTED.formatted("agency") : COUNTED.formatted(PLACE);
	}

	private static MapSqlParameterSource values(List<String> agencies, YearToDate period, long known) {
		return new MapSqlParameterSource("agencies", agencies).addValue("known", known)
			.addValue("first", period.first())
			.addValue("last", period.last());
	}

}
