package org.gongkai.query.audit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.agency.AgencyReparented;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.Personal;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.DocumentMade;
import org.gongkai.events.disclosure.DocumentRepealed;
import org.gongkai.events.disclosure.RepealWay;
import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.events.disclosure.TallyRecorded;
import org.gongkai.events.review.DisputedAct;
import org.gongkai.events.review.ReviewFiled;
import org.gongkai.query.QueryServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ExplanationTest {

	private static QueryServer server;

	@BeforeAll
	static void open() {
		server = new QueryServer();
		server.record(new AgencyRegistered("C", "湘潭县", AgencyKind.COUNTY, null, on("2000-01-01")),
				new AgencyRegistered("T", "河口镇", AgencyKind.TOWNSHIP, "C", on("2000-01-01")),
				new AgencyReparented("T", null, on("2024-03-01")), received("1", "2022-12-20"),
				received("2", "2023-03-01"), decided("1", Outcome.GRANTED, "2023-01-10"),
				new ReviewFiled("review:T/1", "T", "1", "T/1", DisputedAct.REPLY, null, on("2023-02-01"),
						new PersonalText(null, null)),
				new DocumentMade("T/办1", "T", DocumentKind.NORMATIVE_DOCUMENT, "办1", "办法", on("2023-04-01"), false),
				new DocumentRepealed("T/办1", on("2023-11-01"), RepealWay.REPEALED),
				new DocumentMade("T/办2", "T", DocumentKind.NORMATIVE_DOCUMENT, "办2", "办法", on("2020-04-01"), true),
				new TallyRecorded("T/统1", "T", "统1", TallyItem.LICENCES, on("2023-01-01"), on("2023-06-30"), 120L, null,
						null),
				new TallyRecorded("T/统2", "T", "统2", TallyItem.LICENCES, on("2023-07-01"), on("2023-12-31"), 30L, null,
						null),
				new TallyRecorded("T/统3", "T", "统3", TallyItem.FEES, on("2023-01-01"), on("2023-12-31"), null,
						new BigDecimal("12.50"), null));
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@Test
	void a_case_is_explained_with_its_entries_and_the_offices_that_count_it() {
		JsonNode explained = server.get("/api/audit/explanation?id=T/1&year=2023").at("/explanations/0");

		assertThat(explained.path("cells").valueStream().map((cell) -> cell.path("row").asString()))
			.containsExactly("carried_in", "granted");
		JsonNode decision = explained.path("steps")
			.valueStream()
			.filter((step) -> step.path("basis").asString().equals("conclusion"))
			.findFirst()
			.orElseThrow();
		assertThat(decision.at("/evidence/0/position").asLong()).isEqualTo(6);
		assertThat(decision.at("/evidence/0/effectiveOn").asString()).isEqualTo("2023-01-10");
		assertThat(decision.at("/evidence/0/recordedAt").asString()).startsWith("2024-07-30T01:02:03");
		assertThat(decision.at("/evidence/0/actor").asString()).isEqualTo("王科员");
		assertThat(explained.path("countedBy")
			.valueStream()
			.map((by) -> by.path("agency").asString() + " " + by.path("withSubordinates").asBoolean()))
			.containsExactly("T false", "C true");
	}

	@Test
	void the_hierarchy_is_that_of_the_end_of_the_year() {
		assertThat(server.get("/api/audit/explanation?id=T/2&year=2024")
			.at("/explanations/0/countedBy")
			.valueStream()
			.map((by) -> by.path("agency").asString())).containsExactly("T");
	}

	@Test
	void a_case_in_no_cell_is_told_why() {
		JsonNode explained = server.get("/api/audit/explanation?id=T/1&year=2024").at("/explanations/0");

		assertThat(explained.path("cells").size()).isZero();
		assertThat(explained.path("countedBy").size()).isZero();
		assertThat(explained.path("steps").valueStream().map((step) -> step.path("basis").asString()))
			.endsWith("earlier-year");
		assertThat(server.get("/api/audit/explanation?id=T/9&year=2024").path("code").asString())
			.isEqualTo("unknown-application");
	}

	@Test
	void the_disputes_about_a_case_are_explained_into_table_four() {
		JsonNode explained = server.get("/api/audit/explanation?id=T/1&year=2023&table=4").at("/explanations/0");

		assertThat(explained.path("id").asString()).isEqualTo("review:T/1");
		assertThat(explained.at("/cells/0/row").asString()).isEqualTo("review");
		assertThat(explained.at("/cells/0/column").asString()).isEqualTo("pending");
		assertThat(server.get("/api/audit/explanation?id=T/1&year=2023&table=2").path("code").asString())
			.isEqualTo("unknown-cell");
	}

	@Test
	void a_document_and_a_tally_are_explained_into_table_two() {
		JsonNode document = server.get("/api/audit/explanation?id=document:T/办1&year=2023").at("/explanations/0");

		assertThat(document.path("table").asInt()).isEqualTo(2);
		assertThat(told(document.path("cells"))).containsExactly("normative_documents made 1",
				"normative_documents repealed 1");
		assertThat(document.path("steps").valueStream().map((step) -> step.path("basis").asString()))
			.containsExactly("making", "repeal", "made-in-year", "repealed-in-year");
		assertThat(document.at("/steps/1/evidence/0/event").asString()).isEqualTo("disclosure.DocumentRepealed");
		assertThat(document.path("countedBy").valueStream().map((by) -> by.path("agency").asString()))
			.containsExactly("T", "C");
		JsonNode tally = server.get("/api/audit/explanation?id=tally:T/统3&year=2023&table=2").at("/explanations/0");
		assertThat(told(tally.path("cells"))).containsExactly("fees amountWanYuan 12.50");
		assertThat(server.get("/api/audit/explanation?id=tally:T/9&year=2023").path("code").asString())
			.isEqualTo("unknown-disclosure");
		assertThat(server.get("/api/audit/explanation?id=review:T/9&year=2023").path("code").asString())
			.isEqualTo("unknown-dispute");
		assertThat(server.get("/api/audit/explanation?id=tally:T/统3&year=2023&table=3").path("code").asString())
			.isEqualTo("unknown-cell");
	}

	@Test
	void the_cells_of_a_table_are_exclusive_and_complete() {
		JsonNode proof = server.get("/api/audit/cells/T/2023?row=granted");

		assertThat(proof.path("holds").asBoolean()).isTrue();
		assertThat(proof.path("touching").asInt()).isEqualTo(2);
		assertThat(lines(proof)).containsExactly("entry new total 1", "entry carried_in total 1",
				"exit granted total 1", "exit carried_out total 1");
		assertThat(proof.at("/cell/records").valueStream().map((one) -> one.path("id").asString()))
			.containsExactly("T/1");
		assertThat(proof.at("/cell/records/0/zh").asString()).contains("上年结转", "予以公开");
	}

	@Test
	void the_cells_of_table_two_are_the_sums_of_documents_and_tallies() {
		JsonNode proof = server.get("/api/audit/cells/T/2023?table=2&row=licences&column=decisions");

		assertThat(proof.path("holds").asBoolean()).as(proof.toString()).isTrue();
		assertThat(proof.path("touching").asInt()).isEqualTo(5);
		assertThat(lines(proof)).containsExactly("in_force normative_documents repealed 1",
				"in_force normative_documents inForce 1", "tallies licences decisions 2",
				"tallies fees amountWanYuan 1");
		assertThat(proof.path("cells")
			.valueStream()
			.map((one) -> one.path("row").asString() + " " + one.path("column").asString() + " "
					+ one.path("printed").asString() + " " + one.path("sum").asString()))
			.containsExactly("normative_documents made 1 1", "normative_documents repealed 1 1",
					"normative_documents inForce 1 1", "licences decisions 150 150", "fees amountWanYuan 12.50 12.50");
		assertThat(proof.at("/cell/records")
			.valueStream()
			.map((one) -> one.path("id").asString() + " " + one.path("number").asString()))
			.containsExactly("tally:T/统2 30", "tally:T/统1 120");
		assertThat(server.get("/api/audit/cells/T/2023?table=2&row=licences").path("code").asString())
			.isEqualTo("unknown-cell");
		assertThat(server.get("/api/audit/cells/T/2023?table=5").path("code").asString()).isEqualTo("unknown-cell");
	}

	@Test
	void the_cells_of_table_four_are_exclusive_and_complete() {
		JsonNode proof = server.get("/api/audit/cells/T/2023?table=4&row=review&column=total");

		assertThat(proof.path("holds").asBoolean()).as(proof.toString()).isTrue();
		assertThat(lines(proof)).containsExactly("results review pending 1");
		assertThat(proof.at("/cell/records/0/id").asString()).isEqualTo("review:T/1");
		assertThat(proof.at("/cell/records/0/zh").asString()).contains("尚未审结");
	}

	@Test
	void a_table_that_does_not_follow_from_the_log_is_found_out() {
		server.record(new AgencyRegistered("U", "易俗河镇", AgencyKind.TOWNSHIP, null, on("2000-01-01")),
				received("U", "3", "2023-05-04"), received("U", "4", "2023-05-05"));
		server.get("/api/status");
		server.sql.update("update case_facts set received_on = '2022-05-04' where stream_id = 'U/3'");
		server.sql.update("delete from case_facts where stream_id = 'U/4'");
		try {
			JsonNode proof = server.get("/api/audit/cells/U/2023");

			assertThat(proof.path("holds").asBoolean()).isFalse();
			assertThat(proof.at("/sides/0/elsewhere").toString()).isEqualTo("[\"U/3\"]");
			assertThat(proof.at("/sides/0/nowhere").toString()).isEqualTo("[\"U/4\"]");
			assertThat(proof.at("/sides/1/nowhere").toString()).isEqualTo("[\"U/4\"]");
		}
		finally {
			server.call("POST", "/api/projections/case-facts/rebuild");
		}
		assertThat(server.get("/api/audit/cells/U/2023").path("holds").asBoolean()).isTrue();
	}

	@Test
	void tables_two_and_four_that_do_not_follow_from_the_log_are_found_out() {
		server.record(new AgencyRegistered("V", "射埠镇", AgencyKind.TOWNSHIP, null, on("2000-01-01")),
				new DocumentMade("V/1", "V", DocumentKind.REGULATION, "1", "办法", on("2023-04-01"), false),
				new DocumentMade("V/2", "V", DocumentKind.REGULATION, "2", "办法", on("2023-04-01"), false),
				new TallyRecorded("V/1", "V", "1", TallyItem.PENALTIES, on("2023-01-01"), on("2023-12-31"), 7L, null,
						null),
				new ReviewFiled("review:V/1", "V", "1", null, DisputedAct.OTHER, null, on("2023-02-01"),
						new PersonalText(null, null)));
		server.get("/api/status");
		server.sql.update("update documents set repealed_on = '2023-05-04' where stream_id = 'document:V/1'");
		server.sql.update("delete from documents where stream_id = 'document:V/2'");
		server.sql.update("update tallies set counted = 8 where stream_id = 'tally:V/1'");
		server.sql.update("delete from dispute_facts where stream_id = 'review:V/1'");
		try {
			JsonNode two = server.get("/api/audit/cells/V/2023?table=2");
			JsonNode four = server.get("/api/audit/cells/V/2023?table=4");

			assertThat(two.path("holds").asBoolean()).isFalse();
			assertThat(two.at("/sides/0/elsewhere").toString()).isEqualTo("[\"document:V/1\"]");
			assertThat(two.at("/sides/0/nowhere").toString()).isEqualTo("[\"document:V/2\"]");
			assertThat(two.path("cells")
				.valueStream()
				.filter((one) -> one.path("row").asString().equals("penalties"))
				.map((one) -> one.path("missing") + " " + one.path("astray")))
				.containsExactly("[\"tally:V/1\"] [\"tally:V/1\"]");
			assertThat(four.path("holds").asBoolean()).isFalse();
			assertThat(four.at("/sides/0/nowhere").toString()).isEqualTo("[\"review:V/1\"]");
		}
		finally {
			server.call("POST", "/api/projections/all/rebuild");
		}
		assertThat(server.get("/api/audit/cells/V/2023?table=2").path("holds").asBoolean()).isTrue();
		assertThat(server.get("/api/audit/cells/V/2023?table=4").path("holds").asBoolean()).isTrue();
	}

	@Test
	void a_sample_is_drawn_from_the_cases_that_touch_the_year() {
		String asked = "/api/audit/sample?agency=T&year=2023&stratified=true&seed=" + "0a".repeat(32);
		JsonNode both = server.get(asked + "&size=5");

		assertThat(both.path("population").asInt()).isEqualTo(2);
		assertThat(both.path("drawn")
			.valueStream()
			.map((one) -> one.path("stratum").asString() + " " + one.path("id").asString()))
			.containsExactly("granted T/1", "carried_out T/2");
		assertThat(server.get(asked + "&size=1").at("/drawn/0/id").asString()).isEqualTo("T/1");
		assertThat(server.get(asked.substring(0, asked.length() - 1) + "&size=1").path("code").asString())
			.isEqualTo("malformed");
		assertThat(server.get(asked + "&size=0").path("code").asString()).isEqualTo("malformed");
	}

	@Test
	void the_pages_show_both() {
		// waits until everything is shown, which a page does not
		server.get("/api/audit/explanation?id=T/1&year=2023");
		assertThat(server.call("GET", "/audit/explanation?id=T/1&year=2023").body()).contains("上年结转", "条例第三十一条",
				"日志第6位", "湘潭县（含下级）", "review:T/1");
		assertThat(server.call("GET", "/audit/explanation?id=document:T/办1&year=2023").body()).contains("条例第二十条第（一）项",
				"/disclosure/history?stream=document:T/");
		assertThat(server.call("GET", "/audit/cells/T/2023").body()).contains("表三</span>：不重不漏", "成立：");
		assertThat(server.call("GET", "/audit/cells/T/2023?table=2&row=fees&column=amountWanYuan").body())
			.contains("tally:T/统3", "12.50", "成立：");
		assertThat(server.call("GET", "/audit/cells/T/2023?table=4").body()).contains("审理结果", "成立：");
		assertThat(server.call("GET", "/reports/T/2023").body()).contains("/audit/cells/T/2023?table=2",
				"/audit/cells/T/2023?table=4");
		assertThat(server.call("GET", "/reports/T/2023/cases?row=granted").body())
			.contains("/audit/cells/T/2023?table=3&amp;row=granted&amp;column=total");
		assertThat(server.call("GET", "/reports/T/2023/disputes?row=review").body())
			.contains("/audit/cells/T/2023?table=4&amp;row=review");
		assertThat(server.call("GET", "/reports/T/2023/table-two?row=licences&column=decisions").body())
			.contains("/audit/cells/T/2023?table=2&amp;row=licences&amp;column=decisions");
		assertThat(server.call("GET", "/disputes/show?id=review:T/1").body())
			.contains("/audit/explanation?id=review:T/1");
		assertThat(server.call("GET", "/disclosure/history?stream=tally:T/统3").body())
			.contains("/audit/explanation?id=tally:T/");
		assertThat(server.call("GET", "/applications/show?id=T/1").body()).contains("/audit/explanation?id=T/1");
	}

	private static Stream<String> lines(JsonNode proof) {
		return proof.path("sides")
			.valueStream()
			.flatMap((side) -> side.path("lines")
				.valueStream()
				.map((line) -> side.path("name").asString() + " " + line.path("row").asString() + " "
						+ line.path("column").asString() + " " + line.path("records").asInt()));
	}

	private static Stream<String> told(JsonNode cells) {
		return cells.valueStream()
			.map((cell) -> cell.path("row").asString() + " " + cell.path("column").asString() + " "
					+ cell.path("number").asString());
	}

	private static ApplicationReceived received(String number, String day) {
		return received("T", number, day);
	}

	private static ApplicationReceived received(String agency, String number, String day) {
		return new ApplicationReceived(agency + "/" + number, agency, number, ApplicantKind.NATURAL_PERSON,
				Channel.ONLINE, on(day), on(day), false, new Personal("申请人", null, null, null, null, "所求", null, null));
	}

	private static ApplicationDecided decided(String number, Outcome outcome, String day) {
		return new ApplicationDecided("T/" + number, outcome, on(day), "〔2023〕" + number + "号", null, List.of(), null);
	}

	private static LocalDate on(String day) {
		return LocalDate.parse(day);
	}

}
