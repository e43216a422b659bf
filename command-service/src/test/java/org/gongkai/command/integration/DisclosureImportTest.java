package org.gongkai.command.integration;

import java.nio.charset.StandardCharsets;

import org.gongkai.command.CommandServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.command.integration.ImportDesk.counts;
import static org.gongkai.command.integration.ImportDesk.findings;

class DisclosureImportTest {

	private static final String DOCUMENTS = "agency,kind,number,title,made_on,repealed_on,opening\n";

	private static final String TALLIES = "agency,from,to,item,count,amount\n";

	private static CommandServer server;

	private static ImportDesk desk;

	@BeforeAll
	static void open() {
		server = new CommandServer();
		desk = new ImportDesk(server);
		desk.agencies("code,name,kind,parent\nE,某局,department,\nT,某镇,township,\n");
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@Test
	void documents_are_made_and_repealed_and_the_same_file_changes_nothing() {
		String file = DOCUMENTS + """
				E,normative_document,〔2019〕1号,河道管理办法,2019-05-06,2024-02-01,true
				E,行政规范性文件,〔2024〕1号,殡葬管理办法,2024-03-01,,
				""";
		assertThat(counts(documents("&dryRun=true", file))).containsExactly(2, 0, 0);
		assertThat(desk.events("document:E/〔2019〕1号")).isEmpty();

		assertThat(counts(documents("", file))).containsExactly(2, 0, 0);
		assertThat(counts(documents("", file))).containsExactly(0, 2, 0);

		assertThat(desk.events("document:E/〔2019〕1号")).containsExactly("disclosure.DocumentMade",
				"disclosure.DocumentRepealed");
		assertThat(desk.events("document:E/〔2024〕1号")).containsExactly("disclosure.DocumentMade");
	}

	@Test
	void a_repeal_told_later_is_added_and_a_contradiction_is_refused_at_its_cell() {
		documents("", DOCUMENTS + "E,normative_document,〔2023〕2号,燃放管理办法,2023-01-05,,\n");

		JsonNode later = documents("",
				"机关代码,文件种类,文号,标题,制发日期,废止日期,废止方式\n" + "E,规范性文件,〔2023〕2号,燃放管理办法,2023年1月5日,2024-01-01,失效\n");
		JsonNode wrong = documents("", DOCUMENTS + "E,normative_document,〔2023〕2号,燃放管理规定,2023-01-05,,\n");
		JsonNode otherDay = documents("", DOCUMENTS + "E,normative_document,〔2023〕2号,燃放管理办法,2023-01-05,2024-01-02,\n");

		assertThat(counts(later)).containsExactly(1, 0, 0);
		assertThat(findings(wrong)).containsExactly("2 title import-conflict");
		assertThat(findings(otherDay)).containsExactly("2 repealed_on import-conflict");
	}

	@Test
	void documents_that_break_a_rule_are_refused_row_by_row() {
		JsonNode end = documents("", DOCUMENTS + """
				T,regulation,1,甲办法,2023-01-05,,
				X,normative_document,2,乙办法,2023-01-05,,
				T,normative_document,3,丙办法,2023-01-05,2022-01-05,
				T,normative_document,4,丁办法,2099-01-05,,
				T,normative_document,5,戊办法,2023-01-05,,
				T,normative_document,6,己办法,2023-01-05,,
				T,normative_document,6,己办法,2023-01-05,,
				T,letter,7,庚办法,2023-02-30,,perhaps
				""");

		assertThat(counts(end)).containsExactly(1, 0, 7);
		assertThat(findings(end)).containsExactlyInAnyOrder("2 kind regulation-power", "3 agency unknown-agency",
				"4 repealed_on disclosure-day-order", "5 made_on future-day", "7 number import-duplicate",
				"8 number import-duplicate", "9 kind import-cell", "9 made_on import-cell", "9 opening import-cell");
		assertThat(desk.events("document:T/3")).isEmpty();
	}

	@Test
	void tallies_are_named_by_item_and_days_or_by_their_number() {
		String file = "机关代码,起始日期,截止日期,统计项目,数量,金额,统计编号,依据\n" + """
				E,2023-01-01,2023-12-31,行政处罚,13,,,
				E,2023-01-01,2023-12-31,行政事业性收费,,59237.2400,,
				E,2023-05-04,2023-05-04,licences,1,,许可7,许可〔2023〕7号
				""";
		assertThat(counts(tallies(file))).containsExactly(3, 0, 0);
		assertThat(counts(tallies(file))).containsExactly(0, 3, 0);

		assertThat(desk.events("tally:E/penalties 2023-01-01..2023-12-31")).hasSize(1);
		assertThat(desk.events("tally:E/许可7")).hasSize(1);
		assertThat(desk.server.sql.queryForObject("""
				select payload ->> 'amountWanYuan' from log.events
				where stream_id = 'tally:E/fees 2023-01-01..2023-12-31'""", String.class)).isEqualTo("59237.2400");
		assertThat(findings(tallies(TALLIES + "E,2023-01-01,2023-12-31,penalties,14,\n")))
			.containsExactly("2 count import-conflict");
	}

	@Test
	void what_the_form_of_2019_asks_for_is_imported_by_its_chinese_words() {
		String file = TALLIES + """
				E,2018-12-31,2018-12-31,行政许可项目增减,120,
				E,2020-05-01,2020-05-01,licence_items,-3,
				E,2020-05-01,2020-05-01,其他对外管理服务事项,7,
				E,2020-01-01,2020-12-31,政府集中采购项目,6,
				E,2020-01-01,2020-12-31,政府集中采购总金额,,25.1
				E,2020-06-01,2020-06-01,procurements,-1,
				E,2020-06-02,2020-06-02,fee_items,--1,
				""";

		JsonNode end = tallies(file);

		assertThat(findings(end)).containsExactlyInAnyOrder("7 count tally-value", "8 count import-cell");
		assertThat(counts(end)).containsExactly(5, 0, 2);
		assertThat(counts(tallies(file))).containsExactly(0, 5, 2);
		assertThat(desk.server.sql.queryForObject("""
				select payload ->> 'count' from log.events
				where stream_id = 'tally:E/licence_items 2020-05-01..2020-05-01'""", String.class)).isEqualTo("-3");
	}

	@Test
	void tallies_that_break_a_rule_are_refused_row_by_row() {
		JsonNode end = tallies(TALLIES + """
				T,2022-12-01,2023-01-31,penalties,3,
				T,2023-01-01,2023-01-31,fees,3,
				T,2023-01-01,2023-01-31,licences,,3
				T,2023-02-01,2023-01-31,licences,3,
				T,2023-03-01,2023-03-31,fees,,1.2345678
				X,2023-01-01,2023-01-31,trainings,1,
				T,2023-01-01,2023-01-31,trainings,1,
				""");

		assertThat(counts(end)).containsExactly(1, 0, 6);
		assertThat(findings(end)).containsExactlyInAnyOrder("2 to tally-across-years", "3 amount tally-value",
				"4 count tally-value", "5 to disclosure-day-order", "6 amount import-cell", "7 agency unknown-agency");
	}

	private static JsonNode documents(String query, String csv) {
		return desk.send("documents", query, csv.getBytes(StandardCharsets.UTF_8));
	}

	private static JsonNode tallies(String csv) {
		return desk.send("tallies", "", csv.getBytes(StandardCharsets.UTF_8));
	}

}
