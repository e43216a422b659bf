package org.gongkai.query.audit;

import java.time.LocalDate;
import java.util.List;

import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.ApplicationTransferred;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.Personal;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.application.RecordRectified;
import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.DocumentMade;
import org.gongkai.events.disclosure.DocumentRepealed;
import org.gongkai.events.disclosure.RepealWay;
import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.events.disclosure.TallyRecorded;
import org.gongkai.events.review.DisputeOutcome;
import org.gongkai.events.review.DisputedAct;
import org.gongkai.events.review.ReviewConcluded;
import org.gongkai.events.review.ReviewFiled;
import org.gongkai.query.QueryServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Every entry is recorded on 30 July 2024; what differs is the day it is about.
class TimeTravelTest {

	private static QueryServer server;

	/// After the cases were received, and before anything was decided.
	private static long received;

	/// After the decisions, and before any correction.
	private static long decided;

	@BeforeAll
	static void open() {
		server = new QueryServer();
		server.record(new AgencyRegistered("T", "河口镇", AgencyKind.TOWNSHIP, null, on("2000-01-01")),
				new AgencyRegistered("S", "河口镇司法所", AgencyKind.DISPATCHED_BODY, "T", on("2000-01-01")));
		server.record(received("1", "2022-12-20"), received("2", "2023-03-01"), received("3", "2023-04-03"),
				received("4", "2023-05-04"));
		received = position();
		server.record(decided("1", Outcome.GRANTED, "2023-01-10"), decided("2", Outcome.DENIED_7, "2023-04-10"),
				new ApplicationTransferred("T/3", "T", "S", on("2023-06-01"), "属于司法所职责"));
		decided = position();
		server.record(rectified("2", null, "2023-03-20"), new EntryStruck("T/4", on("2024-07-01"), 0, "重复登记"));
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@Test
	void a_table_as_effective_on_a_day_counts_as_if_the_year_ended_that_day() {
		assertThat(row("T", "2023-03-31", "new")).isEqualTo(1);
		assertThat(row("T", "2023-03-31", "carried_in")).isEqualTo(1);
		assertThat(row("T", "2023-03-31", "granted")).isEqualTo(1);
		assertThat(row("T", "2023-03-31", "denied_7")).isEqualTo(1);
		assertThat(row("T", "2023-03-19", "denied_7")).isZero();
		assertThat(row("T", "2023-03-19", "carried_out")).isEqualTo(1);
		assertThat(row("T", "2023-01-09", "carried_out")).isEqualTo(1);
	}

	@Test
	void a_correction_of_the_record_is_known_at_a_position_and_holds_for_every_day() {
		assertThat(server.get("/api/reports/T/2023?effectiveOn=2023-03-31&knownAt=" + decided)
			.at("/table3/denied_7/6")
			.asInt()).isZero();
		assertThat(
				server.get("/api/reports/T/2023?effectiveOn=2023-05-31&knownAt=" + decided).at("/table3/new/6").asInt())
			.isEqualTo(3);
		assertThat(row("T", "2023-05-31", "new")).isEqualTo(2);
	}

	@Test
	void a_case_counts_with_the_body_that_had_it_on_the_day() {
		assertThat(row("T", "2023-05-31", "carried_out")).isEqualTo(1);
		assertThat(row("S", "2023-05-31", "carried_out")).isZero();
		assertThat(row("T", "2023-06-01", "carried_out")).isZero();
		assertThat(row("S", "2023-06-01", "carried_out")).isEqualTo(1);
		assertThat(row("S", "2023-12-31", "carried_out")).isEqualTo(1);
		assertThat(row("S", "2024-02-01", "carried_out")).isEqualTo(1);
	}

	@Test
	void a_year_that_had_not_begun_has_no_table() {
		assertThat(server.get("/api/reports/T/2023?effectiveOn=2022-12-31").path("code").asString())
			.isEqualTo("unknown-year");
	}

	@Test
	void documents_tallies_and_disputes_end_with_the_day_too() {
		server.record(new AgencyRegistered("D", "水利局", AgencyKind.DEPARTMENT, null, on("2000-01-01")),
				new DocumentMade("D/〔2023〕1号", "D", DocumentKind.NORMATIVE_DOCUMENT, "〔2023〕1号", "河道管理办法",
						on("2023-02-01"), false),
				new DocumentRepealed("D/〔2023〕1号", on("2023-08-01"), RepealWay.REPEALED),
				new TallyRecorded("D/q1", "D", "q1", TallyItem.PENALTIES, on("2023-01-01"), on("2023-03-31"), 5L, null,
						null),
				new TallyRecorded("D/q2", "D", "q2", TallyItem.PENALTIES, on("2023-04-01"), on("2023-06-30"), 7L, null,
						null),
				new ReviewFiled("review:D/1", "D", "1", null, DisputedAct.OTHER, null, on("2023-02-01"),
						new PersonalText(null, null)),
				new ReviewConcluded("review:D/1", DisputeOutcome.UPHELD, null, on("2023-05-01"), null, false));

		JsonNode may = server.get("/api/reports/D/2023?effectiveOn=2023-04-30");
		JsonNode year = server.get("/api/reports/D/2023");

		assertThat(table2(may, "normative_documents", "inForce")).isEqualTo(1);
		assertThat(table2(may, "normative_documents", "repealed")).isZero();
		assertThat(table2(may, "penalties", "decisions")).isEqualTo(5);
		assertThat(may.at("/table4/0").asInt()).isZero();
		assertThat(may.at("/table4/3").asInt()).isEqualTo(1);
		assertThat(may.path("effectiveOn").asString()).isEqualTo("2023-04-30");
		assertThat(table2(year, "normative_documents", "inForce")).isZero();
		assertThat(table2(year, "penalties", "decisions")).isEqualTo(12);
		assertThat(year.at("/table4/0").asInt()).isEqualTo(1);
	}

	@Test
	void a_case_is_shown_as_it_was_known_and_as_it_was_on_a_day() {
		assertThat(server.get("/api/audit/case?id=T/2&knownAt=" + received).at("/application/outcome").isMissingNode())
			.isTrue();
		assertThat(server.get("/api/audit/case?id=T/2&knownAt=" + decided).at("/application/concludedOn").asString())
			.isEqualTo("2023-04-10");
		assertThat(server.get("/api/audit/case?id=T/2").at("/application/concludedOn").asString())
			.isEqualTo("2023-03-20");
		assertThat(
				server.get("/api/audit/case?id=T/2&effectiveOn=2023-03-19").at("/application/outcome").isMissingNode())
			.isTrue();
		assertThat(server.get("/api/audit/case?id=T/2&effectiveOn=2023-03-19").at("/application/overdue").asBoolean())
			.isFalse();
		assertThat(server.get("/api/audit/case?id=T/3&effectiveOn=2023-05-31").at("/application/agency").asString())
			.isEqualTo("T");
		assertThat(server.get("/api/audit/case?id=T/3&effectiveOn=2023-05-31").at("/application/overdue").asBoolean())
			.isTrue();
		assertThat(server.get("/api/audit/case?id=T/2&effectiveOn=2023-02-28").path("code").asString())
			.isEqualTo("unknown-application");
		assertThat(server.get("/api/audit/case?id=T/2&knownAt=1").path("code").asString())
			.isEqualTo("unknown-application");
	}

	@Test
	void the_register_is_that_of_the_day() {
		assertThat(ids(server.get("/api/audit/register?agency=T&effectiveOn=2023-05-31"))).containsExactly("T/4", "T/3",
				"T/2", "T/1");
		assertThat(ids(server.get("/api/audit/register?agency=T&effectiveOn=2023-06-01"))).containsExactly("T/4", "T/2",
				"T/1");
		assertThat(ids(server.get("/api/audit/register?agency=T&withSubordinates=true&effectiveOn=2023-04-03")))
			.containsExactly("T/3", "T/2", "T/1");
		assertThat(ids(server.get("/api/audit/register?agency=T&state=open&effectiveOn=2023-03-19")))
			.containsExactly("T/2");
		assertThat(server.get("/api/audit/register?agency=T&knownAt=2").path("total").asInt()).isZero();
		assertThat(
				server.get("/api/audit/register?agency=T&size=2&page=1&effectiveOn=2023-05-31").path("total").asInt())
			.isEqualTo(4);
	}

	@Test
	void a_moment_is_a_position_an_instant_or_a_day() {
		assertThat(server.get("/api/reports/T/2023?knownAt=2024-07-30T01:02:02Z").at("/asOf/position").asLong())
			.isZero();
		assertThat(server.get("/api/reports/T/2023?knownAt=2024-07-30T09:02:03%2B08:00").at("/asOf/position").asLong())
			.isEqualTo(position());
		assertThat(server.get("/api/reports/T/2023?knownAt=2024-07-29").at("/asOf/position").asLong()).isZero();
		assertThat(server.get("/api/reports/T/2023?knownAt=2024-07-30").at("/asOf/position").asLong())
			.isEqualTo(position());
		assertThat(server.get("/api/reports/T/2023?knownAt=yesterday").path("code").asString()).isEqualTo("malformed");
		assertThat(server.get("/api/reports/T/2023?knownAt=999999").path("code").asString())
			.isEqualTo("unknown-position");
	}

	@Test
	void a_difference_names_cells_cases_and_fields() {
		JsonNode difference = server.get("/api/audit/difference?agency=T&year=2023&fromKnownAt=" + decided
				+ "&fromEffectiveOn=2023-03-31&toEffectiveOn=2023-03-31");

		assertThat(difference.path("cells").valueStream().map(TimeTravelTest::told)).containsExactly(
				"denied_7 natural_person 0 1 [] [\"T/2\"]", "denied_7 total 0 1 [] [\"T/2\"]",
				"total natural_person 1 2 [] [\"T/2\"]", "total total 1 2 [] [\"T/2\"]",
				"carried_out natural_person 1 0 [\"T/2\"] []", "carried_out total 1 0 [\"T/2\"] []");
		assertThat(difference.path("cases").valueStream().map(TimeTravelTest::fields))
			.containsExactly("T/2 changed outcome -denied_7 concludedOn -2023-03-20 replyNo -〔2023〕2号");
	}

	@Test
	void what_came_and_what_went_is_told_with_its_fields_and_no_name_is_repeated() {
		JsonNode difference = server
			.get("/api/audit/difference?agency=T&fromEffectiveOn=2023-03-01&toEffectiveOn=2023-06-01&toKnownAt="
					+ decided);

		assertThat(difference.path("cases")
			.valueStream()
			.map((one) -> one.path("applicationId").asString() + " " + one.path("change").asString()))
			.containsExactly("T/2 changed", "T/4 come");
		assertThat(difference.toString()).contains("applicantName").doesNotContain("申请人");
		assertThat(difference.has("year")).isFalse();
	}

	@Test
	void two_views_of_the_same_do_not_differ() {
		JsonNode difference = server.get("/api/audit/difference?agency=T&year=2023&withSubordinates=true&fromKnownAt="
				+ decided + "&toKnownAt=" + decided);

		assertThat(difference.path("cells").size()).isZero();
		assertThat(difference.path("cases").size()).isZero();
	}

	@Test
	void the_page_sets_two_views_against_each_other() {
		// waits until everything is shown, which a page does not
		server.get("/api/status");
		String page = server.call("GET", "/audit/difference?agency=T&year=2023&fromKnownAt=" + decided).body();

		assertThat(page).contains("T/2").contains("2023-04-10").contains("2023-03-20");
		assertThat(server.call("GET", "/audit/difference").body()).contains("请选择");
	}

	private static String told(JsonNode cell) {
		return String.join(" ", cell.at("/cell/row").asString(), cell.at("/cell/column").asString(),
				cell.path("from").asString(), cell.path("to").asString(), cell.path("gone").toString(),
				cell.path("come").toString());
	}

	private static String fields(JsonNode one) {
		StringBuilder told = new StringBuilder(
				one.path("applicationId").asString() + " " + one.path("change").asString());
		one.path("fields")
			.forEach((field) -> told.append(" " + field.path("field").asString() + " " + field.path("from").asString("")
					+ "-" + field.path("to").asString("")));
		return told.toString();
	}

	private static List<String> ids(JsonNode register) {
		return register.path("items").valueStream().map((item) -> item.path("applicationId").asString()).toList();
	}

	private static int table2(JsonNode report, String item, String column) {
		return report.path("table2")
			.valueStream()
			.filter((row) -> row.path("item").asString().equals(item))
			.findFirst()
			.orElseThrow()
			.path(column)
			.asInt();
	}

	private static int row(String agency, String day, String row) {
		return server.get("/api/reports/" + agency + "/2023?effectiveOn=" + day).at("/table3/" + row + "/6").asInt();
	}

	private static long position() {
		return server.get("/api/status").at("/log/position").asLong();
	}

	private static ApplicationReceived received(String number, String day) {
		return new ApplicationReceived("T/" + number, "T", number, ApplicantKind.NATURAL_PERSON, Channel.ONLINE,
				on(day), on(day), false, new Personal("申请人" + number, null, null, null, null, "申请人所求", null, null));
	}

	private static ApplicationDecided decided(String number, Outcome outcome, String day) {
		return new ApplicationDecided("T/" + number, outcome, on(day), "〔2023〕" + number + "号", null, List.of(), null);
	}

	private static RecordRectified rectified(String number, @Nullable Outcome outcome, @Nullable String concludedOn) {
		return new RecordRectified("T/" + number, on("2024-07-01"), "日期登记有误", null, null, null, null, outcome,
				(concludedOn == null) ? null : on(concludedOn), null, null);
	}

	private static LocalDate on(String day) {
		return LocalDate.parse(day);
	}

}
