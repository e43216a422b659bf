package org.gongkai.standalone.access;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonValue;
import org.awaitility.Awaitility;
import org.gongkai.command.CommandCatalog;
import org.gongkai.log.EventJson;
import org.gongkai.standalone.cli.GongkaiCommand;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Sends texts that break programs to every field of every command, question and form, as the running office describes them: a
/// new field is covered without a word here. Each is answered as documented; what is accepted is the same in NFC afterwards and
/// breaks no page, no export and no proof.
class HostileTextTest {

	private static final int TEXTS = 10_000;

	private static final long SEED = 20261201L;

	private static final int CASES = 500;

	/// Has published nothing, which would refuse what changes it.
	private static final String AGENCY = "foreign";

	private static final String FORM = "application/x-www-form-urlencoded";

	private static final Set<Integer> ANSWERS = Set.of(200, 202, 204, 302, 303, 400, 401, 403, 404, 405, 409, 412, 413,
			414, 415, 422, 429);

	private static House house;

	private static CommandSamples samples;

	private static Walk walk;

	private final Set<String> broken = new TreeSet<>();

	private final List<Accepted> accepted = new ArrayList<>();

	private int count;

	/// One place that a text is put into.
	private interface Slot {

		HttpResponse<String> send(String text);

	}

	/// @param field that the text was in
	/// @param text as it is to be found in the log
	private record Accepted(String stream, String field, String text) {
	}

	@BeforeAll
	static void open() {
		house = new House();
		samples = new CommandSamples(house.get("owner", "/v3/api-docs/commands").at("/components/schemas"));
		People people = new People(house);
		walk = new Walk(house, people.samples(List.of(1L, people.position)));
		imported("application_no,agency,applicant_kind,channel,submitted_on,received_on\n" + IntStream.range(0, CASES)
			.mapToObj((number) -> "p" + number + ",foreign,natural_person,in_person,2023-01-01,2023-01-01")
			.collect(Collectors.joining("\n")));
	}

	@AfterAll
	static void close() {
		house.close();
	}

	@Test
	void no_text_breaks_a_command_a_question_a_form_a_page_an_export_or_the_log() {
		HostileTexts texts = new HostileTexts(SEED);
		Map<String, Slot> slots = slots();
		assertThat(slots).hasSizeGreaterThan(500);
		List<Map.Entry<String, Slot>> all = List.copyOf(slots.entrySet());
		for (this.count = 0; this.count < TEXTS; this.count++) {
			Map.Entry<String, Slot> slot = all.get(this.count % all.size());
			String text = texts.next();
			HttpResponse<String> answer = slot.getValue().send(text);
			if (!ANSWERS.contains(answer.statusCode())) {
				this.broken.add(slot.getKey() + " " + HostileTexts.escaped(text) + " -> " + answer.statusCode() + " "
						+ answer.body().lines().findFirst().orElse(""));
			}
		}
		assertThat(this.broken).isEmpty();

		cells(texts);
		house.get("owner", "/api/status?fresh=true");
		theAcceptedIsTheSame();
		pagesAndExportsAreWhole();
		assertThat(GongkaiCommand.commandLine().execute("verify", "--data", house.office.folder().toString())).isZero();
	}

