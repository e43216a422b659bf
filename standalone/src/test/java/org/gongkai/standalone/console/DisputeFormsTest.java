package org.gongkai.standalone.console;

import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// T/1 was refused on 18 March 2024 on the ground of state secrets.
class DisputeFormsTest {

	private static Window window;

	@BeforeAll
	static void open() {
		window = new Window();
		window.township();
		window.received("1", "2024-03-04");
		window.decided("denied_1", "2024-03-18");
	}

	@AfterAll
	static void close() {
		window.close();
	}

	@Test
	void a_review_is_filed_from_its_case_decided_and_leads_to_a_new_answer() {
		file("review", Map.of("disputeNo", "复1", "filedOn", "2024-04-01", "reviewingOrgan", "某县人民政府"));
		assertThat(window.page.select("[role=status]").text()).contains("已记录第1条", "被申请行政复议");
		assertThat(window.page.select("h2#acts").text()).contains("办理");

		window.hand("conclude-review", Map.of("outcome", "corrected", "form", "revoked", "concludedOn", "2024-05-06",
				"ordersRedecision", "true"));
		assertThat(window.page.select("dl.facts").text()).contains("撤销", "责令重新答复", "2024-05-06");
		assertThat(window.page.getElementById("conclude-review")).isNull();

		window.hand("order-redecision", Map.of("orderedOn", "2024-05-08"));
		assertThat(window.page.select("h1").text()).contains("申请 1");
		assertThat(window.page.select("dl.facts").text()).contains("2024-05-08 责令；尚未答复");
		window.drafted("granted", "2024-05-20");
		window.hand("redecide-application", Map.of("outcome", "granted", "decidedOn", "2024-05-20"));
		assertThat(window.page.select("dl.facts").text()).contains("2024-05-20 予以公开");

		window.open("/disputes/show?id=review:T/%E5%A4%8D1");
		window.open("/" + window.page.select("a.action").attr("href").substring(1));
		window.hand("file-lawsuit", Map.of("disputeNo", "行初1", "filedOn", "2024-05-10"));
		assertThat(window.page.select("h1").text()).contains("复议后起诉");
		assertThat(window.page.select(".warnings").text()).isEmpty();
		window.hand("withdraw-lawsuit", Map.of("withdrawnOn", "2024-06-03"));
		assertThat(window.page.select("dl.facts").text()).contains("其他结果", "撤回");
	}

	@Test
	void a_direct_suit_where_review_comes_first_is_recorded_and_warned_of() {
		file("lawsuit", Map.of("disputeNo", "行初2", "kind", "direct", "filedOn", "2024-04-02", "coDefendant", ""));

		assertThat(window.page.select("[role=status]").text()).contains("已记录第1条", "未经复议直接起诉");
		assertThat(window.page.select(".warnings").text()).contains("行政复议法第二十三条");
	}

	@Test
	void a_refused_decision_tells_the_rule_at_its_field_and_keeps_what_was_typed() {
		file("review", Map.of("disputeNo", "复3", "filedOn", "2024-04-01"));
		window.hand("conclude-review",
				Map.of("outcome", "upheld", "concludedOn", "2024-03-20", "decisionNo", "复决〔2024〕3号"));

		assertThat(window.status).isEqualTo(422);
		assertThat(window.page.getElementById("conclude-review-concludedOn-about").text())
			.contains("日期不得早于申请复议、起诉之日（条例第五十一条）");
		assertThat(window.value("conclude-review", "decisionNo")).isEqualTo("复决〔2024〕3号");
		assertThat(window.value("conclude-review", "outcome")).isEqualTo("upheld");

		file("review", Map.of("disputeNo", "复3", "filedOn", "2024-04-01"));
		assertThat(window.page.getElementById("file-review-disputeNo-about").text()).contains("同一机关的案号已经登记");
		assertThat(window.value("file-review", "applicationId")).isEqualTo("T/1");
	}

	@Test
	void the_office_chooses_how_table_four_counts() {
		window.open("/agencies/T");
		assertThat(window.page.select("dl.facts").text()).contains("含上年度结转");
		window.hand("choose-dispute-counting",
				Map.of("counting", "new_only", "fromYear", "2024", "chosenOn", "2024-01-04"));
		assertThat(window.page.select("dl.facts").text()).contains("仅本年度新发生");
		window.hand("choose-dispute-counting",
				Map.of("counting", "new_only", "fromYear", "1999", "chosenOn", "2024-01-04"));
		assertThat(window.problem("choose-dispute-counting")).contains("字段格式不正确");
		assertThat(window.value("choose-dispute-counting", "fromYear")).isEqualTo("1999");
	}

	private static void file(String what, Map<String, String> values) {
		window.open("/disputes/new?agency=T&about=T/1");
		window.hand("file-" + what, values);
	}

}
