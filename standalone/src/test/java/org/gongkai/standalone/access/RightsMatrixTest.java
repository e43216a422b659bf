package org.gongkai.standalone.access;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongkai.access.Rights;
import org.gongkai.access.Scoped;
import org.gongkai.command.CommandCatalog;
import org.gongkai.events.access.Role;
import org.gongkai.log.EventJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Every command and every endpoint, with every role, for the account's own agency, one below it, one above it and a foreign
/// one: allowed exactly where `docs/rights.md` says so. What may be called is read off the running office, so that a new
/// endpoint without a row is found.
class RightsMatrixTest {

	private static final Path DOCUMENT = Path.of("../docs/rights.md");

	private static final String HEAD = "| 办理、查看 Operation |";

	private static final List<String> AGENCIES = List.of("own", "below", "above", "foreign");

	/// Parameters by which an endpoint names an agency.
	private static final Set<String> NAMING = Set.of("agency", "code", "id", "stream", "record");

	private static House house;

	/// What the document says: by operation, the mark of each role.
	private static final Map<String, Map<Role, String>> SAID = new LinkedHashMap<>();

	private static final Map<String, JsonNode> OPERATIONS = new LinkedHashMap<>();

	private static final Map<String, Endpoint> ENDPOINTS = Endpoint.all();

	private static CommandSamples samples;

	@BeforeAll
	static void open() throws IOException {
		house = new House();
		for (Role role : Role.values()) {
			String name = name(role);
			house.account(name + ".wide", name, ", \"agency\": \"own\", \"withSubordinates\": true");
			house.account(name + ".narrow", name, ", \"agency\": \"own\"");
			house.account(name + ".house", name, "");
		}
		if (Boolean.getBoolean("gongkai.renew")) {
			String old = Files.readString(DOCUMENT);
			Files.writeString(DOCUMENT, old.substring(0, old.indexOf(HEAD)) + Rights.document());
		}
		Files.readAllLines(DOCUMENT).stream().filter((line) -> line.startsWith("| `")).forEach((line) -> {
			String[] cells = line.replace("\\|", "\u0000").split("\\|");
			Map<Role, String> marks = new LinkedHashMap<>();
			for (Role role : Role.values()) {
				marks.put(role, cells[2 + role.ordinal()].strip());
			}
			SAID.put(cells[1].strip().replace("`", "").replace('\u0000', '|'), marks);
		});
		for (String group : List.of("commands", "queries")) {
			JsonNode document = house.get("owner", "/v3/api-docs/" + group);
			if (group.equals("commands")) {
				samples = new CommandSamples(document.at("/components/schemas"));
			}
			document.path("paths")
				.propertyStream()
				.forEach((path) -> path.getValue()
					.propertyStream()
					.forEach((operation) -> OPERATIONS
						.put(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation.getValue())));
		}
	}

	@AfterAll
	static void close() {
		house.close();
	}

	@Test
	void the_document_is_the_table_that_is_asked() throws IOException {
		assertThat(Files.readString(DOCUMENT)).endsWith(Rights.document());
	}

	@Test
	void every_command_and_every_endpoint_has_its_row() {
		Set<String> called = new TreeSet<>();
		CommandCatalog.types().forEach((type) -> called.add(CommandCatalog.nameOf(type)));
		OPERATIONS.keySet().stream().filter((operation) -> !isCommand(operation)).forEach(called::add);

		assertThat(SAID.keySet()).containsAll(called);
	}

	@Test
	void a_command_is_allowed_where_the_document_says_so() {
		List<String> wrong = new ArrayList<>();
		for (var type : CommandCatalog.types()) {
			String command = CommandCatalog.nameOf(type);
			boolean named = !command.equals("announce-calendar");
			for (Asked asked : asked(named)) {
				boolean allowed = asked.isAllowed(SAID.getOrDefault(command, Map.of()), named);
				// what is allowed is previewed, so that nothing is recorded
				for (String way : allowed ? List.of("/preview") : List.of("/preview", "")) {
					HttpResponse<String> answer = house.call(asked.account(), "POST", "/api/commands/" + command + way,
							samples.of(type.getSimpleName(), asked.agency()));
					judge(command + way, asked, allowed, answer, wrong);
				}
			}
		}

		assertThat(wrong).isEmpty();
	}

