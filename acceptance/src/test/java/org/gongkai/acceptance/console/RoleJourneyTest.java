package org.gongkai.acceptance.console;

import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.gongkai.acceptance.TriedOffice;
import org.gongkai.events.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/// One person of each role signs in, searches and filters the registers that the role sees, turns a page, and signs out.
@Tag("outside")
class RoleJourneyTest {

	private static final int SCREEN = 1280;

	private static final String AGENCY = TriedOffice.code("journey");

	private static Chromium chromium;

	@BeforeAll
	static void open() {
		chromium = new Chromium();
		Staff.command("register-agency",
				Map.of("code", AGENCY, "name", "某县", "kind", "county", "registeredOn", "2000-01-01"));
		for (int i = 1; i <= 31; i++) {
			Staff.command("receive-application",
					Map.of("agency", AGENCY, "applicationNo", "申" + i, "applicantKind", "natural_person", "channel",
							"online", "submittedOn", "2024-03-04", "receivedOn", "2024-03-04", "personal",
							Map.of("name", "张三")));
		}
		for (int i = 1; i <= 2; i++) {
			Staff.command("file-review",
					Map.of("agency", AGENCY, "disputeNo", "复" + i, "against", "other", "filedOn", "2024-05-06"));
			Staff.command("draft-information", Map.of("agency", AGENCY, "informationNo", "信" + i, "category",
					"article_20_1", "madeOn", "2024-03-04"));
		}
	}

	@AfterAll
	static void close() {
		chromium.close();
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
	void a_person_signs_in_searches_turns_a_page_and_signs_out(Role role) {
		Page page = chromium.person(role, SCREEN).newPage();
		page.navigate("/");
		if (role == Role.ADMINISTRATOR) {
			assertThat(page.locator("nav a[href='/applications']").count()).isZero();
			page.locator("nav a[href='/agencies']").click();
			PlaywrightAssertions.assertThat(page.locator("main")).containsText(AGENCY);
		}
		else {
			search(page, "/applications", "申31", 31);
			page.locator("nav.pages button:has-text('下一页')").click();
			PlaywrightAssertions.assertThat(page.locator("nav.pages")).containsText(Pattern.compile("第 2 / 2 页"));
			assertThat(numbers(page).count()).isEqualTo(1);
			search(page, "/disputes", "复2", 2);
			search(page, "/information", "信2", 2);
		}
		page.locator("form.clerk button").click();
		page.waitForURL("**/sign-in");
		page.navigate("/applications");
		assertThat(page.title()).startsWith("登录");
		page.context().close();
	}

	@Test
	void a_form_that_is_sent_after_the_session_ended_records_nothing_and_leads_to_the_sign_in_page() {
		try (Counter counter = new Counter(chromium, chromium.visitor())) {
			Staff.Account account = Staff.open(Role.CLERK);
			counter.page.navigate("/sign-in");
			chromium.signIn(counter.page, account);

			fillIn(counter);
			Page neighbour = counter.page.context().newPage();
			neighbour.navigate("/");
			neighbour.locator("form.clerk button").click();
			neighbour.waitForURL("**/sign-in");
			assertNothingRecorded(counter, account);

			fillIn(counter);
			counter.page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("gongkai-session"));
			assertNothingRecorded(counter, account);
		}
	}

	private static void fillIn(Counter counter) {
		counter.open("/applications/new?agency=" + AGENCY)
			.fill("receive-application",
					Map.of("applicationNo", "迟", "channel", "in_person", "submittedOn", "2024-03-04", "receivedOn",
							"2024-03-04", "applicantKind", "natural_person", "personal.name", "李四"));
	}

	private static void assertNothingRecorded(Counter counter, Staff.Account account) {
		counter.send("receive-application");
		assertThat(counter.page.title()).startsWith("登录");
		chromium.signInAgain(counter.page, account);
		assertThat(counter.page.navigate("/applications/show?id=" + AGENCY + "/迟").status()).isEqualTo(404);
	}

	/// Searches for a word, then for all of the agency.
	private static void search(Page page, String register, String word, int all) {
		page.locator("nav[aria-label=主导航] a[href='" + register + "']").click();
		page.locator("#filter [name=agency]").selectOption(AGENCY);
		page.locator("#filter [name=q]").fill(word);
		page.locator("#filter button").click();
		PlaywrightAssertions.assertThat(numbers(page)).hasText(new String[] { word });
		page.locator("#filter [name=q]").fill("");
		page.locator("#filter button").click();
		PlaywrightAssertions.assertThat(page.locator(".count strong")).hasText(String.valueOf(all));
	}

	private static Locator numbers(Page page) {
		return page.locator("table.list tbody th");
	}

}
