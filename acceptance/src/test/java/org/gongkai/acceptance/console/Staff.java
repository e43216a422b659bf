package org.gongkai.acceptance.console;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.gongkai.acceptance.TriedOffice;
import org.gongkai.events.access.Role;
import org.gongkai.log.EventJson;
import org.gongkai.testing.TestHttp;
import tools.jackson.databind.JsonNode;

/// Opens accounts and registers agencies with the token of the owner, over the interface for programs. It opens no page.
final class Staff {

	/// Of every account in these tests, once its one-time password is changed.
	static final String PASSWORD = "correct horse battery";

	private static final Map<Role, String> NAMES = Map.of(Role.CLERK, "王科员", Role.REVIEWER, "赵科长", Role.APPROVER, "李主任",
			Role.STATISTICIAN, "孙统计", Role.INSPECTOR, "周督查", Role.ADMINISTRATOR, "吴管理");

	private Staff() {
	}

	/// A new account.
	///
	/// @param name of the account
	/// @param oneTime its password until it is changed
	record Account(String name, String oneTime) {
	}

	/// Opens an account with one role for all agencies.
	static Account open(Role role) {
		return open(role, Map.of());
	}

	/// Opens an account with one role.
	/// @param grant the rest of the grant
	static Account open(Role role, Map<String, String> grant) {
		String name = TriedOffice.code(role.name().toLowerCase(Locale.ROOT));
		String oneTime = post("/api/accounts", Map.of("account", name, "displayName", NAMES.get(role))).path("password")
			.asString();
		Map<String, String> granted = new HashMap<>(grant);
		granted.put("role", role.name().toLowerCase(Locale.ROOT));
		post("/api/accounts/" + name + "/grants", granted);
		return new Account(name, oneTime);
	}

	/// Gives a command.
	static void command(String name, Map<String, ?> fields) {
		post("/api/commands/" + name, fields);
	}

	private static JsonNode post(String path, Map<String, ?> body) {
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> response = TestHttp.send(client,
					HttpRequest.newBuilder(URI.create(TriedOffice.get().url() + path))
						.header("Authorization", "Bearer " + TriedOffice.get().token())
						.header("Gongkai-Actor", "owner")
						.header("Content-Type", "application/json")
						.POST(BodyPublishers.ofString(EventJson.mapper().writeValueAsString(body)))
						.build(),
					HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() != 200) {
				throw new AssertionError(path + " answers " + response.statusCode() + " " + response.body());
			}
			return EventJson.mapper().readTree(response.body());
		}
	}

}
