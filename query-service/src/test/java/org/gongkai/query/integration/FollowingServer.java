package org.gongkai.query.integration;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.gongkai.log.EventJson;
import org.gongkai.log.LogDatabase;
import org.gongkai.log.RolePasswords;
import org.gongkai.query.QueryService;
import org.gongkai.query.QueryServiceApplication;
import org.gongkai.query.ReadModels;
import org.gongkai.testing.TestDatabase;
import org.gongkai.testing.TestHttp;
import org.gongkai.testing.TestKafka;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/// The query-service fed from topics, without any log, key or command-service. Today is 31 July 2024 in China.
final class FollowingServer implements AutoCloseable {

	private final TestDatabase database;

	private final boolean alone;

	private final HttpClient client = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	final JdbcTemplate sql;

	/// @param topics by the origins of their logs
	FollowingServer(Map<String, RelayedTopic> topics) {
		this(database(), topics, Map.of(), true);
	}

	/// One of several nodes.
	/// @param further settings
	FollowingServer(TestDatabase database, Map<String, RelayedTopic> topics, Map<String, Object> further) {
		this(database, topics, further, false);
	}

	private FollowingServer(TestDatabase database, Map<String, RelayedTopic> topics, Map<String, Object> further,
			boolean alone) {
		this.database = database;
		this.alone = alone;
		this.sql = new JdbcTemplate(database.superuser());
		Map<String, Object> settings = new HashMap<>(Map.of("server.port", "0", "gongkai.access.operator-token",
				"operator", "gongkai.query.url", this.database.jdbcUrl(), "gongkai.query.read-password", "r",
				"gongkai.query.follow.migrate-password", "m", "gongkai.query.follow.append-password", "a",
				"gongkai.query.follow.retry", "200ms", "spring.main.banner-mode", "off"));
		settings.putAll(further);
		int number = 0;
		for (Map.Entry<String, RelayedTopic> topic : topics.entrySet()) {
			String source = "gongkai.query.follow.sources[" + number++ + "].";
			settings.put(source + "origin", topic.getKey());
			settings.put(source + "topic", topic.getValue().name());
			settings.put(source + "bootstrap-servers", TestKafka.bootstrapServers());
		}
		this.context = new SpringApplicationBuilder(QueryServiceApplication.class, July.class).properties(settings)
			.run();
	}

	/// An empty one with the roles of a log.
	static TestDatabase database() {
		TestDatabase database = TestDatabase.create();
		LogDatabase.bootstrap(database.superuser(), new RolePasswords("m", "a", "r"));
		return database;
	}

	static class July {

		@Bean
		Clock clock() {
			return Clock.fixed(Instant.parse("2024-07-31T02:00:00Z"), QueryService.OFFICE);
		}

	}

	Following following() {
		return this.context.getBean(Following.class);
	}

	/// Waits until these positions of the source are shown.
	void shows(String source, long position) {
		Receiving.until(() -> following().states()
			.stream()
			.anyMatch((state) -> state.source().equals(source) && state.position() == position));
		this.context.getBean(ReadModels.class).settle();
	}

	JsonNode get(String path) {
		return EventJson.mapper().readTree(call("GET", path, "").body());
	}

	HttpResponse<String> call(String method, String path, String form) {
		return send(method, path, "application/x-www-form-urlencoded", form, "Bearer operator");
	}

	HttpResponse<String> post(String path, String json) {
		return send("POST", path, "application/json", json, "Bearer operator");
	}

	/// @param authorization whose call it is
	HttpResponse<String> send(String method, String path, String type, String body, String authorization) {
		return TestHttp.send(this.client, HttpRequest
			.newBuilder(URI
				.create("http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port") + path))
			.header("Content-Type", type)
			.header("Sec-Fetch-Site", "same-origin")
			.header("Authorization", authorization)
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	@Override
	public void close() {
		this.context.close();
		this.client.close();
		if (this.alone) {
			this.database.close();
		}
	}

}
