package org.gongkai.standalone.console;

import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecordFormsTest {

	private static Window window;

	@BeforeAll
	static void open() {
		window = new Window();
		window.township();
	}

	@AfterAll
	static void close() {
		window.close();
	}

	@Test
	void a_piece_is_drafted_reviewed_published_corrected_and_taken_down() {
		window.open("/information/new?agency=T");
		window.hand("draft-information", Map.of("informationNo", "1", "category", "article_20_12", "madeOn",
				"2024-03-01", "personal.text", "防汛预案"));
		assertThat(window.page.select("dl.facts").text()).contains("待审查", "公开期限 2024-03-29", "逾期（条例第二十六条）");

		window.hand("review-information", Map.of("reviewedOn", "2024-03-05", "secrecy", "failed", "privacy", "passed",
				"result", "publish", "reviewer", "赵科长"));
		assertThat(window.status).isEqualTo(422);
		assertThat(window.page.getElementById("review-information-result-about").text()).contains("审查结果与审查意见不一致");
		assertThat(window.value("review-information", "reviewer")).isEqualTo("赵科长");

		window.hand("review-information", Map.of("secrecy", "passed"));
		assertThat(window.page.select("dl.facts").text()).contains("待发布");
		window.hand("publish-information", Map.of("channel", "website", "publishedOn", "2024-03-08"));
		assertThat(window.page.select("dl.facts").text()).contains("已发布", "首次发布 2024-03-08").doesNotContain("逾期");
		window.hand("correct-information", Map.of("correctedOn", "2024-03-09"));
		window.hand("withdraw-information", Map.of("withdrawnOn", "2024-03-10"));
		assertThat(window.page.select("dl.facts").text()).contains("已撤下");
		assertThat(window.page.select("#history ~ div tbody tr")).hasSize(5);
		assertThat(window.open("/information?agency=T").select("table.list").text()).contains("防汛预案", "已撤下");
	}

	@Test
	void a_document_is_made_amended_and_repealed_and_its_number_is_used_once() {
		window.open("/documents/new?agency=T");
		window.hand("make-document", document("下政发〔2024〕1号"));
		assertThat(window.page.select("dl.facts").text()).contains("现行有效", "河道管理办法");
		window.hand("amend-document", Map.of("amendedOn", "2024-04-01"));
		window.hand("repeal-document", Map.of("repealedOn", "2024-05-01", "way", "repealed"));
		assertThat(window.page.select("dl.facts").text()).contains("2024-05-01 废止");
		assertThat(window.page.getElementById("repeal-document")).isNull();
		window.hand("strike-document", Map.of("part", "repeal", "struckOn", "2024-05-02", "reason", "误录"));
		assertThat(window.page.select("dl.facts").text()).contains("现行有效");

		window.open("/documents/new?agency=T");
		window.hand("make-document", document("下政发〔2024〕1号"));
		assertThat(window.page.getElementById("make-document-documentNo-about").text()).contains("同一机关的编号已经登记");
		assertThat(window.value("make-document", "title")).isEqualTo("河道管理办法");
	}

	@Test
	void a_tally_is_recorded_rectified_and_struck() {
		window.open("/tallies/new?agency=T");
		window.hand("record-tally",
				Map.of("tallyNo", "1", "item", "penalties", "from", "2024-01-01", "to", "2025-01-31", "count", "13"));
		assertThat(window.page.getElementById("record-tally-to-about").text()).contains("一项统计数须在同一年度之内");
		assertThat(window.value("record-tally", "count")).isEqualTo("13");
		window.hand("record-tally", Map.of("to", "2024-06-30"));
		assertThat(window.page.select("dl.facts").text()).contains("行政处罚", "2024-01-01 至 2024-06-30", "数值 13");
		window.hand("rectify-tally", Map.of("rectifiedOn", "2024-07-01", "reason", "漏计", "count", "14"));
		assertThat(window.page.select("dl.facts").text()).contains("数值 14");
		window.hand("strike-tally", Map.of("struckOn", "2024-07-02", "reason", "重复登记"));
		assertThat(window.page.select("dl.facts").text()).contains("已撤销");
		assertThat(window.page.select("h2#acts")).isEmpty();
	}

	private static Map<String, String> document(String number) {
		return Map.of("kind", "normative_document", "documentNo", number, "title", "河道管理办法", "madeOn", "2024-03-01");
	}

}
