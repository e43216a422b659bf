package org.gongkai.query.report;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;

import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.agency.AgencyRenamed;
import org.gongkai.events.agency.AgencyReparented;
import org.gongkai.events.agency.LedgerOpened;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.ApplicationTransferred;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.Personal;
import org.gongkai.events.application.RecordRectified;
import org.gongkai.query.QueryServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class TableThreeTest {

	private static QueryServer server;

	@BeforeAll
	static void open() {
		server = new QueryServer();
		server.record(agency("C", null), agency("T1", "C"), agency("T2", "C"));
		server.record(received("T1/1", "T1", "2022-12-20"), received("T1/2", "T1", "2023-03-01"),
				received("T1/3", "T1", "2023-12-29"), received("T2/1", "T2", "2023-05-05"),
				decided("T1/1", Outcome.GRANTED, "2023-01-10"), decided("T1/2", Outcome.DENIED_4, "2023-03-20"),
				decided("T1/3", Outcome.OTHER_3, "2024-01-09"), decided("T2/1", Outcome.GRANTED, "2023-05-20"));
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@Test
	void new_carried_in_outcomes_and_carried_out_of_a_year() {
		JsonNode report = server.get("/api/reports/T1/2023");

		assertThat(row(report, "new")).isEqualTo(List.of(2, 0, 0, 0, 0, 0, 2));
		assertThat(row(report, "carried_in")).isEqualTo(List.of(1, 0, 0, 0, 0, 0, 1));
		assertThat(row(report, "granted")).isEqualTo(List.of(1, 0, 0, 0, 0, 0, 1));
		assertThat(row(report, "denied_4")).isEqualTo(List.of(1, 0, 0, 0, 0, 0, 1));
		assertThat(row(report, "total")).isEqualTo(List.of(2, 0, 0, 0, 0, 0, 2));
		assertThat(row(report, "carried_out")).isEqualTo(List.of(1, 0, 0, 0, 0, 0, 1));
		assertThat(report.at("/agency/name").asString()).isEqualTo("机关T1");
		assertThat(report.at("/asOf/recordedAt").asString()).isEqualTo("2024-07-30T01:02:03Z");
	}

	@Test
	void last_year_s_carried_out_is_this_year_s_carried_in_as_a_list_of_cases() {
		assertThat(cases("T1/2023", "carried_out")).containsExactly("T1/3").isEqualTo(cases("T1/2024", "carried_in"));
	}

	@Test
	void subordinates_count_by_the_hierarchy_of_the_year_s_last_day() {
		server.record(agency("P", null), agency("X", "P"), received("X/1", "X", "2023-02-01"),
				new AgencyReparented("X", null, LocalDate.parse("2024-02-01")));

		assertThat(row(server.get("/api/reports/P/2023?withSubordinates=true"), "new").getLast()).isEqualTo(1);
		assertThat(row(server.get("/api/reports/P/2024?withSubordinates=true"), "carried_in").getLast()).isZero();
		assertThat(row(server.get("/api/reports/C/2023?withSubordinates=true"), "new").getLast()).isEqualTo(3);
		assertThat(row(server.get("/api/reports/C/2023"), "new").getLast()).isZero();
	}

	@Test
	void a_name_and_a_parent_written_down_late_change_the_days_they_are_of_and_no_others() {
		server.record(agency("S", null), agency("S1", "S"), agency("S2", null), received("S1/1", "S1", "2022-02-01"),
				new AgencyReparented("S1", "S2", LocalDate.parse("2024-02-01")),
				new AgencyRenamed("S1", "旧名", LocalDate.parse("2022-06-01")),
				new AgencyRenamed("S1", "新名", LocalDate.parse("2024-03-01")),
				new AgencyReparented("S1", null, LocalDate.parse("2023-03-01")),
				new AgencyRenamed("S1", "中名", LocalDate.parse("2023-06-01")));

		assertThat(server.get("/api/reports/S/2022?withSubordinates=true").at("/counted").toString())
			.isEqualTo("[\"S\",\"S1\"]");
		assertThat(server.get("/api/reports/S/2023?withSubordinates=true").at("/counted").toString())
			.isEqualTo("[\"S\"]");
		assertThat(server.get("/api/reports/S2/2024?withSubordinates=true").at("/counted").toString())
			.isEqualTo("[\"S1\",\"S2\"]");
		assertThat(server.get("/api/reports/S1/2022").at("/agency/name").asString()).isEqualTo("旧名");
		assertThat(server.get("/api/reports/S1/2023").at("/agency/name").asString()).isEqualTo("中名");
		assertThat(server.sql.queryForMap("select name, parent from agencies where code = 'S1'"))
			.containsEntry("name", "新名")
			.containsEntry("parent", "S2");
	}

	@Test
	void what_was_recorded_later_does_not_change_the_table_as_it_was_known() {
		server.record(agency("K", null), received("K/1", "K", "2023-06-01"));
		long known = server.get("/api/reports/K/2023").at("/asOf/position").asLong();
		server.record(decided("K/1", Outcome.GRANTED, "2023-06-20"));

		assertThat(row(server.get("/api/reports/K/2023?knownAt=" + known), "carried_out").getLast()).isEqualTo(1);
		assertThat(row(server.get("/api/reports/K/2023"), "carried_out").getLast()).isZero();
		assertThat(server.get("/api/reports/K/2023/table-three/cases?row=carried_out&knownAt=" + known)
			.at("/items/0/applicationId")
			.asString()).isEqualTo("K/1");
	}

	@Test
	void a_rectified_day_moves_the_case_to_the_other_year_and_a_struck_decision_opens_it_again() {
		server.record(agency("R", null), received("R/1", "R", "2023-12-30"),
				decided("R/1", Outcome.GRANTED, "2024-01-03"),
				new RecordRectified("R/1", LocalDate.parse("2024-02-01"), "录入错误", ApplicantKind.BUSINESS, null, null,
						LocalDate.parse("2024-01-01"), Outcome.PARTLY_GRANTED, null, null, null));

		assertThat(row(server.get("/api/reports/R/2023"), "new").getLast()).isZero();
		assertThat(row(server.get("/api/reports/R/2024"), "partly_granted")).isEqualTo(List.of(0, 1, 0, 0, 0, 0, 1));

		server.record(new EntryStruck("R/1", LocalDate.parse("2024-02-02"), 1, "答复未发出"));

		assertThat(row(server.get("/api/reports/R/2024"), "carried_out")).isEqualTo(List.of(0, 1, 0, 0, 0, 0, 1));
	}

	@Test
	void a_void_record_counts_nowhere_and_a_transferred_case_where_it_went() {
		server.record(agency("V", null), agency("V1", "V"), received("V/1", "V", "2024-01-02"),
				received("V/2", "V", "2024-01-03"), new EntryStruck("V/1", LocalDate.parse("2024-01-05"), 0, "重复登记"),
				new ApplicationTransferred("V/2", "V", "V1", LocalDate.parse("2024-01-05"), "内设机构办理"));

		assertThat(row(server.get("/api/reports/V/2024"), "new").getLast()).isZero();
		assertThat(row(server.get("/api/reports/V1/2024"), "new").getLast()).isEqualTo(1);
	}

	@Test
	void questions_that_cannot_be_answered_say_why() {
		server.record(agency("L", null), new LedgerOpened("L", LocalDate.parse("2023-01-01")));
		server.get("/api/status");

		problem("/api/reports/none/2023", 404, "unknown-agency");
		problem("/api/reports/T1/2025", 404, "unknown-year");
		problem("/api/reports/L/2022", 404, "unknown-year");
		problem("/api/reports/T1/20x3", 400, "malformed");
		problem("/api/reports/T1/2023?knownAt=999999", 404, "unknown-position");
		problem("/api/reports/T1/2023?format=odt", 400, "malformed");
		problem("/api/reports/T1/2023?format=csv&table=table5", 404, "unknown-cell");
		problem("/api/reports/T1/2023/table-three/cases?row=newest", 404, "unknown-cell");
		problem("/api/application?id=T1/none", 404, "unknown-application");
		problem("/api/application/history?id=agency:T1", 404, "unknown-application");
		problem("/api/applications?size=5000", 400, "malformed");
		problem("/api/applications?channel=pigeon", 400, "malformed");
	}

	@Test
	void every_read_model_rebuilt_is_equal_to_the_live_one_row_for_row() {
		server.get("/api/status");
		List<String> tables = List.of("agencies", "agency_names", "agency_parents", "calendar_notices", "case_register",
				"case_facts");
		List<List<String>> live = tables.stream().map(TableThreeTest::rows).toList();

		assertThat(server.call("POST", "/api/projections/all/rebuild").statusCode()).isEqualTo(200);

		assertThat(tables.stream().map(TableThreeTest::rows).toList()).isEqualTo(live);
		server.record(received("T1/after", "T1", "2024-07-01"));
		assertThat(server.get("/api/application?id=T1/after").at("/application/applicationNo").asString())
			.isEqualTo("after");
		problem("POST", "/api/projections/nothing/rebuild", 404, "unknown-projection");
	}

	@Test
	void the_pages_show_the_table_its_cells_and_a_case() {
		server.get("/api/status");

		assertThat(server.call("GET", "/").body()).contains("机关T1", "/reports/T1/2024");
		assertThat(server.call("GET", "/reports/T1/2023").body()).contains("勾稽关系成立", "rowspan=\"22\"",
				"/reports/T1/2023/cases?row=carried_out&amp;column=total");
		assertThat(server.call("GET", "/reports/T1/2023/cases?row=carried_out").body()).contains("T1/3");
		assertThat(server.call("GET", "/applications?q=T1&agency=T1&state=concluded").body()).contains("申请台账", "共");
		assertThat(server.call("GET", "/applications/show?id=T1/3").body()).contains("收到申请", "王科员", "期限计算单");
		assertThat(server.call("GET", "/api/reports/T1/2023?format=csv").body()).startsWith("\uFEFF行,项目,自然人")
			.contains("carried_out,\"四、结转下年度继续办理\",1,0,0,0,0,0,1");
		assertThat(server.call("GET", "/api/reports/T1/2023?format=html").body()).contains("<table", "机关T1");
		assertThat(server.call("GET", "/applications/show?id=none").statusCode()).isEqualTo(404);
		assertThat(server.call("GET", "/reports/T1/1900").body()).contains("该年度没有可报告的数据");
		assertThat(server.call("GET", "/nowhere").statusCode()).isEqualTo(404);
		assertThat(server.call("GET", "/").headers().firstValue("Content-Security-Policy").orElseThrow())
			.contains("default-src 'none'");
	}

	@Test
	void the_history_tells_who_when_and_what_in_words() {
		JsonNode entries = server.get("/api/application/history?id=T1/2").at("/entries");

		assertThat(entries.at("/1/zh").asString()).isEqualTo("作出答复：不予公开－保护第三方合法权益，文号〔2023〕1号");
		assertThat(entries.at("/1/actor").asString()).isEqualTo("王科员");
		assertThat(entries.at("/1/effectiveOn").asString()).isEqualTo("2023-03-20");
		assertThat(server.get("/api/application/deadline?id=T1/2").at("/dueOn").asString()).isEqualTo("2023-03-29");
	}

	private static List<String> rows(String table) {
		return server.sql.queryForList("select t::text from " + table + " t order by 1", String.class);
	}

	private static List<String> cases(String path, String row) {
		return StreamSupport
			.stream(server.get("/api/reports/" + path + "/table-three/cases?row=" + row).at("/items").spliterator(),
					false)
			.map((item) -> item.at("/applicationId").asString())
			.toList();
	}

	private static List<Integer> row(JsonNode report, String name) {
		return StreamSupport.stream(report.at("/table3/" + name).spliterator(), false).map(JsonNode::asInt).toList();
	}

	private static void problem(String path, int status, String code) {
		problem("GET", path, status, code);
	}

	private static void problem(String method, String path, int status, String code) {
		HttpResponse<String> reply = server.call(method, path);
		assertThat(reply.body()).contains("\"code\":\"" + code + "\"");
		assertThat(reply.statusCode()).isEqualTo(status);
	}

	private static AgencyRegistered agency(String code, String parent) {
		return new AgencyRegistered(code, "机关" + code, AgencyKind.TOWNSHIP, parent, LocalDate.parse("2000-01-01"));
	}

	private static ApplicationReceived received(String id, String agency, String day) {
		LocalDate on = LocalDate.parse(day);
		return new ApplicationReceived(id, agency, id.substring(id.indexOf('/') + 1), ApplicantKind.NATURAL_PERSON,
				Channel.IN_PERSON, on, on, false, new Personal("李某", null, null, null, null, "某项目", null, null));
	}

	private static ApplicationDecided decided(String id, Outcome outcome, String day) {
		return new ApplicationDecided(id, outcome, LocalDate.parse(day), "〔2023〕1号", null, List.of(), null);
	}

}