	@Test
	void an_endpoint_is_allowed_where_the_document_says_so() {
		List<String> wrong = new ArrayList<>();
		OPERATIONS.forEach((operation, described) -> {
			if (isCommand(operation)) {
				return;
			}
			boolean named = names(operation, described);
			for (Asked asked : asked(named)) {
				boolean allowed = asked.isAllowed(SAID.getOrDefault(operation, Map.of()), named);
				judge(operation, asked, allowed, call(asked.account(), asked.agency(), operation, described, ""),
						wrong);
			}
		});

		assertThat(wrong).isEmpty();
	}

	@Test
	void a_page_is_allowed_where_the_document_says_so() {
		List<String> wrong = new ArrayList<>();
		SAID.forEach((operation, marks) -> {
			String path = operation.substring(operation.indexOf(' ') + 1);
			if (!path.startsWith("/") || path.startsWith("/api/")) {
				return;
			}
			Endpoint endpoint = ENDPOINTS.get(operation);
			boolean named = endpoint != null && endpoint.isOfAgency();
			for (Asked asked : asked(named)) {
				HttpResponse<String> answer = page(asked.account(), asked.agency(), operation, "");
				judge(operation, asked, asked.isAllowed(marks, named), answer, wrong);
			}
		});

		assertThat(wrong).isEmpty();
	}

	@Test
	void what_is_below_is_shown_to_a_grant_that_reaches_it() {
		List<String> wrong = new ArrayList<>();
		ENDPOINTS.forEach((operation, endpoint) -> {
			if (!endpoint.isOfAgency() || endpoint.names(Scoped.Kind.SUBORDINATES).isEmpty()) {
				return;
			}
			String below = "&withSubordinates=true" + (endpoint.path().contains("{agency}") ? "" : "&agency=own");
			for (Role role : Role.values()) {
				for (String reach : List.of("narrow", "wide")) {
					Asked asked = new Asked(role, reach, "own");
					String mark = SAID.getOrDefault(operation, Map.of()).getOrDefault(role, "—");
					boolean allowed = mark.equals("全") || mark.equals("辖") && reach.equals("wide");
					judge(operation + below, asked, allowed,
							endpoint.isApi() ? call(asked.account(), "own", operation, OPERATIONS.get(operation), below)
									: page(asked.account(), "own", operation, below),
							wrong);
				}
			}
		});

		assertThat(wrong).isEmpty();
	}

	@Test
	void an_account_without_a_grant_of_today_is_refused_everywhere() {
		house.machine("none");
		house.machine("expired");
		house.machine("locked");
		for (Role role : Role.values()) {
			for (String account : List.of("expired", "locked")) {
				house.granted(account, "{\"role\": \"" + name(role) + "\", \"from\": \"2024-01-01\", \"until\": \""
						+ (account.equals("expired") ? "2024-12-31" : "2999-12-31") + "\"}");
			}
		}
		assertThat(house.call("locked", "GET", "/api/applications", "").statusCode()).isEqualTo(200);
		house.call("owner", "POST", "/api/accounts/locked/lock", "");
		List<String> wrong = new ArrayList<>();
		SAID.keySet().forEach((operation) -> {
			Map.of("none", 403, "expired", 403, "locked", 401, "nobody", 401).forEach((account, status) -> {
				HttpResponse<String> answer = any(account, operation);
				if (answer.statusCode() != status) {
					wrong.add(operation + " " + account + " answered " + answer.statusCode());
				}
			});
			HttpResponse<String> answer = any("", operation);
			boolean toSignIn = answer.statusCode() == 302
					&& answer.headers().firstValue("Location").orElse("").endsWith("/sign-in");
			if (answer.statusCode() != 401 && answer.statusCode() != 403 && !toSignIn) {
				wrong.add(operation + " without credentials answered " + answer.statusCode());
			}
		});

		assertThat(wrong).isEmpty();
	}

	/// Something that the table has a row of, about the agency `own`.
	private static HttpResponse<String> any(String account, String operation) {
		if (operation.startsWith("GET /api/") || operation.startsWith("POST /api/")) {
			JsonNode described = OPERATIONS.get(operation);
			return (described == null)
					? house.call(account, "POST", operation.substring(5).replace("{name}", "deliver-reply"), "{}")
					: call(account, "own", operation, described, "");
		}
		if (operation.contains(" /")) {
			return page(account, "own", operation, "");
		}
		String command = operation.equals(Rights.OUTCOME) ? "rectify-record" : operation;
		return house.call(account, "POST", "/api/commands/" + command,
				samples.of(CommandCatalog.typeOf(command).getSimpleName(), "own"));
	}

