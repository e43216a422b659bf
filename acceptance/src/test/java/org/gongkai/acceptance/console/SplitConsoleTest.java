package org.gongkai.acceptance.console;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.gongkai.command.CommandServiceApplication;
import org.gongkai.log.EventJson;
import org.gongkai.log.LogDatabase;
import org.gongkai.log.RolePasswords;
import org.gongkai.log.personal.KeyDatabase;
import org.gongkai.query.QueryServiceApplication;
import org.gongkai.testing.MarkedEvents;
import org.gongkai.testing.TestDatabase;
import org.gongkai.testing.TestHttp;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/// The console apart from the write side: reached by HTTP where its address is known, absent where it is not.
class SplitConsoleTest {

	/// The example of the C2SP specification: no secret.
	private static final String SIGNING_KEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

	private static final String AGENCY = "code=split&name=" + encoded("下庄镇人民政府")
			+ "&kind=township&registeredOn=2018-01-01";

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final TestDatabase DATABASE = TestDatabase.create();

	private static ConfigurableApplicationContext commands;

	private static ConfigurableApplicationContext console;

	private static ConfigurableApplicationContext window;

	@BeforeAll
	static void start(@TempDir Path folder) {
		LogDatabase.bootstrap(DATABASE.superuser(), new RolePasswords("m", "a", "r"));
		KeyDatabase.bootstrap(DATABASE.superuser(), "k", "kr");
		Path masterKey = folder.resolve("master.key");
		commands = run(CommandServiceApplication.class,
				Map.of("gongkai.command.url", DATABASE.jdbcUrl(), "gongkai.command.migrate-password", "m",
						"gongkai.command.append-password", "a", "gongkai.command.keys-url", DATABASE.jdbcUrl(),
						"gongkai.command.keys-password", "k", "gongkai.command.master-key", masterKey,
						"gongkai.command.signing-key", SIGNING_KEY, "gongkai.command.append-key", MarkedEvents.SECRET));
		Map<String, Object> queries = Map.of("gongkai.query.url", DATABASE.jdbcUrl(), "gongkai.query.read-password",
				"r", "gongkai.query.keys-url", DATABASE.jdbcUrl(), "gongkai.query.keys-password", "kr",
				"gongkai.query.master-key", masterKey);
		Map<String, Object> withCommands = new HashMap<>(queries);
		withCommands.put("gongkai.query.command-url", address(commands));
		console = run(QueryServiceApplication.class, withCommands);
		window = run(QueryServiceApplication.class, queries);
	}

	@AfterAll
	static void stop() {
		window.close();
		console.close();
		commands.close();
		DATABASE.close();
	}

