package org.gongkai.query.audit;

import java.time.LocalDate;
import java.util.List;

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
				received("2", "2023-03-01"), decided("1", Outcome.GRANTED, "2023-01-10"), new ReviewFiled("review:T/1",
						"T", "1", "T/1", DisputedAct.REPLY, null, on("2023-02-01"), new PersonalText(null, null)));
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
	void the_cells_of_a_table_are_exclusive_and_complete() {
		JsonNode proof = server.get("/api/audit/cells/T/2023?row=granted");

		assertThat(proof.path("holds").asBoolean()).isTrue();
		assertThat(proof.path("touching").asInt()).isEqualTo(2);
		assertThat(proof.at("/entry/lines").toString())
			.isEqualTo("[{\"row\":\"new\",\"cases\":1},{\"row\":\"carried_in\",\"cases\":1}]");
		assertThat(proof.at("/exit/lines").toString())
			.isEqualTo("[{\"row\":\"granted\",\"cases\":1},{\"row\":\"carried_out\",\"cases\":1}]");
		assertThat(proof.at("/cell/cases").toString()).isEqualTo("[\"T/1\"]");
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
			assertThat(proof.at("/entry/elsewhere").toString()).isEqualTo("[\"U/3\"]");
			assertThat(proof.at("/entry/nowhere").toString()).isEqualTo("[\"U/4\"]");
			assertThat(proof.at("/exit/nowhere").toString()).isEqualTo("[\"U/4\"]");
		}
		finally {
			server.call("POST", "/api/projections/case-facts/rebuild");
		}
		assertThat(server.get("/api/audit/cells/U/2023").path("holds").asBoolean()).isTrue();
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
		assertThat(server.call("GET", "/audit/cells/T/2023").body()).contains("不重不漏");
		assertThat(server.call("GET", "/applications/show?id=T/1").body()).contains("/audit/explanation?id=T/1");
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
