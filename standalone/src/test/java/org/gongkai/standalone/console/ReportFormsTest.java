package org.gongkai.standalone.console;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The township had 2023/1 and 2023/2 and writes its report of 2023.
class ReportFormsTest {

	private static final String DRAFT = "/reports/T/2023/draft";

	private static Window window;

	@BeforeAll
	static void open() {
		window = new Window();
		window.township();
		window.received("1", "2023-03-01");
		window.decided("granted", "2023-03-20");
		window.received("2", "2023-12-04");
	}

	@AfterAll
	static void close() {
		window.close();
	}

	@Test
	void a_report_is_written_published_and_corrected_and_a_late_entry_needs_a_reason() {
		assertThat(window.open("/annual-reports?year=2023").select("h2 ~ .scroll").text()).contains("下庄镇人民政府",
				"2024-01-31", "逾期");
		window.open(DRAFT);
		window.hand("open-report", Map.of("openedOn", "2024-01-03"));
		assertThat(window.page.select("li[aria-current=step]").text()).isEqualTo("编制中");

		write("applications", "全年收到申请{{applications.new}}件，其中{{applications.nothing}}件。");
		assertThat(window.page.select("p.problem").text()).contains("applications.nothing");
		assertThat(window.page.select("blockquote").text()).isEqualTo("全年收到申请2件，其中{{applications.nothing}}件。");
		window.hand("write-section", Map.of("body", "全年收到申请{{applications.new}}件。"));
		assertThat(window.page.select("blockquote").text()).isEqualTo("全年收到申请2件。");

		window.open(DRAFT);
		window.hand("submit-report", Map.of("submittedOn", "2024-01-05"));
		assertThat(window.status).isEqualTo(422);
		assertThat(window.problem("submit-report")).contains("报告缺少法定内容（条例第五十条）", "supervision");
		assertThat(window.value("submit-report", "submittedOn")).isEqualTo("2024-01-05");
		for (String section : List.of("proactive_disclosure", "information_management", "platform", "supervision",
				"problems", "other_matters")) {
			write(section, "如实办理。");
		}
		window.open(DRAFT);
		window.hand("submit-report", Map.of("submittedOn", "2024-01-05"));
		window.hand("return-report", Map.of("returnedOn", "2024-01-05", "reason", "请补充培训情况"));
		assertThat(window.page.select("dl.facts").text()).contains("编制中（请补充培训情况）");
		window.hand("submit-report", Map.of("submittedOn", "2024-01-06"));
		window.hand("approve-report", Map.of("approvedOn", "2024-01-06"));
		window.hand("publish-report", Map.of("publishedOn", "2024-01-08"));
		assertThat(window.page.select("#editions + .scroll").text()).contains("第1版", "2024-01-08", "DOCX", "CSV 表四");
		assertThat(window.open("/reports/T/2023/editions/1/comparison").select(".due").text()).contains("相同");

		window.open("/applications/show?id=T/2");
		window.drafted("granted", "2023-12-29");
		window.hand("decide-application", Map.of("outcome", "granted", "decidedOn", "2023-12-29", "replyNo", "7号"));
		assertThat(window.status).isEqualTo(422);
		assertThat(window.page.select("table.changes tbody tr").eachText())
			.anySatisfy((row) -> assertThat(row).startsWith("T/2023 表三").contains("予以公开").endsWith("自然人 1 1 2"))
			.anySatisfy((row) -> assertThat(row).contains("结转下年度继续办理").endsWith("总计 1 1 0"));
		assertThat(window.value("decide-application", "replyNo")).isEqualTo("7号");
		window.hand("decide-application", Map.of("changeReason", "年末送达，节后补录", "replyNo", ""));
		assertThat(window.page.select("[role=status]").text()).contains("已记录第3条");

		assertThat(window.open("/reports/T/2024/bridge").select("table.bridge").text()).contains("T/2", "自然人 无",
				"年末送达，节后补录");
		assertThat(window.page.select("blockquote").text()).startsWith("注：2023年度报告公布");
		assertThat(window.open("/reports/T/2023/editions/1/comparison").select("table.list tbody tr").eachText())
			.anySatisfy((row) -> assertThat(row).contains("结转下年度继续办理", "总计 1 0 T/2"));

		window.open(DRAFT);
		window.hand("reopen-report", Map.of("reopenedOn", "2024-02-01", "reason", "漏计一件办结"));
		assertThat(window.page.select("dl.facts").text()).contains("编制中（漏计一件办结）");
	}

	@Test
	void a_text_can_be_taken_back() {
		window.open("/reports/T/2022/draft");
		window.hand("open-report", Map.of("openedOn", "2024-01-03"));
		window.open("/reports/T/2022/sections/overview");
		window.hand("write-section", Map.of("body", "开头。"));
		assertThat(window.page.select("blockquote").text()).isEqualTo("开头。");
		window.hand("write-section", Map.of("body", ""));
		assertThat(window.status).isEqualTo(200);
		assertThat(window.page.select("blockquote")).isEmpty();
		assertThat(window.page.text()).contains("尚未撰写");
	}

	private static void write(String section, String text) {
		window.open("/reports/T/2023/sections/" + section);
		window.hand("write-section", Map.of("body", text, "writtenOn", "2024-01-04"));
	}

}
