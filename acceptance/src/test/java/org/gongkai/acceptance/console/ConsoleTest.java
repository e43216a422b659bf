package org.gongkai.acceptance.console;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import org.gongkai.acceptance.TriedOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// A clerk's work by clicks and keys. Each test has a township of its own.
@Tag("outside")
class ConsoleTest {

	private static final int SCREEN = 1280;

	private static final int TELEPHONE = 400;

	private static Chromium chromium;

	private final String agency = TriedOffice.code("counter");

	private Counter counter;

	@BeforeAll
	static void open() {
		chromium = new Chromium();
	}

	@AfterAll
	static void close() {
		chromium.close();
	}

	@BeforeEach
	void sitDown() {
		this.counter = new Counter(chromium, SCREEN);
	}

	@AfterEach
	void leave() {
		this.counter.close();
	}

	@Test
	void an_application_lives_its_whole_life_by_clicks_and_counts_in_table_three() {
		this.counter.registerTownship(this.agency);
		assertThat(this.counter.page.locator("h1").textContent()).contains("下庄镇人民政府");
		this.counter.receive(this.agency, "2024-001", "2024-03-04");
		assertThat(this.counter.page.locator("[role=status]").textContent()).contains("已记录第1条", "收到申请");
		this.counter.hand("request-correction",
				Map.of("notifiedOn", "2024-03-06", "dueOn", "2024-03-20", "personal.text", "请明确年度"));
		assertThat(this.counter.page.locator(".due").textContent()).contains("对方期限");
		this.counter.hand("supply-correction", Map.of("suppliedOn", "2024-03-11"));
		this.counter.hand("extend-deadline",
				Map.of("notifiedOn", "2024-03-25", "workingDays", "20", "reason", "需要检索档案", "approvedBy", "李主任"));
		assertThat(this.counter.page.locator(".due").textContent()).contains("2024-05-09");
		this.counter.decide("2024-04-18", Map.of("outcome", "partly_granted", "replyNo", "下政公开〔2024〕1号", "legalBasis",
				"条例第三十七条", "withheldParts.0.ground", "denied_4", "withheldParts.0.description", "承包方身份证号码"));
		this.counter.hand("deliver-reply", Map.of("way", "post", "deliveredOn", "2024-04-19"));
		assertThat(this.counter.entries()).satisfies((entries) -> assertThat(entries.count()).isEqualTo(7));
		assertThat(this.counter.page.locator("dl.facts").textContent()).contains("已办结：部分公开", "下政公开〔2024〕1号",
				"2024-04-19");

		this.counter.open("/reports/" + this.agency + "/2024");
		Locator cell = this.counter.page.locator("tr[data-row=partly_granted] td[data-column=natural_person] a");
		assertThat(cell.textContent()).isEqualTo("1");
		cell.click();
		this.counter.page.locator("table.list tbody a").click();
		assertThat(this.counter.page.locator("h1").textContent()).contains("2024-001");
	}

	@Test
	void a_refused_act_names_the_rule_at_its_field_and_keeps_what_was_typed() {
		this.counter.registerTownship(this.agency);
		this.counter.receive(this.agency, "2024-001", "2024-03-04");
		this.counter.hand("extend-deadline",
				Map.of("notifiedOn", "2024-03-25", "workingDays", "40", "reason", "需要检索档案"));
		Locator days = this.counter.form("extend-deadline").locator("[name=workingDays]");
		assertThat(days.getAttribute("aria-invalid")).isEqualTo("true");
		assertThat(this.counter.page.locator("#" + days.getAttribute("aria-describedby")).textContent())
			.contains("延长的期限为1至20个工作日（条例第三十三条）");
		assertThat(days.inputValue()).isEqualTo("40");
		assertThat(this.counter.form("extend-deadline").locator("[name=reason]").inputValue()).isEqualTo("需要检索档案");
		assertThat(this.counter.entries().count()).isEqualTo(1);

		this.counter.hand("extend-deadline", Map.of("workingDays", "10"));
		assertThat(this.counter.entries().count()).isEqualTo(2);
	}

