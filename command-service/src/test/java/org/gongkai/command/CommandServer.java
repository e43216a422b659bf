package org.gongkai.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import javax.sql.DataSource;

import org.gongkai.command.report.Numbers;
import org.gongkai.command.report.ReportId;
import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.log.LogDatabase;
import org.gongkai.log.RolePasswords;
import org.gongkai.log.personal.KeyDatabase;
import org.gongkai.testing.MarkedEvents;
import org.gongkai.testing.TestDatabase;
import org.gongkai.testing.TestHttp;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/// The command-service on a fresh database, called as its users call it. Today is 31 July 2024 in China.
public final class CommandServer implements AutoCloseable {

	/// The example of the C2SP specification: no secret.
	private static final String SIGNING_KEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

	static final Instant NOW = Instant.parse("2024-07-30T17:00:00Z");

	private final HttpClient client = HttpClient.newHttpClient();

	private final TestDatabase database = TestDatabase.create();

	/// What a service keeps outside of its databases.
	final Path folder = folder();

	public final JdbcTemplate sql = new JdbcTemplate(this.database.superuser());

	private final Numbers numbers;

	private final String[] settings;

	private ConfigurableApplicationContext context;

	/// @param settings beside those of every test
	public CommandServer(String... settings) {
		this(new Numbers() {
			@Override
			public Figures of(ReportId report, boolean withSubordinates, @Nullable Long position) {
				throw new AssertionError("nobody asks for the numbers of a report");
			}

			@Override
			public Figures part(ReportId agency, boolean withSubordinates, DisputeCounting disputes) {
				throw new AssertionError("nobody asks for a part of a report");
			}
		}, settings);
	}

	CommandServer(Numbers numbers, String... settings) {
		this.numbers = numbers;
		this.settings = settings;
		LogDatabase.bootstrap(this.database.superuser(), new RolePasswords("m", "a", "r"));
		KeyDatabase.bootstrap(this.database.superuser(), "k", "kr");
		this.context = start();
	}

	static class July {

		@Bean
		Clock clock() {
			return Clock.fixed(NOW, CommandService.OFFICE);
		}

	}

	private static Path folder() {
		try {
			return Files.createTempDirectory("gongkai-test-");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private ConfigurableApplicationContext start() {
		return new SpringApplicationBuilder(CommandServiceApplication.class, July.class)
			.initializers((context) -> ((GenericApplicationContext) context).registerBean("reportNumbers",
					Numbers.class, () -> this.numbers))
			.properties("server.port=0", "gongkai.command.url=" + this.database.jdbcUrl(),
					"gongkai.command.migrate-password=m", "gongkai.command.append-password=a",
					"gongkai.command.signing-key=" + SIGNING_KEY, "gongkai.command.append-key=" + MarkedEvents.SECRET,
					"gongkai.command.keys-url=" + this.database.jdbcUrl(), "gongkai.command.keys-password=k",
					"gongkai.command.master-key=" + this.folder.resolve("master.key"),
					"gongkai.command.uploads=" + this.folder.resolve("uploads"),
					"gongkai.command.erasures=" + this.folder.resolve("erasures.jsonl"), "spring.main.banner-mode=off")
			.properties(this.settings)
			.run();
	}

	public void restart() {
		this.context.close();
		this.context = start();
	}

	Commands commands() {
		return this.context.getBean(Commands.class);
	}

	/// Connections of the role that the service appends with.
	public DataSource append() {
		return this.database.as(LogDatabase.APPEND, "a");
	}

	/// A part of the service.
	public <T> T part(Class<T> type) {
		return this.context.getBean(type);
	}

	/// Events of cases, agencies and other records. Those of accounts come into the log
	/// by themselves, at any time.
	public long events() {
		return this.sql.queryForObject("select count(*) from log.events where name not like 'access.%'", Long.class);
	}

	/// All events, those of accounts included.
	public long allEvents() {
		return this.sql.queryForObject("select count(*) from log.events", Long.class);
	}

	public HttpResponse<String> post(String command, String json, String... headers) {
		return post(command, HttpRequest.BodyPublishers.ofString(json), headers);
	}

	HttpResponse<String> post(String command, HttpRequest.BodyPublisher body, String... headers) {
		HttpRequest.Builder request = request("/api/commands/" + command).header("Content-Type", "application/json")
			.POST(body);
		if (!List.of(headers).contains(Actor.HEADER) && !List.of(headers).contains("no actor")) {
			request.header(Actor.HEADER, "%E7%8E%8B%E7%A7%91%E5%91%98");
		}
		if (headers.length > 1) {
			request.headers(headers);
		}
		return send(request.build());
	}

	public HttpResponse<String> get(String path) {
		return send(request(path).build());
	}

	/// What is answered to something else that is sent as JSON.
	public String json(String path, String body) {
		return send(request(path).header("Content-Type", "application/json")
			.header(Actor.HEADER, "%E7%8E%8B%E7%A7%91%E5%91%98")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build()).body();
	}

	/// Sends a file.
	/// @param path with its query
	/// @param headers names and values
	public HttpResponse<String> send(String path, byte[] file, String... headers) {
		HttpRequest.Builder request = request(path).header("Content-Type", "application/octet-stream")
			.header(Actor.HEADER, "%E7%8E%8B%E7%A7%91%E5%91%98")
			.POST(HttpRequest.BodyPublishers.ofByteArray(file));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request.build());
	}

	/// A call of nobody known, which comes through a proxy.
	/// @param address that the proxy names
	public HttpResponse<String> getFrom(String address, String path) {
		return send(HttpRequest.newBuilder(address(path)).header("X-Forwarded-For", address).build());
	}

	/// As a service of the same house asks.
	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(address(path))
			.header("Authorization",
					"Bearer " + this.sql.queryForObject("select token from access.service", String.class));
	}

	private URI address(String path) {
		return URI.create("http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port") + path);
	}

	private HttpResponse<String> send(HttpRequest request) {
		return TestHttp.send(this.client, request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
	}

	@Override
	public void close() {
		this.context.close();
		this.client.close();
		this.database.close();
	}

}
