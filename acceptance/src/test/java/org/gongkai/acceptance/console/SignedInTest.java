package org.gongkai.acceptance.console;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.gongkai.acceptance.TriedOffice;
import org.gongkai.log.EventJson;
import org.gongkai.testing.TestHttp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// A clerk with an account of the own agency, from the one-time password to signing out: whichever node answers.
@Tag("outside")
class SignedInTest {

	private static final String NEXT = "correct horse battery";

	private static Chromium chromium;

	private final TriedOffice office = TriedOffice.get();

	@BeforeAll
	static void open() {
		chromium = new Chromium();
	}

	@AfterAll
	static void close() {
		chromium.close();
	}

	@Test
	void a_clerk_signs_in_once_works_for_the_own_agency_alone_and_signs_out_everywhere() {
		String own = registered();
		String foreign = registered();
		String account = TriedOffice.code("zhang");
		String oneTime = told("/api/accounts", Map.of("account", account, "displayName", "张科员")).path("password")
			.asString();
		told("/api/accounts/" + account + "/grants", Map.of("role", "clerk", "agency", own));

		try (Counter counter = new Counter(chromium.visitor())) {
			Page page = counter.open("/agencies").page;
			assertThat(page.title()).startsWith("登录");
			typed(page, Map.of("account", account, "password", oneTime));
			assertThat(page.title()).startsWith("修改口令");
			typed(page, Map.of("present", oneTime, "next", NEXT, "again", NEXT));
			assertThat(page.title()).startsWith("首页");

			counter.open("/applications/new?agency=" + own).receive(own, "2024-001", "2024-03-04");
			assertThat(page.locator("[role=status]").textContent()).contains("已记录第1条");
			assertThat(counter.entries().textContent()).contains("张科员");
			for (int again = 0; again < 10; again++) {
				counter.open("/applications/show?id=" + own + "/2024-001");
				assertThat(page.locator("h1").textContent()).contains("2024-001");
			}
			counter.open("/applications/new");
			assertThat(page.locator("#receive-application").innerHTML()).contains(own).doesNotContain(foreign);

			String cookie = page.context().cookies().getFirst().value;
			counter.open("/");
			page.locator("form.clerk button").click();
			page.waitForURL("**/sign-in**");
			for (int again = 0; again < 10; again++) {
				assertThat(status("/applications", cookie)).isEqualTo(302);
			}
		}
	}

	private String registered() {
		String code = TriedOffice.code("signed");
		told("/api/commands/register-agency",
				Map.of("code", code, "name", "某镇" + code, "kind", "township", "registeredOn", "2018-01-01"));
		return code;
	}

	private JsonNode told(String path, Map<String, String> body) {
		HttpResponse<String> answer = send(request(path).header("Authorization", "Bearer " + this.office.token())
			.header("Gongkai-Actor", "owner")
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(EventJson.mapper().writeValueAsString(body))));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return EventJson.mapper().readTree(answer.body());
	}

	/// What an old session is answered.
	private int status(String path, String session) {
		return send(request(path).header("Cookie", "gongkai-session=" + session).header("Accept", "text/html"))
			.statusCode();
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.office.url() + path));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return TestHttp.send(client, request.build(), HttpResponse.BodyHandlers.ofString());
		}
	}

	private static void typed(Page page, Map<String, String> fields) {
		fields.forEach((name, value) -> page.locator("form.sheet [name=" + name + "]").fill(value));
		String before = page.title();
		page.locator("form.sheet button").click();
		page.waitForCondition(() -> !page.title().equals(before));
	}

}
