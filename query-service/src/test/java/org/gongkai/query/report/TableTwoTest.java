package org.gongkai.query.report;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;

import org.gongkai.events.Event;
import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.DocumentMade;
import org.gongkai.events.disclosure.DocumentRectified;
import org.gongkai.events.disclosure.DocumentRepealed;
import org.gongkai.events.disclosure.DocumentStruck;
import org.gongkai.events.disclosure.RepealWay;
import org.gongkai.events.disclosure.StruckPart;
import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.events.disclosure.TallyRecorded;
import org.gongkai.events.disclosure.TallyRectified;
import org.gongkai.events.disclosure.TallyStruck;
import org.gongkai.log.EventJson;
import org.gongkai.query.QueryServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class TableTwoTest {

	private static QueryServer server;

	@BeforeAll
	static void open() {
		server = new QueryServer();
		server.record(agency("430321", null), agency("430321-hk", "430321"), agency("321300", null),
				agency("321322", "321300"), agency("321322-fg", "321322"), agency("320813", null),
				agency("310000", null), agency("310000-kw", "310000"), agency("310000-bg", "310000"));
		for (PublishedTableTwo published : PublishedTableTwo.values()) {
			server.record(published.events(switch (published) {
				case SUQIAN_2024 -> PublishedTableTwo.SUQIAN_2023;
				case HONGZE_2024 -> PublishedTableTwo.HONGZE_2023;
				default -> null;
			}).toArray(Event[]::new));
		}
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@ParameterizedTest
	@EnumSource
	void a_published_table_comes_out_of_its_documents_and_tallies_to_the_digit(PublishedTableTwo published) {
		JsonNode report = server.get("/api/reports/" + published.agency + "/" + published.year);

		assertThat(report.at("/table2").toString())
			.isEqualTo(EventJson.mapper().writeValueAsString(published.table.asRows()));
	}

	@Test
	void the_form_of_2019_comes_out_to_the_digit() {
		assertThat(server.get("/api/reports/310000-bg/2019").at("/table2")).extracting(JsonNode::toString)
			.containsExactly("""
					{"item":"regulations","newlyMade":13,"newlyPublished":13,"publishedTotal":524}""", """
					{"item":"normative_documents","newlyMade":60,"newlyPublished":60,"publishedTotal":368}""", """
					{"item":"licences","lastYearItems":0,"change":0,"decisions":0}""", """
					{"item":"other_services","lastYearItems":0,"change":0,"decisions":0}""", """
					{"item":"penalties","lastYearItems":0,"change":0,"decisions":0}""", """
					{"item":"coercions","lastYearItems":0,"change":0,"decisions":0}""", """
					{"item":"fees","lastYearItems":0,"change":0}""", """
					{"item":"procurement","items":6,"amount":"251000元"}""");
		assertThat(server.call("GET", "/api/reports/310000-bg/2019?format=csv&table=table2").body())
			.contains("procurement,\"政府集中采购\",", "6,251000元", "本年新制作数量");
		assertThat(server.call("GET", "/reports/310000-bg/2019").body()).contains("第二十条第（九）项", "对外公开总数量", "251000元",
				"/reports/310000-bg/2019/table-two?row=procurement&amp;column=amount");
		assertThat(server.call("GET", "/reports/310000-bg/2019/table-two?row=normative_documents&column=newlyPublished")
			.body()).contains("规范性文件</span> · <span>本年新公开数量", "表中为 <strong>60</strong>");
		assertThat(entries("310000-bg/2019", "procurement", "amount").at("/value").asString()).isEqualTo("251000");
		assertThat(entries("310000-bg/2019", "procurement", "amount").at("/tallies/0/amountWanYuan").asString())
			.isEqualTo("25.1");
		assertThat(entries("310000-bg/2019", "regulations", "publishedTotal").at("/total").asLong()).isEqualTo(524);
	}

	@Test
	void items_run_on_from_year_to_year_by_their_changes() {
		server.record(agency("I", null), items("I/1", "2018-12-31", 120), items("I/2", "2019-05-01", 4),
				items("I/3", "2019-09-01", -9), items("I/4", "2020-02-01", -3));

		assertThat(row("I/2019", "licences"))
			.isEqualTo("{\"item\":\"licences\",\"lastYearItems\":120,\"change\":-5,\"decisions\":0}");
		assertThat(row("I/2020", "licences"))
			.isEqualTo("{\"item\":\"licences\",\"lastYearItems\":115,\"change\":-3,\"decisions\":0}");
		assertThat(row("I/2021", "licences")).isEqualTo("{\"item\":\"licences\",\"decisions\":0}");
		assertThat(entries("I/2020", "licences", "lastYearItems").at("/tallies")).hasSize(3);
		assertThat(entries("I/2020", "licences", "change").at("/tallies/0/count").asLong()).isEqualTo(-3);
		assertThat(server.call("GET", "/reports/I/2020/table-two?row=licences&column=lastYearItems").body())
			.contains("行政许可</span> · <span>上一年项目数量", "表中为 <strong>115</strong>", "-9");
	}

	@Test
	void the_next_year_needs_no_new_list_of_what_is_in_force() {
		assertThat(row("321300/2022", "normative_documents"))
			.isEqualTo("{\"item\":\"normative_documents\",\"made\":0,\"repealed\":0,\"inForce\":977}");
	}

	@Test
	void an_office_with_all_below_it_adds_up_cell_by_cell() {
		assertThat(row("310000/2024?withSubordinates=true", "normative_documents"))
			.isEqualTo("{\"item\":\"normative_documents\",\"made\":13,\"repealed\":0,\"inForce\":423}");
		assertThat(row("310000/2024", "normative_documents"))
			.isEqualTo("{\"item\":\"normative_documents\",\"made\":0,\"repealed\":0,\"inForce\":0}");
	}

	@ParameterizedTest
	@CsvSource({ "normative_documents, made, 50", "normative_documents, repealed, 227",
			"normative_documents, inForce, 420", "regulations, repealed, 1", "regulations, inForce, 12" })
	void the_documents_behind_a_cell_are_as_many_as_its_number(String row, String column, long number) {
		JsonNode entries = entries("321300/2024", row, column);

		assertThat(entries.at("/total").asLong()).isEqualTo(number);
		assertThat(entries.at("/value").asString()).isEqualTo(String.valueOf(number));
		assertThat(entries.at("/documents")).hasSize((int) Math.min(number, 100));
	}

	@Test
	void the_tallies_behind_a_cell_add_up_to_its_number() {
		JsonNode entries = entries("321300/2023", "penalties", "decisions");

		assertThat(StreamSupport.stream(entries.at("/tallies").spliterator(), false)
			.mapToLong((tally) -> tally.at("/count").asLong())
			.sum()).isEqualTo(2_822_652);
		assertThat(entries("321300/2023", "fees", "amountWanYuan").at("/tallies/0/amountWanYuan").asString())
			.isEqualTo("59237.2449");
	}

	@Test
	void what_was_rectified_or_struck_counts_as_it_should_and_earlier_knowledge_stays() {
		server.record(agency("K", null), made("K/1", "2023-05-04"), made("K/2", "2023-05-04"),
				new DocumentRepealed("K/1", on("2023-11-01"), RepealWay.REPEALED), fees("K/3", "1.50"));
		long known = server.get("/api/reports/K/2023").at("/asOf/position").asLong();
		server.record(new DocumentStruck("K/1", on("2024-01-08"), StruckPart.REPEAL, "误录"),
				new DocumentRectified("K/2", on("2024-01-08"), "误录", null, null, on("2022-05-04"), null, null, null),
				new TallyRectified("K/3", on("2024-01-08"), "漏计", null, null, null, new BigDecimal("1.505"), null));

		assertThat(row("K/2023?knownAt=" + known, "normative_documents"))
			.isEqualTo("{\"item\":\"normative_documents\",\"made\":2,\"repealed\":1,\"inForce\":1}");
		assertThat(row("K/2023", "normative_documents"))
			.isEqualTo("{\"item\":\"normative_documents\",\"made\":1,\"repealed\":0,\"inForce\":2}");
		assertThat(row("K/2023?knownAt=" + known, "fees")).contains("\"1.50\"");
		assertThat(row("K/2023", "fees")).contains("\"1.505\"");

		server.record(new TallyStruck("K/3", on("2024-01-09"), "重复"),
				new DocumentStruck("K/2", on("2024-01-09"), StruckPart.RECORD, "重复"));

		assertThat(row("K/2023", "fees")).contains("\"0\"");
		assertThat(row("K/2023", "normative_documents")).contains("\"made\":1", "\"inForce\":1");
	}

	@Test
	void cells_that_are_not_on_the_form_are_refused() {
		server.get("/api/status");

		problem("/api/reports/321300/2023/table-two/entries?row=penalties&column=made", "unknown-cell");
		problem("/api/reports/321300/2023/table-two/entries?row=permits&column=decisions", "unknown-cell");
		problem("/api/reports/321300/2023/table-two/entries?row=penalties&column=count", "unknown-cell");
		problem("/api/reports/321300/2023/table-two/entries?row=procurement&column=items", "unknown-cell");
		problem("/api/reports/310000-bg/2019/table-two/entries?row=regulations&column=repealed", "unknown-cell");
	}

	@Test
	void the_pages_show_the_form_and_lead_to_what_is_behind_it() {
		server.get("/api/status");

		String page = server.call("GET", "/reports/321300/2023").body();
		assertThat(page).contains("二、主动公开政府信息情况", "第二十条第（一）项", "现行有效件数", "本年收费金额（单位：万元）", "59237.2449",
				"/reports/321300/2023/table-two?row=normative_documents&amp;column=inForce");
		assertThat(server.call("GET", "/reports/321300/2023/table-two?row=normative_documents&column=repealed").body())
			.contains("表中为 <strong>489</strong>", "N期初", "下一页");
		assertThat(server.call("GET", "/reports/321300/2023/table-two?row=fees&column=amountWanYuan").body())
			.contains("fees-2023", "59237.2449");
		assertThat(server.call("GET", "/api/reports/321300/2023?format=html").body()).contains("59237.2449", "1808595");
		assertThat(server.call("GET", "/api/reports/321300/2023?format=csv&table=table2").body())
			.contains("normative_documents,\"行政规范性文件\",109,489,597,,\r\n", "fees,\"行政事业性收费\",,,,,59237.2449\r\n");
	}

	@Test
	void every_read_model_rebuilt_is_equal_to_the_live_one_row_for_row() {
		server.get("/api/status");
		List<String> tables = List.of("documents", "tallies", "information", "information_channels", "case_sections");
		List<List<String>> live = tables.stream().map(TableTwoTest::rows).toList();

		assertThat(server.call("POST", "/api/projections/all/rebuild").statusCode()).isEqualTo(200);

		assertThat(tables.stream().map(TableTwoTest::rows).toList()).isEqualTo(live);
	}

	private static List<String> rows(String table) {
		return server.sql.queryForList("select t::text from " + table + " t order by 1", String.class);
	}

	private static JsonNode entries(String report, String row, String column) {
		return server.get("/api/reports/" + report + "/table-two/entries?row=" + row + "&column=" + column);
	}

	private static String row(String report, String item) {
		return StreamSupport.stream(server.get("/api/reports/" + report).at("/table2").spliterator(), false)
			.filter((row) -> row.at("/item").asString().equals(item))
			.map(JsonNode::toString)
			.findFirst()
			.orElseThrow();
	}

	private static void problem(String path, String code) {
		HttpResponse<String> reply = server.call("GET", path);
		assertThat(reply.body()).contains("\"code\":\"" + code + "\"");
		assertThat(reply.statusCode()).isEqualTo(404);
	}

	private static AgencyRegistered agency(String code, String parent) {
		return new AgencyRegistered(code, "机关" + code, AgencyKind.DEPARTMENT, parent, on("2000-01-01"));
	}

	private static DocumentMade made(String id, String day) {
		return new DocumentMade(id, "K", DocumentKind.NORMATIVE_DOCUMENT, id.substring(2), "管理办法", on(day), false);
	}

	private static TallyRecorded fees(String id, String amount) {
		return new TallyRecorded(id, "K", id.substring(2), TallyItem.FEES, on("2023-01-01"), on("2023-12-31"), null,
				new BigDecimal(amount), null);
	}

	private static TallyRecorded items(String id, String day, long change) {
		return new TallyRecorded(id, "I", id.substring(2), TallyItem.LICENCE_ITEMS, on(day), on(day), change, null,
				null);
	}

	private static LocalDate on(String day) {
		return LocalDate.parse(day);
	}

}
