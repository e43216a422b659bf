package org.gongkai.standalone.access;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Sessions and tokens whose password, account or role is changed.
class EndedSessionTest {

	private static final String NEXT = "correct horse battery";

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
	void changing_a_password_ends_all_other_sessions_and_gives_this_one_another_id() {
		String oneTime = person("wang");
		try (SignInBrowser here = browser(); SignInBrowser there = browser(); SignInBrowser thief = browser()) {
			here.signIn("wang", oneTime);
			there.signIn("wang", oneTime);
			thief.session(here.session());
			assertThat(thief.get("/").headers().firstValue("Location"))
				.hasValueSatisfying((location) -> assertThat(location).endsWith("/password"));

			HttpResponse<String> changed = here.changePassword(oneTime, NEXT);
			assertThat(changed.statusCode()).isEqualTo(302);

			assertThat(here.isSignedIn()).isTrue();
			assertThat(here.session()).isNotEqualTo(thief.session());
			assertOutside(there);
			assertOutside(thief);
			assertThat(here.changePassword(NEXT, "another long one").statusCode()).isEqualTo(302);
			assertThat(here.isSignedIn()).isTrue();
		}
	}

	@Test
	void a_changed_password_is_not_accepted_with_calls_though_it_was_right_a_moment_ago() {
		String oneTime = person("zhao");
		try (SignInBrowser person = browser(); SignInBrowser program = browser()) {
			person.signIn("zhao", oneTime);
			person.changePassword(oneTime, NEXT);
			assertThat(program.basic("zhao", NEXT, "/api/office").statusCode()).isEqualTo(200);

			person.changePassword(NEXT, "another long one");

			assertThat(program.basic("zhao", NEXT, "/api/office").statusCode()).isEqualTo(401);
			assertThat(program.basic("zhao", "another long one", "/api/office").statusCode()).isEqualTo(200);
		}
	}

	@Test
	void resetting_a_password_ends_its_sessions_and_what_was_right_a_moment_ago() {
		try (SignInBrowser browser = signedIn("li"); SignInBrowser program = browser()) {
			assertThat(program.basic("li", NEXT, "/api/office").statusCode()).isEqualTo(200);

			String oneTime = done("/api/accounts/li/reset", "").path("password").asString();

			assertOutside(browser);
			assertThat(program.basic("li", NEXT, "/api/office").statusCode()).isEqualTo(401);
			assertThat(browser.signIn("li", NEXT)).isEqualTo("/sign-in?refused");
			assertThat(browser.signIn("li", oneTime)).isEmpty();
		}
	}

	@Test
	void locking_an_account_ends_its_sessions_for_good() {
		try (SignInBrowser browser = signedIn("qian"); SignInBrowser program = browser()) {
			assertThat(program.basic("qian", NEXT, "/api/office").statusCode()).isEqualTo(200);
			String session = browser.session();

			done("/api/accounts/qian/lock", "");

			assertOutside(browser);
			assertThat(program.basic("qian", NEXT, "/api/office").statusCode()).isEqualTo(401);
			done("/api/accounts/qian/unlock", "");
			browser.session(session);
			assertOutside(browser);
			assertThat(browser.signIn("qian", NEXT)).isEmpty();
		}
	}

	@Test
	void revoking_a_role_ends_the_sessions_of_the_account() {
		try (SignInBrowser browser = signedIn("sun"); SignInBrowser program = browser()) {
			assertThat(browser.get("/applications").statusCode()).isEqualTo(200);
			assertThat(program.basic("sun", NEXT, "/api/applications").statusCode()).isEqualTo(200);

			done("/api/accounts/sun/revocations", "{\"role\": \"clerk\"}");

			assertOutside(browser);
			assertThat(program.basic("sun", NEXT, "/api/applications").statusCode()).isEqualTo(403);
			browser.signIn("sun", NEXT);
			assertThat(browser.get("/applications").statusCode()).isEqualTo(403);
		}
	}

	@Test
	void a_program_s_token_ends_with_a_new_one_and_with_its_account_and_its_role_at_the_next_call() {
		house.account("register", "clerk", "");
		assertThat(house.call("register", "GET", "/api/applications", "").statusCode()).isEqualTo(200);
		done("/api/accounts/register/revocations", "{\"role\": \"clerk\"}");
		assertThat(house.call("register", "GET", "/api/applications", "").statusCode()).isEqualTo(403);
		done("/api/accounts/register/grants", "{\"role\": \"clerk\"}");
		assertThat(house.call("register", "GET", "/api/applications", "").statusCode()).isEqualTo(200);
		done("/api/accounts/register/reset", "");
		assertThat(house.call("register", "GET", "/api/applications", "").statusCode()).isEqualTo(401);

		house.account("locked", "clerk", "");
		done("/api/accounts/locked/lock", "");
		assertThat(house.call("locked", "GET", "/api/applications", "").statusCode()).isEqualTo(401);
	}

	@Test
	void signing_in_changes_the_id_of_a_session_that_somebody_else_prepared() {
		try (SignInBrowser attacker = signedIn("zhou"); SignInBrowser victim = browser()) {
			String prepared = attacker.session();
			String oneTime = person("wu");
			victim.session(prepared);

			assertThat(victim.signIn("wu", oneTime)).isEmpty();

			assertThat(victim.session()).isNotEqualTo(prepared).isNotEmpty();
			attacker.session(prepared);
			assertOutside(attacker);
			victim.session("a-session-that-was-never-given");
			victim.signIn("wu", oneTime);
			assertThat(victim.session()).isNotEqualTo("a-session-that-was-never-given");
		}
	}

	private static void assertOutside(SignInBrowser browser) {
		assertThat(SignInBrowser.location(browser.get("/applications"))).isEqualTo("/sign-in");
		assertThat(browser.get("/api/applications").statusCode()).isEqualTo(401);
		assertThat(browser.get("/api/accounts").statusCode()).isEqualTo(401);
	}

	/// A clerk who has changed the one-time password to [#NEXT].
	private static SignInBrowser signedIn(String account) {
		String oneTime = person(account);
		done("/api/accounts/" + account + "/grants", "{\"role\": \"clerk\"}");
		SignInBrowser browser = browser();
		browser.signIn(account, oneTime);
		assertThat(browser.submit("/password", Map.of("present", oneTime, "next", NEXT, "again", NEXT)).statusCode())
			.isEqualTo(302);
		assertThat(browser.isSignedIn()).isTrue();
		return browser;
	}

	private static String person(String account) {
		return done("/api/accounts", "{\"account\": \"" + account + "\", \"displayName\": \"" + account + "\"}")
			.path("password")
			.asString();
	}

	private static JsonNode done(String path, String json) {
		HttpResponse<String> answer = house.call("owner", "POST", path, json);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return House.json(answer);
	}

	private static SignInBrowser browser() {
		return new SignInBrowser(house.office.url().toString(), "127.0.0.1");
	}

}
