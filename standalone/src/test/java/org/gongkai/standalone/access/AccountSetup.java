package org.gongkai.standalone.access;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import org.gongkai.log.EventJson;
import org.gongkai.standalone.Office;
import org.gongkai.testing.TestHttp;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Opens accounts with the token of the owner, over the interface for programs. It opens no page.
final class AccountSetup {

	private AccountSetup() {
	}

	/// Opens a person's account.
	/// @return its one-time password
	static String open(Office office, String account, String displayName) {
		return post(office, "/api/accounts",
				"{\"account\": \"" + account + "\", \"displayName\": \"" + displayName + "\"}")
			.path("password")
			.asString();
	}

	/// @param path below `/api/accounts`
	static JsonNode post(Office office, String path, String json) {
		assertThat(path).startsWith("/api/accounts");
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> response = TestHttp.send(client,
					HttpRequest.newBuilder(office.url().resolve(path))
						.header("Authorization", "Bearer " + office.operatorToken())
						.header("Gongkai-Actor", "owner")
						.header("Content-Type", "application/json")
						.POST(BodyPublishers.ofString(json))
						.build(),
					HttpResponse.BodyHandlers.ofString());
			assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
			return EventJson.mapper().readTree(response.body());
		}
	}

}
