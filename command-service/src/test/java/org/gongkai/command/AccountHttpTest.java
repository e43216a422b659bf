package org.gongkai.command;

import java.util.List;

import org.gongkai.log.EventJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Accounts by HTTP, and what the log has of them.
class AccountHttpTest {

	@Test
	void every_change_of_an_account_is_an_event_and_no_password_is_in_it() {
		try (CommandServer server = new CommandServer()) {
			JsonNode told = EventJson.mapper().readTree(server.json("/api/accounts", """
					{"account": "wang", "displayName": "王科员"}"""));
			server.json("/api/accounts/wang/grants", """
					{"role": "clerk", "until": "2024-12-31"}""");
			server.json("/api/accounts/wang/revocations", """
					{"role": "clerk"}""");
			server.json("/api/accounts/wang/lock", "");

			await().until(() -> names(server).size() == 5);
			assertThat(names(server)).containsExactly("access.AccountOpened", "access.PasswordSet",
					"access.RoleGranted", "access.RoleRevoked", "access.AccountLocked");
			String stored = String.join("\n",
					server.sql.queryForList("select payload::text || metadata::text from log.events", String.class));
			assertThat(stored).contains("\"account\":\"wang\"", "\"displayName\":\"王科员\"", "\"actor\":\"王科员\"")
				.doesNotContain(told.path("password").asString(), "argon2");
			assertThat(server.sql.queryForObject("select password_hash from access.accounts", String.class))
				.startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
		}
	}

	@Test
	void what_is_not_well_said_of_an_account_is_refused() {
		try (CommandServer server = new CommandServer()) {
			assertThat(server.json("/api/accounts", "{\"account\": \"Wang Fang\", \"displayName\": \"王芳\"}"))
				.contains("\"malformed\"");
			assertThat(server.json("/api/accounts", "{\"account\": \"wang\"}")).contains("\"malformed\"");
			assertThat(server.json("/api/accounts/wang/grants", "{\"role\": \"clerk\"}"))
				.contains("\"unknown-account\"");
			server.json("/api/accounts", "{\"account\": \"wang\", \"displayName\": \"王芳\"}");
			assertThat(server.json("/api/accounts", "{\"account\": \"wang\", \"displayName\": \"王芳\"}"))
				.contains("\"account-exists\"");
			assertThat(server.json("/api/accounts/wang/grants", "{\"role\": \"clerk\", \"agency\": \"none\"}"))
				.contains("\"unknown-agency\"");
			assertThat(server.json("/api/accounts/wang/revocations", "{\"role\": \"clerk\"}"))
				.contains("\"unknown-grant\"");
		}
	}

	private static List<String> names(CommandServer server) {
		return server.sql.queryForList("select name from log.events order by event_index", String.class);
	}

}