	@Test
	void a_double_click_records_once() {
		this.counter.registerTownship(this.agency);
		this.counter.receive(this.agency, "2024-001", "2024-03-04");
		this.counter.fill("request-correction", Map.of("notifiedOn", "2024-03-06", "dueOn", "2024-03-20"));
		this.counter.form("request-correction").locator("button").dblclick();
		this.counter.page.locator("[role=status]:has-text('已记录第2条')").waitFor();
		this.counter.open("/applications/show?id=" + this.agency + "/2024-001");
		assertThat(this.counter.entries().count()).isEqualTo(2);
	}

	@Test
	void a_form_sent_again_after_going_back_records_once() {
		this.counter.registerTownship(this.agency);
		this.counter.receive(this.agency, "2024-001", "2024-03-04");
		this.counter.fill("consult-agency", Map.of("consultedAgency", "县农业农村局", "askedOn", "2024-03-06"));
		String form = (String) this.counter.form("consult-agency")
			.evaluate("form => new URLSearchParams(new FormData(form)).toString()");
		this.counter.send("consult-agency");
		assertThat(this.counter.entries().count()).isEqualTo(2);
		String again = this.counter.page.request()
			.post("/applications/acts/consult-agency",
					RequestOptions.create()
						.setHeader("Origin", TriedOffice.get().url().toString())
						.setHeader("Content-Type", "application/x-www-form-urlencoded")
						.setData(form))
			.text();
		assertThat(again).contains("已记录第<span>2</span>条");
		this.counter.open("/applications/show?id=" + this.agency + "/2024-001");
		assertThat(this.counter.entries().count()).isEqualTo(2);
	}

	@Test
	void a_clerk_who_has_not_seen_a_colleague_s_entry_is_shown_it_first() {
		this.counter.registerTownship(this.agency);
		this.counter.receive(this.agency, "2024-001", "2024-03-04");
		Counter colleague = this.counter.neighbour();
		colleague.open("/applications/show?id=" + this.agency + "/2024-001")
			.hand("withdraw-application", Map.of("withdrawnOn", "2024-03-07"));
		this.counter.hand("request-correction", Map.of("notifiedOn", "2024-03-08", "dueOn", "2024-03-22"));
		assertThat(this.counter.page.locator("div.problem").textContent()).contains("记录已被他人更新，请重新查看后再办理");
		assertThat(this.counter.page.locator("#request-correction [name=notifiedOn]").inputValue())
			.isEqualTo("2024-03-08");
		this.counter.page.getByText("重新查看最新记录").click();
		assertThat(this.counter.page.locator("dl.facts").textContent()).contains("已办结：其他处理");
	}

	@Test
	void an_application_is_registered_by_the_keyboard_alone() {
		this.counter.registerTownship(this.agency);
		Page page = this.counter.open("/applications/new?agency=" + this.agency).page;
		tabTo(page, "receive-application-agency");
		page.keyboard().type("下庄镇人民政府（keys）");
		tabTo(page, "receive-application-applicationNo");
		page.keyboard().type("2024-001");
		tabTo(page, "receive-application-channel");
		page.keyboard().press("ArrowDown");
		tabTo(page, "receive-application-submittedOn");
		page.keyboard().type("03042024");
		tabTo(page, "receive-application-receivedOn");
		page.keyboard().type("03042024");
		tabTo(page, "receive-application-applicantKind");
		page.keyboard().press("ArrowDown");
		tabTo(page, "receive-application-personal-name");
		page.keyboard().type("张三");
		page.keyboard().press("Enter");
		page.locator("[role=status]").waitFor();
		assertThat(page.locator("[role=status]").textContent()).contains("当面", "2024-03-04收到");
	}

