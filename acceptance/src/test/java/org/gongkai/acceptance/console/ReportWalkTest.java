package org.gongkai.acceptance.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import org.gongkai.events.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// A year of a township by clicks: a case, a dispute about it, a document, a tally, the report, and what comes too late for it.
@Tag("outside")
class ReportWalkTest {

	private static final int SCREEN = 1280;

	private static final int TELEPHONE = 400;

	private static final String DRAFT = "/reports/year/2023/draft";

	private static Chromium chromium;

	@BeforeAll
	static void open() {
		chromium = new Chromium();
	}

	@AfterAll
	static void close() {
		chromium.close();
	}

	@Test
	void a_year_goes_from_its_first_case_to_the_bridge_into_the_next() {
		try (Counter counter = new Counter(chromium, SCREEN)) {
			record(counter);
			publish(counter);
			late(counter);
			upload(counter);
		}
		try (Counter telephone = new Counter(chromium, TELEPHONE)) {
			for (String path : List.of("/annual-reports?year=2023", DRAFT, "/reports/year/2023/sections/applications",
					"/reports/year/2024/bridge", "/reports/year/2023/editions/1/comparison", "/imports", "/disputes",
					"/disputes/new?agency=year", "/disputes/show?id=review:year/R1", "/information", "/documents",
					"/tallies", "/information/new", "/documents/new", "/tallies/new",
					"/disclosure/history?stream=document:year/D1", "/reports/year/2022/draft",
					"/reports/year/2023/table-two?row=normative_documents&column=made")) {
				assertThat(telephone.page.navigate(path).status()).as(path).isEqualTo(200);

				assertThat((Integer) Chromium.ask(telephone.page, "() => document.documentElement.scrollWidth"))
					.as(path)
					.isLessThanOrEqualTo(TELEPHONE);
				assertAccessible(telephone, path);
			}
		}
	}

	private static void record(Counter counter) {
		counter.registerTownship("year");
		counter.receive("year", "2023-001", "2023-03-01");
		counter.decide("2023-03-20", Map.of("outcome", "denied_1"));
		counter.open("/applications/show?id=year/2023-001");
		counter.page.getByText("登记本申请的行政复议、诉讼").click();
		counter.hand("file-review", Map.of("disputeNo", "R1", "filedOn", "2023-04-03", "reviewingOrgan", "某县人民政府"));
		assertThat(counter.page.locator("[role=status]").textContent()).contains("已记录第1条", "被申请行政复议");
		counter.hand("conclude-review", Map.of("outcome", "upheld", "form", "upheld", "concludedOn", "2023-05-08"));
		assertThat(counter.page.locator("dl.facts").textContent()).contains("维持", "2023-05-08");
		counter.receive("year", "2023-002", "2023-12-04");
		counter.open("/documents")
			.open("/documents/new?agency=year")
			.hand("make-document", Map.of("kind", "normative_document", "documentNo", "D1", "title", "河道管理办法", "madeOn",
					"2023-03-01"));
		assertThat(counter.page.locator("dl.facts").textContent()).contains("现行有效");
		counter.open("/tallies/new?agency=year")
			.hand("record-tally", Map.of("tallyNo", "T1", "item", "penalties", "from", "2023-01-01", "to", "2023-06-30",
					"count", "13"));
		counter.open("/reports/year/2023");
		assertThat(counter.page.locator("tr[data-row=penalties] td[data-column=decisions]").textContent())
			.isEqualTo("13");
		assertThat(counter.page.locator("tr[data-row=normative_documents] td[data-column=made]").textContent())
			.isEqualTo("1");
	}

	private static void publish(Counter counter) {
		counter.open(DRAFT).hand("open-report", Map.of("openedOn", "2024-01-03"));
		for (String section : List.of("proactive_disclosure", "applications", "information_management", "platform",
				"supervision", "problems", "other_matters")) {
			counter.open("/reports/year/2023/sections/" + section)
				.hand("write-section", Map.of("body",
						"全年收到申请{{applications.new}}件，行政处罚{{table2.penalties.decisions}}件。", "writtenOn", "2024-01-04"));
			assertThat(counter.page.locator("blockquote").textContent()).isEqualTo("全年收到申请2件，行政处罚13件。");
		}
		counter.open(DRAFT).hand("submit-report", Map.of("submittedOn", "2024-01-05"));
		counter.hand("approve-report", Map.of("approvedOn", "2024-01-08"));
		counter.hand("publish-report", Map.of("publishedOn", "2024-01-09"));
		assertThat(counter.page.locator("li[aria-current=step]").textContent()).isEqualTo("已公布");
		for (String format : List.of("HTML", "DOCX", "PDF", "XLSX", "JSON", "ZIP", "CSV 表三")) {
			String address = counter.page.locator(".files a:text-is('" + format + "')").getAttribute("href");
			APIResponse file = counter.page.request().get(address);
			assertThat(file.status()).as(format).isEqualTo(200);
			assertThat(file.body()).as(format).isNotEmpty();
			if (format.equals("HTML")) {
				assertThat(new String(file.body(), StandardCharsets.UTF_8)).contains("全年收到申请2件，行政处罚13件。");
			}
		}
	}