	private Map<String, Slot> slots() {
		Map<String, Slot> slots = new TreeMap<>();
		CommandCatalog.types()
			.forEach((type) -> leaves(type).forEach((leaf) -> slots
				.put("command " + CommandCatalog.nameOf(type) + " " + leaf, (text) -> command(type, leaf, text))));
		for (Walk.Call call : walk.calls()) {
			boolean read = call.form().isEmpty();
			int mark = call.address().indexOf('?');
			String asked = read ? ((mark < 0) ? "" : call.address().substring(mark + 1)) : call.form();
			for (String pair : asked.split("&")) {
				String name = pair.contains("=") ? pair.substring(0, pair.indexOf('=')) : "q";
				String path = (mark < 0) ? call.address() : call.address().substring(0, mark);
				slots.putIfAbsent("question " + call.operation() + " " + name,
						(text) -> question(path, read, asked, name, text));
			}
			String[] steps = call.operation().substring(call.operation().indexOf(' ') + 1).split("/");
			String[] real = ((mark < 0) ? call.address() : call.address().substring(0, mark)).split("/");
			for (int step = 0; step < steps.length && step < real.length; step++) {
				if (steps[step].startsWith("{")) {
					int place = step;
					slots.putIfAbsent("path " + call.operation() + " " + steps[step], (text) -> {
						String[] changed = real.clone();
						changed[place] = HostileTexts.percent(text);
						return question(String.join("/", changed), read, asked, "none", "");
					});
				}
			}
		}
		forms(slots);
		bodies(slots);
		for (String header : List.of("Gongkai-Actor", "Gongkai-Reason", "Gongkai-Account", "Idempotency-Key",
				"If-Match")) {
			slots.put("header " + header,
					(text) -> house.send(house.request("owner", "/api/commands/register-agency")
						.setHeader(header, HostileTexts.percent(text))
						.header("Content-Type", "application/json")
						.POST(BodyPublishers.ofString(base(CommandCatalog.typeOf("register-agency")).toString()))));
		}
		for (String cookie : List.of("gongkai-session", "gongkai-form", "REDIRECT_URI")) {
			slots.put("cookie " + cookie, (text) -> house.send(anonymous("/applications").header("Cookie",
					cookie + "=" + Base64.getEncoder().encodeToString(HostileTexts.bytes(text)))));
		}
		slots.put("header Authorization", (text) -> house.send(anonymous("/api/status").header("Authorization",
				"Basic " + Base64.getEncoder().encodeToString(HostileTexts.bytes(text + ":" + text)))));
		return slots;
	}

	/// The fields of every form on every page, its hidden ones included.
	private void forms(Map<String, Slot> slots) {
		Set<String> pages = new LinkedHashSet<>(List.of("/sign-in", "/password", "/imports"));
		walk.calls()
			.stream()
			.filter((call) -> call.form().isEmpty() && !call.address().startsWith("/api/"))
			.forEach((call) -> pages.add(call.address()));
		for (String page : pages) {
			HttpResponse<String> shown = house.call("owner", "GET", page, "");
			for (Element form : Jsoup.parse(shown.body(), house.office.url() + page).select("form[method=post]")) {
				Map<String, String> fields = new LinkedHashMap<>();
				form.select("[name]").forEach((field) -> fields.put(field.attr("name"), field.val()));
				String action = form.absUrl("action").isEmpty() ? page
						: form.absUrl("action").substring(house.office.url().toString().length());
				String name = form.id().isEmpty() ? action : form.id();
				boolean file = form.attr("enctype").startsWith("multipart");
				fields.keySet().forEach((field) -> slots.putIfAbsent("form " + name + " " + field, (text) -> {
					String type = file ? "multipart/form-data; boundary=x" : FORM;
					byte[] body = file ? multipart(fields, field, text) : encoded(fields, field, text);
					return house.send(house.request("owner", action.isEmpty() ? page : action)
						.header("Content-Type", type)
						.POST(BodyPublishers.ofByteArray(body)));
				}));
			}
		}
	}

	/// The JSON bodies that are no commands.
	private void bodies(Map<String, Slot> slots) {
		Map<String, String> bodies = Map.of("/api/accounts", "{\"account\": \"a\", \"displayName\": \"甲\"}",
				"/api/accounts/x/grants", "{\"role\": \"clerk\", \"agency\": \"own\", \"from\": \"2023-01-01\"}",
				"/api/accounts/x/revocations", "{\"role\": \"clerk\", \"agency\": \"own\"}", "/api/verification",
				"{\"from\": \"1\", \"to\": \"1\"}", "/api/definitions/rehearsal",
				"{\"version\": \"x\", \"name\": \"y\", \"rows\": []}");
		bodies.forEach((path, json) -> ((ObjectNode) EventJson.mapper().readTree(json)).propertyNames()
			.forEach((field) -> slots.put("body " + path + " " + field, (text) -> {
				ObjectNode body = (ObjectNode) EventJson.mapper().readTree(json);
				return json(path, body, field, text);
			})));
	}

	private HttpResponse<String> command(Class<?> type, String leaf, String text) {
		ObjectNode body = base(type);
		HttpResponse<String> answer = json(
				"/api/commands/" + CommandCatalog.nameOf(type.asSubclass(org.gongkai.command.Command.class)), body,
				leaf, text);
		if (answer.statusCode() == 200) {
			this.accepted.add(new Accepted(House.json(answer).path("stream").asString(), leaf,
					Normalizer.normalize(text.replaceAll("\\R", "\n"), Normalizer.Form.NFC)));
		}
		return answer;
	}

