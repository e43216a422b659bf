package org.gongkai.query.integration;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import org.gongkai.access.AccessConnections;
import org.gongkai.log.LogDatabase;
import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

class FollowedAccountsTest {

	@Test
	void who_has_an_account_of_the_house_sees_what_was_received_by_its_rights() {
		RelayedTopic topic = new RelayedTopic();
		try (TestDatabase house = FollowingServer.database(); TestDatabase received = FollowingServer.database()) {
			AccessConnections.migrate(house.as(LogDatabase.MIGRATE, "m"));
			account(new JdbcTemplate(house.superuser()));
			try (FollowingServer server = new FollowingServer(received, Map.of("township.example/log", topic),
					Map.of("gongkai.query.accounts-url", house.jdbcUrl(), "gongkai.query.accounts-password", "r"))) {
				assertThat(as("wang", "right-and-long-enough", server).statusCode()).isEqualTo(200);
				assertThat(as("wang", "wrong", server).statusCode()).isEqualTo(401);
				assertThat(server
					.send("POST", "/api/projections/all/rebuild", "application/json", "{}",
							basic("wang", "right-and-long-enough"))
					.statusCode()).isEqualTo(403);
				assertThat(new JdbcTemplate(received.superuser()).queryForList("select account from access.accounts"))
					.isEmpty();
			}
		}
	}

	private static HttpResponse<String> as(String account, String password, FollowingServer server) {
		return server.send("GET", "/api/reports", "application/json", "", basic(account, password));
	}

	private static String basic(String account, String password) {
		return "Basic "
				+ Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

	private static void account(JdbcTemplate house) {
		house.update("""
				insert into access.accounts (account, display_name, machine, password_hash, opened_on)
				values ('wang', '王科员', false, ?, date '2024-01-02')""",
				new Argon2PasswordEncoder(16, 32, 1, 19_456, 2).encode("right-and-long-enough"));
		house.update("insert into access.grants values ('wang', 'INSPECTOR', null, false, date '2024-01-02', null)");
	}

}
