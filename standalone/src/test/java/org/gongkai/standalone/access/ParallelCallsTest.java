package org.gongkai.standalone.access;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import org.gongkai.testing.TestHttp;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// More calls at the same time than a pool has connections, by callers whose roles are read from the database.
class ParallelCallsTest {

	private static final int CALLERS = 32;

	private static final int CALLS = 160;

	private static final String GRANT = ", \"agency\": \"own\", \"withSubordinates\": true";

	private static House house;

	@BeforeAll
	static void open() {
		house = new House();
	}

	@AfterAll
	static void close() {
		house.close();
	}

	@Test
	void all_calls_with_the_token_of_one_program_are_answered() throws Exception {
		house.account("program", "inspector", GRANT);

		assertThat(inParallel(() -> house.call("program", "GET", "/api/definitions", "").statusCode()))
			.containsOnly(200);
	}

	@Test
	void all_calls_of_one_session_are_answered() throws Exception {
		String password = House
			.json(house.call("owner", "POST", "/api/accounts",
					"{\"account\": \"person\", \"displayName\": \"person\"}"))
			.path("password")
			.asString();
		try (HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
			HttpResponse<String> form = send(browser, request("/sign-in"));
			String token = Jsoup.parse(form.body()).select("input[name=_csrf]").attr("value");
			send(browser, request("/sign-in").header("Content-Type", "application/x-www-form-urlencoded")
				.header("Sec-Fetch-Site", "same-origin")
				.POST(HttpRequest.BodyPublishers.ofString("account=person&password=" + password + "&_csrf=" + token)));

			// the one page that a one-time password opens
			assertThat(inParallel(() -> send(browser, request("/password")).statusCode())).containsOnly(200);
		}
	}

	@Test
	void all_lists_of_accounts_are_answered() throws Exception {
		house.account("manager", "administrator", "");

		assertThat(inParallel(() -> house.call("manager", "GET", "/api/accounts", "").statusCode())).containsOnly(200);
	}

	@Test
	void a_revoked_role_and_a_replaced_token_end_with_the_next_call() {
		house.account("leaving", "inspector", GRANT);
		assertThat(status("leaving", "GET", "/api/definitions")).isEqualTo(200);

		HttpResponse<String> revoked = house.call("owner", "POST", "/api/accounts/leaving/revocations",
				"{\"role\": \"inspector\", \"agency\": \"own\"}");
		assertThat(revoked.statusCode()).as(revoked.body()).isEqualTo(200);
		assertThat(status("leaving", "GET", "/api/definitions")).isEqualTo(403);

		house.account("renewed", "inspector", GRANT);
		assertThat(status("renewed", "GET", "/api/definitions")).isEqualTo(200);
		assertThat(status("owner", "POST", "/api/accounts/renewed/reset")).isEqualTo(200);
		assertThat(status("renewed", "GET", "/api/definitions")).isEqualTo(401);
	}

	private static int status(String account, String method, String path) {
		return house.call(account, method, path, "").statusCode();
	}

	private static List<Integer> inParallel(Supplier<Integer> call) throws Exception {
		try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
			List<Future<Integer>> answers = new ArrayList<>();
			for (int i = 0; i < CALLS; i++) {
				answers.add(callers.submit(call::get));
			}
			List<Integer> statuses = new ArrayList<>();
			for (Future<Integer> answer : answers) {
				statuses.add(answer.get());
			}
			return statuses;
		}
	}

	private static HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(house.office.url() + path));
	}

	private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request) {
		return TestHttp.send(browser, request.build(), HttpResponse.BodyHandlers.ofString());
	}

}
