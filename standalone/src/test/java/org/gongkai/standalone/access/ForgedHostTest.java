package org.gongkai.standalone.access;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import org.gongkai.standalone.Office;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What a caller says of the host is not repeated, and a call without credentials is answered 401 whatever its method.
class ForgedHostTest {

	private static House house;

	private static Office office;

	@BeforeAll
	static void open() {
		house = new House();
		office = house.office;
	}

	@AfterAll
	static void close() {
		house.close();
	}

	@Test
	void a_redirect_leads_nowhere_else() {
		String forged = "Host: evil.example\nX-Forwarded-Host: evil.example\nX-Forwarded-Proto: https\nForwarded: host=evil.example\nSec-Fetch-Site: same-origin\nConnection: close\n";
		String bearer = "Authorization: Bearer " + office.operatorToken() + "\n";
		String form = "Content-Type: application/x-www-form-urlencoded\nContent-Length: 1\n\na";
		List<String> answers = new ArrayList<>();
		answers.add(said("GET / HTTP/1.1\n" + forged + "\n"));
		answers.add(said("GET /reports/own/2024 HTTP/1.1\n" + forged + "\n"));
		answers.add(said("GET http://evil.example/ HTTP/1.1\n" + forged + "\n"));
		answers.add(said("POST /sign-out HTTP/1.1\n" + forged + bearer + form));
		answers.add(said("POST /sign-in HTTP/1.1\n" + forged + bearer + form));
		for (String answer : answers) {
			assertThat(answer).matches("(?s)HTTP/1\\.1 30\\d.*").containsPattern("(?m)^Location: /[^/]");
		}
		assertThat(said("GET /v3/api-docs/queries HTTP/1.1\n" + forged + bearer + "\n")).startsWith("HTTP/1.1 200")
			.doesNotContain("evil.example");
	}

	@Test
	void a_program_without_credentials_is_told_so_whatever_its_method() {
		for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
			for (String path : List.of("/api/commands/register-agency", "/api/imports/agencies?fileName=a",
					"/api/accounts", "/api/nothing")) {
				HttpResponse<String> answer = house.send(HttpRequest.newBuilder(URI.create(office.url() + path))
					.header("Content-Type", "application/json")
					.method(method, HttpRequest.BodyPublishers.ofString("{}")));
				assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(401);
				assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
				if (!method.equals("HEAD")) {
					assertThat(answer.body()).contains("\"sign-in-needed\"");
				}
			}
		}
	}

	@Test
	void a_group_that_is_not_described_is_not_found() {
		for (String path : List.of("/v3/api-docs/nothing", "/v3/api-docs/nothing/", "/v3/api-docs.yaml/nothing")) {
			HttpResponse<String> answer = house.call("owner", "GET", path, "");
			assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(404);
			assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		}
	}

	private static String said(String request) {
		try (RawClient client = new RawClient(office.url())) {
			client.send(request);
			return client.answer();
		}
	}

}
