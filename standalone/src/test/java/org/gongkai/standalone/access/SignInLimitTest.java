package org.gongkai.standalone.access;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;

/// Wrong passwords at a running office, from addresses of their own for each test.
@Isolated("it fills the queue of passwords, which the whole JVM shares")
class SignInLimitTest {

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
	void of_many_wrong_passwords_at_once_five_are_checked() throws Exception {
		person("yan");

		List<Integer> answers = atOnce(Collections.nCopies(24, "a wrong password")
			.stream()
			.map((one) -> basic("yan", one, "127.0.1.9"))
			.toList());

		assertThat(answers).hasSize(24).isSubsetOf(401, 429);
		assertThat(answers).filteredOn((status) -> status == 401).hasSize(5);
	}

	/// The right password ends the count, as it would alone: four wrong ones may have
	/// been
	/// checked before it, and five after it.
	@Test
	void the_right_password_among_many_wrong_ones_does_not_lift_the_limit() throws Exception {
		String right = person("wang");
		List<String> passwords = new ArrayList<>(Collections.nCopies(23, "a wrong password"));
		passwords.add(right);

		List<Integer> answers = atOnce(passwords.stream().map((one) -> basic("wang", one, "127.0.1.1")).toList());

		assertThat(answers).hasSize(24).contains(429).isSubsetOf(401, 403, 429);
		assertThat(answers).filteredOn((status) -> status == 401)
			.hasSizeLessThanOrEqualTo(answers.contains(403) ? 9 : 5);
	}

	@Test
	void many_addresses_at_once_are_all_answered() throws Exception {
		List<Callable<HttpResponse<String>>> attempts = new ArrayList<>();
		for (int i = 1; i <= 100; i++) {
			attempts.add(basic("invented" + i, "a wrong password", "127.0.2." + i));
		}

		assertThat(atOnce(attempts)).hasSize(100).contains(401).isSubsetOf(401, 503);
		assertThat(house.call("owner", "GET", "/api/agencies", "").statusCode()).isEqualTo(200);
	}

	@Test
	void known_and_unknown_accounts_are_answered_alike() {
		person("zhao");
		List<List<String>> answers = new ArrayList<>();
		for (String account : List.of("zhao", "nobody-has-this")) {
			List<String> told = new ArrayList<>();
			try (SignInBrowser program = browser("127.0.3." + answers.size());
					SignInBrowser person = browser("127.0.4." + answers.size())) {
				for (int i = 0; i < 7; i++) {
					HttpResponse<String> basic = program.basic(account, "a wrong password", "/api/agencies");
					told.add(basic.statusCode() + " " + basic.headers().map().keySet());
					told.add(person.signIn(account, "a wrong password").replaceFirst("=[0-9]+", "=n"));
				}
			}
			answers.add(told);
		}

		assertThat(answers.getFirst()).isEqualTo(answers.getLast());
		assertThat(answers.getLast().get(8)).startsWith("401");
		assertThat(answers.getLast().get(9)).isEqualTo("/sign-in?refused");
		assertThat(answers.getLast().get(10)).startsWith("429").contains("retry-after");
		assertThat(answers.getLast().get(11)).isEqualTo("/sign-in?barred=n");
	}

	@Test
	void who_guesses_does_not_lock_the_owner_out_elsewhere() {
		String right = person("li");
		try (SignInBrowser guesser = browser("127.0.5.1"); SignInBrowser owner = browser("127.0.5.2")) {
			for (int i = 0; i < 5; i++) {
				assertThat(guesser.signIn("li", "a wrong password")).isEqualTo("/sign-in?refused");
			}
			assertThat(guesser.signIn("li", right)).startsWith("/sign-in?barred=");
			assertThat(owner.signIn("li", right)).isEmpty();
			assertThat(guesser.signIn("li", right)).startsWith("/sign-in?barred=");

			HttpResponse<String> unlocked = house.call("owner", "POST", "/api/accounts/li/unlock", "");
			assertThat(unlocked.statusCode()).isEqualTo(200);
			assertThat(guesser.signIn("li", right)).isEmpty();
		}
	}

	@Test
	void the_page_for_changing_a_password_has_the_same_limit() {
		String right = person("qian");
		try (SignInBrowser thief = browser("127.0.6.1")) {
			thief.signIn("qian", right);
			for (int i = 0; i < 5; i++) {
				assertThat(thief.changePassword("a wrong password", "correct horse battery").statusCode())
					.isEqualTo(422);
			}
			HttpResponse<String> barred = thief.changePassword(right, "correct horse battery");
			assertThat(barred.statusCode()).isEqualTo(429);
			assertThat(barred.headers().firstValue("Retry-After")).isPresent();
			assertThat(barred.body()).contains("多次登录失败");
			assertThat(thief.basic("qian", right, "/api/agencies").statusCode()).isEqualTo(429);
		}
	}

	@Test
	void an_address_is_refused_after_thirty_failures_and_right_passwords_are_none() {
		String right = person("sun");
		try (SignInBrowser nat = browser("127.0.7.1")) {
			for (int i = 0; i < 30; i++) {
				assertThat(nat.basic("invented" + i, "a wrong password", "/api/agencies").statusCode()).isEqualTo(401);
				if (i % 10 == 0) {
					try (SignInBrowser colleague = browser("127.0.7.1")) {
						assertThat(colleague.signIn("sun", right)).isEmpty();
						assertThat(colleague.isSignedIn()).isTrue();
					}
				}
			}
			HttpResponse<String> refused = nat.basic("invented", "a wrong password", "/api/agencies");
			assertThat(refused.statusCode()).isEqualTo(429);
			assertThat(refused.body()).contains("\"sign-in-barred\"");
		}
	}

	@Test
	void a_caller_without_an_account_leaves_no_session() {
		try (SignInBrowser stranger = browser("127.0.8.1")) {
			stranger.get("/");
			stranger.get("/applications");
			stranger.signIn("nobody-has-this", "a wrong password");
			stranger.submit("/sign-in", Map.of("account", "nobody-has-this"));
			assertThat(stranger.session()).isEmpty();
		}
	}

	private static Callable<HttpResponse<String>> basic(String account, String password, String address) {
		return () -> {
			try (SignInBrowser program = browser(address)) {
				return program.basic(account, password, "/api/agencies");
			}
		};
	}

	private static List<Integer> atOnce(List<Callable<HttpResponse<String>>> calls) throws Exception {
		List<Integer> statuses = new ArrayList<>();
		try (ExecutorService callers = Executors.newFixedThreadPool(calls.size())) {
			for (Future<HttpResponse<String>> answer : callers.invokeAll(calls)) {
				statuses.add(answer.get().statusCode());
			}
		}
		return statuses;
	}

	private static SignInBrowser browser(String address) {
		return new SignInBrowser(house.office.url().toString(), address);
	}

	/// Opens an account.
	/// @return its one-time password
	private static String person(String account) {
		return House
			.json(house.call("owner", "POST", "/api/accounts",
					"{\"account\": \"" + account + "\", \"displayName\": \"" + account + "\"}"))
			.path("password")
			.asString();
	}

}