	@Test
	void a_form_reaches_the_command_service_and_a_refusal_comes_back_to_its_field() {
		String form = "code=split1&" + AGENCY.substring(AGENCY.indexOf('&') + 1);
		HttpResponse<String> recorded = post(console, "/agencies", form + "&key=one", "Sec-Fetch-Site", "same-origin");
		assertThat(recorded.statusCode()).isEqualTo(302);
		assertThat(recorded.headers().firstValue("Location"))
			.hasValueSatisfying((location) -> assertThat(location).endsWith("/agencies/split1?recorded=true"));
		assertThat(get(console, "/agencies/split1").body()).contains("下庄镇人民政府");

		HttpResponse<String> refused = post(console, "/agencies", form + "&key=two", "Sec-Fetch-Site", "same-origin");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body().substring(refused.body().indexOf("id=\"register-agency-code-about\"")))
			.contains("机关代码已登记");
	}

	@Test
	void without_a_write_side_there_is_no_form() {
		assertThat(get(window, "/agencies").body()).contains("尚未登记机关").doesNotContain("class=\"sheet\"");
		assertThat(get(window, "/applications/new").statusCode()).isEqualTo(404);
		assertThat(post(window, "/agencies", AGENCY, "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(404);
	}

	@Test
	void a_form_on_another_site_changes_nothing() {
		assertThat(post(console, "/agencies", AGENCY, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
		assertThat(post(console, "/agencies", AGENCY, "Sec-Fetch-Site", "same-site").statusCode()).isEqualTo(403);
		assertThat(post(console, "/agencies", AGENCY, "Origin", "https://elsewhere.example").statusCode())
			.isEqualTo(403);
		assertThat(post(console, "/agencies", AGENCY, "Origin", "null").statusCode()).isEqualTo(403);
		assertThat(post(console, "/agencies", AGENCY, "Accept", "text/html").statusCode()).as("neither site nor origin")
			.isEqualTo(403);
		assertThat(post(console, "/api/projections/agencies/rebuild", "", "Origin", "https://elsewhere.example")
			.statusCode()).isEqualTo(403);
		assertThat(post(console, "/api/projections/agencies/rebuild", "", "X-Nothing", "told").statusCode())
			.isEqualTo(200);
		assertThat(get(console, "/agencies/split").statusCode()).isEqualTo(404);
	}

	@Test
	void a_reset_password_ends_its_sessions_and_its_calls_on_all_nodes() {
		String password = account("wang");
		try (HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
			Element form = Jsoup
				.parse(plain(browser, HttpRequest.newBuilder(URI.create(address(console) + "/sign-in"))).body())
				.selectFirst("input[name=_csrf]");
			assertThat(form).isNotNull();
			plain(browser, HttpRequest.newBuilder(URI.create(address(console) + "/sign-in"))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.header("Sec-Fetch-Site", "same-origin")
				.POST(HttpRequest.BodyPublishers
					.ofString("account=wang&password=" + encoded(password) + "&_csrf=" + encoded(form.attr("value")))));
			assertThat(everywhere(browser, "", "/password", "/api/accounts")).containsExactly(200, 200, 403);
			String basic = "Basic " + Base64.getEncoder().encodeToString(("wang:" + password).getBytes());
			assertThat(everywhere(HTTP, basic, "/password", "/api/accounts")).containsExactly(200, 200, 403);

			assertThat(owner("/api/accounts/wang/reset", "").statusCode()).isEqualTo(200);

			assertThat(everywhere(browser, "", "/password", "/api/accounts")).containsExactly(302, 302, 401);
			assertThat(everywhere(HTTP, basic, "/password", "/api/accounts")).containsExactly(401, 401, 401);
		}
	}

	/// What the nodes answer: both query-services a page, and the command-service a
	/// question.
	private static List<Integer> everywhere(HttpClient client, String authorization, String page, String question) {
		return Stream.of(address(console) + page, address(window) + page, address(commands) + question).map((uri) -> {
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri));
			if (!authorization.isEmpty()) {
				request.header("Authorization", authorization);
			}
			return plain(client, request).statusCode();
		}).toList();
	}

	private static HttpResponse<String> plain(HttpClient client, HttpRequest.Builder request) {
		return TestHttp.send(client, request.build(), HttpResponse.BodyHandlers.ofString());
	}

	/// @return its one-time password
	private static String account(String name) {
		return EventJson.mapper()
			.readTree(
					owner("/api/accounts", "{\"account\": \"" + name + "\", \"displayName\": \"" + name + "\"}").body())
			.path("password")
			.asString();
	}

	private static HttpResponse<String> owner(String path, String json) {
		return send(HttpRequest.newBuilder(URI.create(address(commands) + path))
			.header("Content-Type", "application/json")
			.header("Authorization", "Bearer " + token())
			.header("Gongkai-Actor", encoded("王科员"))
			.POST(HttpRequest.BodyPublishers.ofString(json)));
	}

	@Test
	void a_form_without_a_clerk_is_not_taken() {
		HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address(console) + "/agencies"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Sec-Fetch-Site", "same-origin")
			.header("Authorization", "Bearer " + token())
			.POST(HttpRequest.BodyPublishers.ofString(AGENCY)));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("必须说明经办人");
	}

	private static ConfigurableApplicationContext run(Class<?> application, Map<String, Object> settings) {
		return new SpringApplicationBuilder(application)
			.properties(Map.of("server.port", "0", "spring.main.banner-mode", "off"))
			.properties(settings)
			.run();
	}

	private static String address(ConfigurableApplicationContext server) {
		return "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port");
	}

	private static HttpResponse<String> get(ConfigurableApplicationContext server, String path) {
		return send(HttpRequest.newBuilder(URI.create(address(server) + path))
			.header("Authorization", "Bearer " + token())
			.header("Gongkai-Actor", encoded("王科员")));
	}

	private static HttpResponse<String> post(ConfigurableApplicationContext server, String path, String form,
			String... headers) {
		return send(HttpRequest.newBuilder(URI.create(address(server) + path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Authorization", "Bearer " + token())
			.header("Gongkai-Actor", encoded("王科员"))
			.headers(headers)
			.POST(HttpRequest.BodyPublishers.ofString(form)));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) {
		return TestHttp.send(HTTP, request.build(), HttpResponse.BodyHandlers.ofString());
	}

	/// By which the services of the house know each other.
	private static String token() {
		return String.valueOf(new JdbcTemplate(DATABASE.superuser()).queryForObject("select token from access.service",
				String.class));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