	/// A command that is well formed, about a case or under a number of its own.
	private ObjectNode base(Class<?> type) {
		ObjectNode body = (ObjectNode) EventJson.mapper().readTree(samples.of(type.getSimpleName(), AGENCY));
		body.propertyNames().stream().toList().forEach((name) -> {
			if (name.equals("applicationId")) {
				body.put(name, AGENCY + "/p" + this.count % CASES);
			}
			else if (name.endsWith("No") || name.equals("code")) {
				body.put(name, "h" + this.count);
			}
		});
		return body;
	}

	/// Half of the texts are escaped, and half are sent as they are.
	private HttpResponse<String> json(String path, ObjectNode body, String leaf, String text) {
		put(body, List.of(leaf.split("\\.")), "\u0001HERE\u0001");
		String json = body.toString();
		String here = EventJson.mapper().writeValueAsString("\u0001HERE\u0001");
		int at = json.indexOf(here);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes(json.substring(0, at).getBytes(StandardCharsets.UTF_8));
		if (this.count % 2 == 0) {
			bytes.writeBytes(HostileTexts.escaped(text).getBytes(StandardCharsets.UTF_8));
		}
		else {
			bytes.writeBytes(HostileTexts.bytes("\"" + text.replace("\\", "\\\\")
				.replace("\"", "\\\"")
				.replace("\n", "\\n")
				.replace("\r", "\\r")
				.replace("\t", "\\t") + "\""));
		}
		bytes.writeBytes(json.substring(at + here.length()).getBytes(StandardCharsets.UTF_8));
		return house.send(house.request("owner", path)
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofByteArray(bytes.toByteArray())));
	}

	private static void put(ObjectNode node, List<String> path, String text) {
		String name = path.getFirst();
		List<String> rest = path.subList(1, path.size());
		if (rest.isEmpty()) {
			node.put(name, text);
		}
		else if (rest.getFirst().equals("0")) {
			ArrayNode list = node.putArray(name);
			if (rest.size() == 1) {
				list.add(text);
			}
			else {
				put(list.addObject(), rest.subList(1, rest.size()), text);
			}
		}
		else {
			put(node.path(name).isObject() ? (ObjectNode) node.path(name) : node.putObject(name), rest, text);
		}
	}

	/// The paths of everything in a record that JSON writes as a text or could.
	private static List<String> leaves(Class<?> type) {
		List<String> leaves = new ArrayList<>();
		for (RecordComponent component : type.getRecordComponents()) {
			leaves(component.getName(), component.getGenericType(), leaves);
		}
		return leaves;
	}

	private static void leaves(String path, Type type, List<String> leaves) {
		if (type instanceof ParameterizedType list) {
			leaves(path + ".0", list.getActualTypeArguments()[0], leaves);
		}
		else if (type instanceof Class<?> plain && plain.isRecord()
				&& Arrays.stream(plain.getDeclaredMethods()).noneMatch(HostileTextTest::isText)
				&& Arrays.stream(plain.getRecordComponents())
					.noneMatch((one) -> one.isAnnotationPresent(JsonValue.class))) {
			leaves(plain).forEach((leaf) -> leaves.add(path + "." + leaf));
		}
		else {
			leaves.add(path);
		}
	}

	private static boolean isText(Method method) {
		return method.isAnnotationPresent(JsonValue.class);
	}

	private static HttpResponse<String> question(String path, boolean read, String asked, String name, String text) {
		String changed = Arrays.stream(asked.split("&"))
			.filter((pair) -> !pair.startsWith(name + "="))
			.collect(Collectors.joining("&"))
				+ (name.equals("none") ? "" : "&" + name + "=" + HostileTexts.percent(text));
		HttpRequest.Builder request = house.request("owner", read ? path + "?" + changed : path)
			.header("Content-Type", FORM);
		return house.send(read ? request.GET() : request.POST(BodyPublishers.ofString(changed)));
	}

	private static HttpRequest.Builder anonymous(String path) {
		return HttpRequest.newBuilder(java.net.URI.create(house.office.url() + path));
	}

	private static byte[] encoded(Map<String, String> fields, String hostile, String text) {
		return fields.entrySet()
			.stream()
			.map((field) -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
					+ (field.getKey().equals(hostile) ? HostileTexts.percent(text)
							: URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)))
			.collect(Collectors.joining("&"))
			.getBytes(StandardCharsets.US_ASCII);
	}

	private static byte[] multipart(Map<String, String> fields, String hostile, String text) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		fields.forEach((name, value) -> {
			body.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"" + name + "\""
					+ (name.equals("file") ? "; filename=\"a.csv\"" : "") + "\r\n\r\n")
				.getBytes(StandardCharsets.UTF_8));
			body.writeBytes(HostileTexts.bytes(name.equals(hostile) ? text : value));
			body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
		});
		body.writeBytes("--x--\r\n".getBytes(StandardCharsets.UTF_8));
		return body.toByteArray();
	}

	/// Every cell of a register, in one file.
	private static void cells(HostileTexts texts) {
		List<String> columns = List.of("application_no", "agency", "applicant_kind", "applicant_name", "channel",
				"submitted_on", "received_on", "subject", "reply_no");
		StringBuilder file = new StringBuilder(String.join(",", columns)).append('\n');
		for (int row = 0; row < 300; row++) {
			List<String> cells = new ArrayList<>(List.of("c" + row, AGENCY, "natural_person", "甲", "in_person",
					"2023-01-01", "2023-01-01", "乙", ""));
			String text = texts.next();
			if (text.chars().noneMatch((letter) -> Character.isSurrogate((char) letter))) {
				cells.set(row % columns.size(), "\"" + text.replace("\"", "\"\"") + "\"");
			}
			file.append(String.join(",", cells)).append('\n');
		}
		imported(file.toString());
	}

	private static void imported(String csv) {
		HttpResponse<String> taken = house.call("owner", "POST", "/api/imports/applications?fileName=r.csv",
				"application/octet-stream", csv);
		assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
		String id = House.json(taken).path("id").asString();
		Awaitility.await()
			.until(() -> house.get("owner", "/api/imports/" + id).path("state").asString(), "done"::equals);
	}

	private void theAcceptedIsTheSame() {
		assertThat(this.accepted).hasSizeGreaterThan(100);
		Set<String> lost = new TreeSet<>();
		Map<String, Set<String>> stored = new TreeMap<>();
		for (Accepted one : this.accepted) {
			if (!isId(one.stream())) {
				continue;
			}
			Set<String> texts = stored.computeIfAbsent(one.stream(), HostileTextTest::shown);
			if (one.field().equals("personal.name") || one.field().equals("personal.subject")) {
				if (!one.text().isBlank()
						&& texts.stream().noneMatch((text) -> text.strip().equals(one.text().strip()))) {
					lost.add(one.toString());
				}
			}
		}
		assertThat(lost).isEmpty();
	}

	private static boolean isId(String stream) {
		return stream.startsWith(AGENCY + "/");
	}

	/// Every text that the read side shows of a case.
	private static Set<String> shown(String id) {
		Set<String> texts = new TreeSet<>();
		gather(house.get("owner", "/api/application?id=" + HostileTexts.percent(id)), texts);
		return texts;
	}

	private static void gather(JsonNode node, Set<String> texts) {
		if (node.isString()) {
			texts.add(node.asString());
		}
		node.forEach((child) -> gather(child, texts));
	}

	private void pagesAndExportsAreWhole() {
		Function<String, Integer> status = (path) -> house.call("owner", "GET", path, "").statusCode();
		List<String> cases = this.accepted.stream()
			.map(Accepted::stream)
			.filter(HostileTextTest::isId)
			.distinct()
			.toList();
		for (String id : cases.subList(0, Math.min(cases.size(), 60))) {
			assertThat(status.apply("/applications/show?id=" + HostileTexts.percent(id))).as(id).isEqualTo(200);
		}
		assertThat(status.apply("/applications")).isEqualTo(200);
		for (String format : List.of("json", "csv", "html", "docx", "pdf", "xlsx", "zip")) {
			assertThat(status.apply("/api/reports/foreign/2023?format=" + format)).as(format).isEqualTo(200);
		}
		assertThat(status.apply("/api/audit/evidence?id=" + HostileTexts.percent(cases.getFirst()))).isEqualTo(200);
	}

}