	private static void late(Counter counter) {
		counter.open("/applications/show?id=year/2023-002")
			.decide("2023-12-29", Map.of("outcome", "granted", "replyNo", "7号"));
		assertThat(counter.page.locator("table.changes tbody tr").first().textContent()).contains("year/2023", "表三",
				"予以公开");
		assertThat(counter.form("decide-application").locator("[name=replyNo]").inputValue()).isEqualTo("7号");
		counter.hand("decide-application", Map.of("changeReason", "年末送达，节后补录"));
		assertThat(counter.page.locator("[role=status]").textContent()).contains("已记录第3条");
		counter.open(Role.STATISTICIAN, "/reports/year/2024/bridge");
		assertThat(counter.page.locator("table.bridge").textContent()).contains("year/2023-002", "年末送达，节后补录");
		counter.page.getByText("写入表三的注").click();
		counter.hand("open-report", Map.of("openedOn", "2024-12-30"));
		counter.open(Role.STATISTICIAN, "/reports/year/2024/sections/table_three_note");
		String note = counter.form("write-section").locator("[name=body]").inputValue();
		assertThat(note).startsWith("注：2023年度报告公布结转下年度继续办理1件，本年度上年结转0件。").contains("年末送达，节后补录");
		counter.hand("write-section", Map.of("writtenOn", "2024-12-31"));
		assertThat(counter.page.locator("blockquote").textContent()).isEqualTo(note);
	}

	private static void upload(Counter counter) {
		hand(counter, "");
		assertThat(counter.page.locator(".counts dd").allTextContents()).containsExactly("3", "1", "0", "2");
		assertThat(counter.page.locator("table.list tbody tr").allTextContents())
			.anySatisfy((row) -> assertThat(row).startsWith("3").contains("机关代码未登记"))
			.anySatisfy((row) -> assertThat(row).startsWith("4").contains("改变已公布"));
		hand(counter, "汇总有误，补报许可");
		assertThat(counter.page.locator(".counts dd").allTextContents()).containsExactly("3", "1", "1", "1");
	}

	/// Hands in a tally of the running year, one of an unknown agency and one of the
	/// published year.
	private static void hand(Counter counter, String reason) {
		counter.open("/imports");
		Locator form = counter.form("import");
		form.locator("[name=what]").selectOption("tallies");
		form.locator("[name=mode]").selectOption("record");
		form.locator("[name=reason]").fill(reason);
		form.locator("[name=file]").setInputFiles(new FilePayload("tallies.csv", "text/csv", """
				机关代码,统计项目,起始日期,截止日期,数量
				year,行政许可,2024-01-01,2024-06-30,5
				nobody,行政许可,2024-01-01,2024-06-30,5
				year,行政许可,2023-01-01,2023-06-30,7
				""".getBytes(StandardCharsets.UTF_8)));
		counter.send("import");
		counter.page.locator("text=再导入一个文件").waitFor();
	}

	private static void assertAccessible(Counter counter, String path) {
		assertThat(Chromium.ask(counter.page, """
				() => [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
					.filter((field) => field.labels.length == 0).map((field) => field.name)""")).as(path)
			.isEqualTo(List.of());
		assertThat(Chromium.ask(counter.page,
				"""
						() => { let last = 0; return [...document.querySelectorAll('h1, h2, h3, h4')]
							.filter((h) => { const level = +h.tagName[1], skips = level > last + 1; last = level; return skips; })
							.map((h) => h.textContent); }"""))
			.as(path)
			.isEqualTo(List.of());
		assertThat(counter.page.locator("h1").count()).as(path).isEqualTo(1);
		assertThat(Chromium.ask(counter.page, """
				() => { const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
					return ids.filter((id, i) => ids.indexOf(id) != i); }""")).as(path).isEqualTo(List.of());
	}

}
