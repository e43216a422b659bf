package org.gongkai.acceptance.console;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.gongkai.acceptance.TriedOffice;
import org.gongkai.events.access.Role;
import org.gongkai.testing.TestHttp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// A clerk with an account of the own agency, from the one-time password to signing out: whichever node answers.
@Tag("outside")
class SignedInTest {

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
		Staff.Account account = Staff.open(Role.CLERK, Map.of("agency", own));

		try (Counter counter = new Counter(chromium, chromium.visitor())) {
			Page page = counter.open("/agencies").page;
			assertThat(page.title()).startsWith("登录");
			chromium.signIn(page, account);

			counter.open("/applications/new?agency=" + own).receive(own, "2024-001", "2024-03-04");
			assertThat(page.locator("[role=status]").textContent()).contains("已记录第1条");
			assertThat(counter.entries().textContent()).contains("王科员");
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
		Staff.command("register-agency",
				Map.of("code", code, "name", "某镇" + code, "kind", "township", "registeredOn", "2018-01-01"));
		return code;
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

}