	@Test
	void who_acts_is_who_signed_in() {
		this.counter.registerTownship(this.agency);
		assertThat(this.counter.page.locator(".clerk").textContent()).contains("吴管理");
		this.counter.open("/");
		assertThat(this.counter.page.locator(".clerk").textContent()).contains("王科员");
		this.counter.open("/applications/new");
		assertThat(this.counter.page.locator("[name=actor]").count()).isZero();
		this.counter.receive(this.agency, "2024-001", "2024-03-04");
		assertThat(this.counter.entries().textContent()).contains("王科员");
		assertThat(this.counter.page.url()).doesNotContain("%E7%8E%8B", "clerk");
	}

	@Test
	void a_year_s_notice_moves_the_due_dates() {
		this.counter.open("/calendar")
			.hand("announce-calendar", Map.of("year", "2019", "daysOff", "2019-01-01\n2019-03-11 至 2019-03-15",
					"source", "测试通知", "announcedOn", "2018-12-06"));
		assertThat(this.counter.page.locator("table.list").textContent()).contains("测试通知");
		this.counter.registerTownship(this.agency);
		this.counter.receive(this.agency, "2019-001", "2019-03-04");
		// the 20th working day after it, with five days off in March and Qingming on 5
		// April
		assertThat(this.counter.page.locator(".due").textContent()).contains("2019-04-09");
	}

	@Test
	void every_field_has_its_label_and_headings_follow_in_order() {
		this.counter.registerTownship(this.agency);
		this.counter.receive(this.agency, "2024-001", "2024-03-04");
		for (String path : pages(this.agency)) {
			Page page = this.counter.open(path).page;
			assertThat(Chromium.ask(page, """
					() => [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
						.filter((field) => field.labels.length == 0).map((field) => field.name)""")).as(path)
				.isEqualTo(List.of());
			assertThat(Chromium.ask(page,
					"""
							() => { let last = 0; return [...document.querySelectorAll('h1, h2, h3, h4')]
								.filter((h) => { const level = +h.tagName[1], skips = level > last + 1; last = level; return skips; })
								.map((h) => h.textContent); }"""))
				.as(path)
				.isEqualTo(List.of());
			assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
			assertThat(Chromium.ask(page, """
					() => { const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
						return ids.filter((id, i) => ids.indexOf(id) != i); }""")).as(path).isEqualTo(List.of());
			assertThat(Chromium.ask(page, "() => document.documentElement.lang")).as(path).isEqualTo("zh-CN");
			assertThat(Chromium.ask(page,
					"""
							() => [...document.querySelectorAll('[aria-describedby]')]
								.filter((e) => !document.getElementById(e.getAttribute('aria-describedby'))).map((e) => e.id)"""))
				.as(path)
				.isEqualTo(List.of());
		}
	}

	@Test
	void no_page_is_wider_than_a_telephone() {
		this.counter.registerTownship(this.agency);
		this.counter.receive(this.agency, "2024-001", "2024-03-04");
		try (Counter telephone = new Counter(chromium, TELEPHONE)) {
			for (String path : pages(this.agency)) {
				telephone.open(path);
				assertThat((Integer) Chromium.ask(telephone.page, "() => document.documentElement.scrollWidth"))
					.as(path)
					.isLessThanOrEqualTo(TELEPHONE);
			}
		}
	}

	private static List<String> pages(String agency) {
		return List.of("/", "/agencies", "/agencies/" + agency, "/applications", "/applications/new",
				"/applications/show?id=" + agency + "/2024-001", "/calendar", "/sign-in", "/password",
				"/reports/" + agency + "/2024", "/reports/" + agency + "/2024/cases?row=new&column=total",
				"/applications/show?id=" + agency + "/no");
	}

	private static void tabTo(Page page, String id) {
		for (int presses = 0; presses < 60; presses++) {
			page.keyboard().press("Tab");
			if (page.locator("#" + id + ":focus").count() > 0) {
				return;
			}
		}
		throw new AssertionError(id + " cannot be reached by the keyboard");
	}

}
