package org.gongkai.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import org.gongkai.access.Right;
import org.gongkai.access.Rights;
import org.gongkai.log.EventJson;
import org.gongkai.log.LogDatabase;
import org.gongkai.log.RolePasswords;
import org.gongkai.log.personal.KeyDatabase;
import org.gongkai.testing.MarkedEvents;
import org.gongkai.testing.TestDatabase;
import org.gongkai.testing.TestHttp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/// What the running product says of its interfaces, and what is written down of them under `docs/openapi`.
class OpenApiTest {

	/// The example of the C2SP specification: no secret.
	private static final String SIGNING_KEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

	private static final Path DOCUMENTS = Path.of("../docs/openapi");

	private static final JsonMapper PRETTY = EventJson.mapperBuilder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
		.build();

	private static TestDatabase database;

	private static ConfigurableApplicationContext services;

	@BeforeAll
	static void open(@TempDir Path folder) {
		database = TestDatabase.create();
		LogDatabase.bootstrap(database.superuser(), new RolePasswords("m", "a", "r"));
		KeyDatabase.bootstrap(database.superuser(), "k", "kr");
		services = new SpringApplicationBuilder(OfficeServices.class)
			.properties("server.port=0", "gongkai.office.instance=test", "gongkai.office.folder=" + folder,
					"gongkai.access.operator-token=operator", "gongkai.command.url=" + database.jdbcUrl(),
					"gongkai.command.migrate-password=m", "gongkai.command.append-password=a",
					"gongkai.command.signing-key=" + SIGNING_KEY, "gongkai.command.append-key=" + MarkedEvents.SECRET,
					"gongkai.command.keys-url=" + database.jdbcUrl(), "gongkai.command.keys-password=k",
					"gongkai.command.master-key=" + folder.resolve("master.key"),
					"gongkai.query.url=" + database.jdbcUrl(), "gongkai.query.read-password=r",
					"gongkai.query.keys-url=" + database.jdbcUrl(), "gongkai.query.keys-password=kr",
					"gongkai.query.master-key=" + folder.resolve("master.key"), "spring.main.banner-mode=off")
			.run();
	}

	@AfterAll
	static void close() {
		services.close();
		database.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "commands", "queries" })
	void what_is_served_is_what_is_written_down(String group) throws IOException {
		String served = PRETTY.writeValueAsString(document(group)).replace("\r\n", "\n") + "\n";
		Path written = DOCUMENTS.resolve(group + ".json");
		if (Boolean.getBoolean("gongkai.renew")) {
			Files.createDirectories(DOCUMENTS);
			Files.writeString(written, served);
		}

		assertThat(written)
			.as("renew it: ./mvnw -pl standalone -am test -Dtest=OpenApiTest "
					+ "-Dsurefire.failIfNoSpecifiedTests=false -Dgongkai.renew=true")
			.hasContent(served);
	}

	@ParameterizedTest
	@ValueSource(strings = { "commands", "queries" })
	void it_is_openapi_3_1_without_a_fault(String group) {
		SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(document(group).toString(), null, null);

		assertThat(parsed.getMessages()).isEmpty();
		OpenAPI api = parsed.getOpenAPI();
		assertThat(api.getOpenapi()).startsWith("3.1.");
		assertThat(api.getInfo().getTitle()).startsWith("Gongkai");
		assertThat(api.getPaths()).isNotEmpty();
	}

	@Test
	void every_endpoint_is_described() {
		Set<String> described = Stream.of("commands", "queries")
			.flatMap((group) -> document(group).at("/paths").propertyStream())
			.flatMap((path) -> path.getValue()
				.propertyNames()
				.stream()
				.map((method) -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
			.collect(Collectors.toSet());

		assertThat(described).containsAll(endpoints());
	}

	@Test
	void a_group_that_there_is_not_is_not_found() {
		HttpResponse<String> answer = get("nope");

		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
	}

	@Test
	void every_endpoint_and_every_page_has_its_row_in_the_table_of_rights() {
		Set<String> called = mapped((_) -> true);
		called.removeAll(Set.of("GET /sign-in", "GET /password", "POST /password", "GET /api/office"));

		assertThat(Rights.rows()).extracting(Right::operation).containsAll(called);
	}

	@ParameterizedTest
	@ValueSource(strings = { "commands", "queries" })
	void every_operation_says_what_it_does_and_how_it_refuses(String group) {
		JsonNode api = document(group);

		assertThat(api.at("/paths").valueStream().flatMap(JsonNode::valueStream)).allSatisfy((operation) -> {
			String name = operation.at("/operationId").asString();
			assertThat(operation.at("/summary").asString()).as(name).isNotBlank();
			assertThat(operation.at("/responses").propertyNames()).as(name).contains("200", "400", "500");
			operation.at("/responses")
				.propertyStream()
				.filter((one) -> !one.getKey().startsWith("2"))
				.forEach((one) -> {
					assertThat(one.getValue().at("/description").asString()).as(name).isNotBlank();
					assertThat(one.getValue().at("/content/application~1problem+json/schema/$ref").asString()).as(name)
						.isEqualTo("#/components/schemas/Problem");
				});
		});
		assertThat(api.at("/components/schemas/Problem/required").valueStream().map(JsonNode::asString))
			.contains("type", "status", "title", "code");
	}

	/// The mapped endpoints, but for those that are hidden on purpose.
	private static Set<String> endpoints() {
		return mapped((method) -> !method.hasMethodAnnotation(Hidden.class)
				&& !method.getBeanType().isAnnotationPresent(Hidden.class)
				&& AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RestController.class));
	}

	private static Set<String> mapped(Predicate<HandlerMethod> wanted) {
		Set<String> endpoints = new TreeSet<>();
		services.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
			.getHandlerMethods()
			.forEach((mapping, method) -> {
				if (method.getBeanType().getPackageName().startsWith("org.gongkai") && wanted.test(method)) {
					mapping.getPatternValues()
						.forEach((pattern) -> mapping.getMethodsCondition()
							.getMethods()
							.forEach((verb) -> endpoints.add(verb + " " + pattern)));
				}
			});
		return endpoints;
	}

	private static JsonNode document(String group) {
		ObjectNode document = (ObjectNode) EventJson.mapper().readTree(get(group).body());
		document.remove("servers"); // the address of this run
		return document;
	}

	private static HttpResponse<String> get(String group) {
		String port = services.getEnvironment().getProperty("local.server.port");
		try (HttpClient client = HttpClient.newHttpClient()) {
			return TestHttp.send(client,
					HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs/" + group))
						.header("Authorization", "Bearer operator")
						.build(),
					HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
		}
	}

}