	private static HttpResponse<String> page(String account, String agency, String operation, String more) {
		String path = operation.substring(operation.indexOf(' ') + 1);
		String address = path.replace("{agency}", agency)
			.replace("{code}", agency)
			.replace("{year}", "2023")
			.replace("{section}", "overview")
			.replace("{edition}", "1")
			.replace("{command}", "none")
			.replace("{id}", "none")
			.replaceAll("\\{shelf:[^}]*}", "documents");
		boolean inPath = path.contains("{agency}") || path.contains("{code}");
		String query = inPath ? "?row=new" : "?agency=" + agency + "&id=" + agency + "/1";
		return house.call(account, operation.substring(0, operation.indexOf(' ')), address + query + more,
				"application/x-www-form-urlencoded", "");
	}

	@Test
	void nothing_is_shown_to_who_is_nobody() {
		OPERATIONS.keySet().forEach((operation) -> {
			HttpResponse<String> answer = house.call("nobody", operation.substring(0, operation.indexOf(' ')),
					operation.substring(operation.indexOf(' ') + 1).replaceAll("\\{[^}]*}", "none"), "{}");
			assertThat(answer.statusCode()).as(operation).isEqualTo(401);
			assertThat(House.json(answer).path("code").asString()).isEqualTo("sign-in-refused");
		});
	}

	/// A call that is tried.
	///
	/// @param reach `wide` and `narrow` for the agency `own`, with what is below it or
	/// without; `house` for all
	record Asked(Role role, String reach, String agency) {

		String account() {
			return name(this.role) + "." + this.reach;
		}

		boolean isAllowed(Map<Role, String> marks, boolean named) {
			return switch (marks.getOrDefault(this.role, "—")) {
				case "全" -> true;
				case "总" -> this.reach.equals("house");
				case "辖" -> !named || this.reach.equals("house") || this.agency.equals("own")
						|| this.agency.equals("below") && this.reach.equals("wide");
				default -> false;
			};
		}

	}

	private static List<Asked> asked(boolean named) {
		return Arrays.stream(Role.values())
			.flatMap((role) -> Stream.concat(
					AGENCIES.stream()
						.limit(named ? AGENCIES.size() : 1)
						.map((agency) -> new Asked(role, "wide", agency)),
					Stream.of(new Asked(role, "narrow", "below"), new Asked(role, "house", "foreign"))))
			.toList();
	}

	private static void judge(String operation, Asked asked, boolean allowed, HttpResponse<String> answer,
			List<String> wrong) {
		boolean refused = answer.statusCode() == 403;
		boolean known = answer.statusCode() != 401 && answer.statusCode() != 500;
		if (refused == allowed || !known
				|| refused && operation.contains("/api/") && !answer.body().contains("\"not-allowed\"")) {
			wrong.add(operation + " " + asked + " answered " + answer.statusCode() + " "
					+ answer.body().substring(0, Math.min(200, answer.body().length())));
		}
	}

	private static HttpResponse<String> call(String account, String agency, String operation, JsonNode described,
			String more) {
		String path = operation.substring(operation.indexOf(' ') + 1)
			.replace("{agency}", agency)
			.replace("{year}", "2023")
			.replace("{edition}", "1")
			.replaceAll("\\{[^}]*}", "none");
		String query = described.path("parameters")
			.valueStream()
			.filter((one) -> one.path("in").asString().equals("query")
					&& (one.path("required").asBoolean(false) || NAMING.contains(one.path("name").asString())))
			.map((one) -> one.path("name").asString() + "=" + value(one.path("name").asString(), operation, agency))
			.collect(Collectors.joining("&"));
		String type = described.at("/requestBody/content")
			.propertyNames()
			.stream()
			.findFirst()
			.orElse("application/json");
		String method = operation.substring(0, operation.indexOf(' '));
		return house.call(account, method, path + "?" + query + more, type, method.equals("POST") ? "{}" : "");
	}

	private static String value(String parameter, String operation, String agency) {
		return switch (parameter) {
			case "agency" -> agency;
			case "id" -> operation.contains("dispute") ? "review:" + agency + "/1" : agency + "/1";
			case "stream" -> "document:" + agency + "/1";
			case "record" -> agency + "/1";
			default -> "new";
		};
	}

	private static boolean names(String operation, JsonNode described) {
		return operation.contains("{agency}") || described.path("parameters")
			.valueStream()
			.anyMatch(
					(one) -> one.path("in").asString().equals("query") && NAMING.contains(one.path("name").asString()));
	}

	private static boolean isCommand(String operation) {
		return operation.startsWith("POST /api/commands/") && !operation.contains("{");
	}

	private static String name(Role role) {
		return role.name().toLowerCase(Locale.ROOT);
	}

}
