package org.gongkai.standalone.access;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.events.access.Role;
import org.gongkai.log.EventJson;
import org.gongkai.standalone.Office;
import org.gongkai.testing.TestHttp;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// An office with four agencies: `own`, `below` it, `above` it, and `foreign`; and programs' accounts with roles for them.
final class House implements AutoCloseable {

	final Office office = Office.openTemporary(Office.Door.anywhere());

	private final HttpClient http = HttpClient.newHttpClient();

	private final Map<String, String> tokens = new HashMap<>();

	private final List<PasswordSession> sessions = new ArrayList<>();

	House() {
		this.tokens.put("owner", this.office.operatorToken());
		agency("above", null);
		agency("own", "above");
		agency("below", "own");
		agency("foreign", null);
	}

	private void agency(String code, @Nullable String parent) {
		done("register-agency", """
				{"code": "%s", "name": "某机关%s", "kind": "county", "registeredOn": "2000-01-01"%s}""".formatted(code,
				code, (parent == null) ? "" : ", \"parent\": \"" + parent + "\""));
	}

	/// Opens a program's account with one role.
	/// @param grant the rest of the grant in JSON
	void account(String name, String role, String grant) {
		machine(name);
		granted(name, "{\"role\": \"" + role + "\"" + grant + "}");
	}

	/// Opens a program's account without a role.
	void machine(String name) {
		JsonNode opened = json(call("owner", "POST", "/api/accounts",
				"{\"account\": \"" + name + "\", \"displayName\": \"" + name + "\", \"machine\": true}"));
		this.tokens.put(name, opened.path("token").asString());
	}

	/// @param grant in JSON
	void granted(String name, String grant) {
		HttpResponse<String> granted = call("owner", "POST", "/api/accounts/" + name + "/grants", grant);
		assertThat(granted.statusCode()).as(granted.body()).isEqualTo(200);
	}

	/// Opens a person's account with one role and signs in there.
	/// @param grant the rest of the grant in JSON
	PasswordSession signIn(String name, Role role, String grant) {
		PasswordSession session = PasswordSession.signIn(this.office, name, role, grant);
		this.sessions.add(session);
		return session;
	}

	void received(String agency) {
		received(agency, "1");
	}

	void received(String agency, String number) {
		done("receive-application",
				"""
						{"agency": "%s", "applicationNo": "%s", "applicantKind": "natural_person", "channel": "online", "submittedOn": "2024-03-04", "receivedOn": "2024-03-04", "personal": {"name": "张三"}}"""
					.formatted(agency, number));
	}

	void done(String command, String json) {
		HttpResponse<String> answer = call("owner", "POST", "/api/commands/" + command, json);
		assertThat(answer.statusCode()).as(command + " " + answer.body()).isEqualTo(200);
	}

	HttpResponse<String> call(String account, String method, String path, String body) {
		return call(account, method, path, "application/json", body);
	}

	HttpResponse<String> call(String account, String method, String path, String type, String body) {
		HttpRequest.Builder request = request(account, path).header("Content-Type", type)
			.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
		return send(request);
	}

	/// A call in the name of an account; empty for none.
	HttpRequest.Builder request(String account, String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.office.url() + path));
		if (!account.isEmpty()) {
			request.header("Authorization", "Bearer " + this.tokens.get(account));
		}
		return request.header("Gongkai-Actor", "owner").header("Sec-Fetch-Site", "same-origin");
	}

	HttpResponse<String> send(HttpRequest.Builder request) {
		return TestHttp.send(this.http, request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
	}

	/// The answer as it is, which may be a file.
	HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) {
		return TestHttp.send(this.http, request.build(), HttpResponse.BodyHandlers.ofByteArray());
	}

	JsonNode get(String account, String path) {
		HttpResponse<String> answer = call(account, "GET", path, "");
		assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
		return json(answer);
	}

	static JsonNode json(HttpResponse<String> answer) {
		return EventJson.mapper().readTree(answer.body());
	}

	@Override
	public void close() {
		this.sessions.forEach(PasswordSession::close);
		this.http.close();
		this.office.close();
	}

}
