package org.gongkai.acceptance.documents;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.gongkai.log.EventJson;
import org.gongkai.standalone.Office;
import org.gongkai.testing.TestHttp;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// What the dashboard draws is what an office tells.
class DashboardTest {

	private static final Pattern NAME = Pattern.compile("\\b(?:gongkai|http|hikaricp|jvm|process)_[a-z_]+");

	private static final Pattern TOLD = Pattern.compile("^([a-z_]+)[{ ]", Pattern.MULTILINE);

	@Test
	void every_meter_in_the_dashboard_is_told_by_an_office_that_has_worked() {
		Set<String> drawn = new TreeSet<>();
		EventJson.mapper()
			.readTree(Repository.text(Repository.ROOT.resolve("deploy/grafana/gongkai.json")))
			.findValuesAsString("expr")
			.forEach((expression) -> drawn.addAll(names(NAME, expression, 0)));

		try (Office office = Office.openTemporary(Office.Door.anywhere());
				HttpClient http = HttpClient.newHttpClient()) {
			String town = "{\"code\":\"T\",\"name\":\"某镇\",\"kind\":\"township\",\"registeredOn\":\"2000-01-01\"}";
			post(http, office, "/api/commands/register-agency", "application/json", town);
			post(http, office, "/api/commands/register-agency", "application/json", town);
			post(http, office, "/api/imports/agencies?fileName=a.csv", "application/octet-stream",
					"code,name,kind,registered_on\nV,某镇,township,2000-01-01\n");

			assertThat(drawn).hasSizeGreaterThan(15);
			await().atMost(30, TimeUnit.SECONDS)
				.untilAsserted(() -> assertThat(
						names(TOLD, send(http, office, HttpRequest.newBuilder(), "/management/prometheus"), 1))
					.containsAll(drawn));
		}
	}

	private static Set<String> names(Pattern pattern, String text, int group) {
		return pattern.matcher(text)
			.results()
			.map((MatchResult found) -> found.group(group))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static void post(HttpClient http, Office office, String path, String type, String body) {
		send(http, office,
				HttpRequest.newBuilder()
					.header("Content-Type", type)
					.header("Gongkai-Actor", "wang")
					.POST(HttpRequest.BodyPublishers.ofString(body)),
				path);
	}

	private static String send(HttpClient http, Office office, HttpRequest.Builder request, String path) {
		return TestHttp
			.send(http,
					request.uri(URI.create(office.url() + path))
						.header("Authorization", "Bearer " + office.operatorToken())
						.build(),
					HttpResponse.BodyHandlers.ofString())
			.body();
	}

}
