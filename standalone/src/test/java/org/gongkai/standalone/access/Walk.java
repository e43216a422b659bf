package org.gongkai.standalone.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongkai.access.Right;
import org.gongkai.access.Rights;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Everything that an office answers: every endpoint that reads, as the running office describes it, and every page of the
/// table of rights, each with whatever may be asked of it. What is new is walked too; where it asks for something that has no
/// sample, the walk fails.
final class Walk {

	private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::([^}]*))?}");

	private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

	private static final String FORM = "application/x-www-form-urlencoded";

	/// Answered by a file that is handed in, and in a form of its own.
	private static final Set<String> WITH_FILE = Set.of("POST /imports");

	private final House house;

	private final Map<String, List<String>> samples;

	/// @param samples what is asked, by the names of parameters; `path:NAME` for a
	/// variable of the path alone
	Walk(House house, Map<String, List<String>> samples) {
		this.house = house;
		this.samples = samples;
	}

	/// One question.
	///
	/// @param operation as in the table of rights
	/// @param address path and conditions
	/// @param form what is posted; empty for a read
	record Call(String operation, String address, String form) {
	}

	/// @param text everything in the answer that can be read, files in it included
	record Answer(int status, String text) {
	}

	/// Asks everything in the name of an account.
	void all(String account, BiConsumer<Call, Answer> look) {
		Map<String, List<Integer>> answered = new TreeMap<>();
		for (Call call : calls()) {
			Answer answer = ask(account, call);
			assertThat(answer.status()).as(call + " " + answer.text()).isLessThan(500);
			answered.computeIfAbsent(call.operation(), (_) -> new ArrayList<>()).add(answer.status());
			look.accept(call, answer);
		}
		assertThat(answered).allSatisfy((operation, statuses) -> assertThat(statuses)
			.as("%s answers nothing with the samples of this walk; it needs others", operation)
			.anyMatch((status) -> status < 400 || status == 422));
	}

	List<Call> calls() {
		List<Call> calls = new ArrayList<>();
		for (String group : List.of("commands", "queries")) {
			this.house.get("owner", "/v3/api-docs/" + group)
				.path("paths")
				.propertyStream()
				.forEach((path) -> path.getValue().propertyStream().forEach((operation) -> {
					boolean read = operation.getKey().equals("get");
					boolean search = operation.getValue().at("/requestBody/content").has(FORM);
					if (read || search) {
						endpoint(path.getKey(), read, operation.getValue(), calls);
					}
				}));
		}
		Rights.rows().stream().map(Right::operation).filter(Walk::isPage).forEach((page) -> page(page, calls));
		return calls;
	}

	private static boolean isPage(String operation) {
		String path = operation.substring(operation.indexOf(' ') + 1);
		return path.startsWith("/") && !path.startsWith("/api/") && !path.startsWith("/management/")
				&& !WITH_FILE.contains(operation);
	}

	private void endpoint(String path, boolean read, JsonNode described, List<Call> calls) {
		Map<String, List<String>> needed = new LinkedHashMap<>();
		Map<String, List<String>> free = new LinkedHashMap<>();
		described.path("parameters")
			.valueStream()
			.filter((one) -> one.path("in").asString().equals("query"))
			.forEach((one) -> {
				String name = one.path("name").asString();
				if (one.path("required").asBoolean(false)) {
					needed.put(name, samples(name, one.path("schema"), path));
				}
				else if (!name.equals("fresh")) {
					free.put(name, this.samples.getOrDefault(sampled(name), choices(one.path("schema"))));
				}
			});
		String operation = (read ? "GET " : "POST ") + path;
		for (String address : addresses(path)) {
			for (Map<String, String> asked : combined(needed)) {
				calls.add(call(operation, address, read, asked));
				free.forEach((name, values) -> values
					.forEach((value) -> calls.add(call(operation, address, read, with(asked, Map.of(name, value))))));
				// what limits nothing, all at once
				Map<String, String> together = free.keySet()
					.stream()
					.filter((name) -> this.samples.containsKey(sampled(name)))
					.collect(Collectors.toMap((name) -> name, (name) -> this.samples.get(sampled(name)).getFirst()));
				calls.add(call(operation, address, read, with(asked, together)));
			}
		}
		if (!read) {
			this.samples.get("q").forEach((word) -> calls.add(call(operation, path, false, Map.of("q", word))));
		}
	}

	/// A page says nowhere what it may be asked.
	private void page(String operation, List<Call> calls) {
		String path = operation.substring(operation.indexOf(' ') + 1);
		boolean read = operation.startsWith("GET ");
		for (String address : addresses(path)) {
			calls.add(call(operation, address, read, Map.of()));
			this.samples.get("page:row")
				.forEach((row) -> calls.add(call(operation, address, read, Map.of("row",
						row.substring(0, row.indexOf('/')), "column", row.substring(row.indexOf('/') + 1)))));
			this.samples.get("id").forEach((id) -> calls.add(call(operation, address, read, Map.of("id", id))));
			for (String known : this.samples.get("knownAt")) {
				calls.add(call(operation, address, read, Map.of("id", this.samples.get("id").getFirst(), "knownAt",
						known, "row", "new", "year", this.samples.get("year").getFirst())));
				calls.add(call(operation, address, read, Map.of("agency", this.samples.get("agency").getFirst(),
						"fromKnownAt", known, "year", this.samples.get("year").getFirst())));
			}
			if (!read) {
				this.samples.get("q").forEach((word) -> calls.add(call(operation, address, false, Map.of("q", word))));
			}
		}
	}

	private List<String> samples(String name, JsonNode schema, String path) {
		List<String> found = this.samples.getOrDefault(sampled(name), choices(schema));
		assertThat(found).as("a sample of %s for %s", name, path).isNotEmpty();
		return found;
	}

	/// `fromKnownAt` is a `knownAt`.
	private static String sampled(String name) {
		return name.endsWith("KnownAt") ? "knownAt" : name.endsWith("EffectiveOn") ? "effectiveOn" : name;
	}

	private static List<String> choices(JsonNode schema) {
		if (schema.path("type").asString("").equals("boolean")) {
			return List.of("true");
		}
		return schema.path("enum").valueStream().map(JsonNode::asString).toList();
	}

	/// A path with all that its variables can be.
	private List<String> addresses(String path) {
		Matcher variable = VARIABLE.matcher(path);
		if (!variable.find()) {
			return List.of(path);
		}
		String name = variable.group(1);
		List<String> values = (variable.group(2) != null) ? List.of(variable.group(2).split("\\|"))
				: this.samples.getOrDefault("path:" + name, this.samples.getOrDefault(name, List.of()));
		assertThat(values).as("a sample of %s for %s", name, path).isNotEmpty();
		return values.stream()
			.flatMap((value) -> addresses(path.substring(0, variable.start()) + value + path.substring(variable.end()))
				.stream())
			.toList();
	}

	private static List<Map<String, String>> combined(Map<String, List<String>> choices) {
		List<Map<String, String>> all = List.of(Map.of());
		for (Map.Entry<String, List<String>> choice : choices.entrySet()) {
			all = all.stream()
				.flatMap((chosen) -> choice.getValue()
					.stream()
					.map((value) -> with(chosen, Map.of(choice.getKey(), value))))
				.toList();
		}
		return all;
	}

	private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
		Map<String, String> all = new TreeMap<>(some);
		all.putAll(more);
		return all;
	}

	private static Call call(String operation, String address, boolean read, Map<String, String> asked) {
		String fields = asked.entrySet()
			.stream()
			.map((field) -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
			.collect(Collectors.joining("&"));
		return read ? new Call(operation, fields.isEmpty() ? address : address + "?" + fields, "")
				: new Call(operation, address, fields.isEmpty() ? "none=" : fields);
	}

	private Answer ask(String account, Call call) {
		return ask(this.house, account, call.address(), call.form());
	}

	/// Asks one question.
	/// @param form what is posted; empty for a read
	static Answer ask(House house, String account, String address, String form) {
		HttpRequest.Builder request = house.request(account, address).header("Content-Type", FORM);
		HttpResponse<byte[]> answer = house
			.sendForBytes(form.isEmpty() ? request.GET() : request.POST(BodyPublishers.ofString(form)));
		return new Answer(answer.statusCode(), text(answer.body()));
	}

	/// Everything that can be read in a file, and in the files in it.
	static String text(byte[] content) {
		String clear = new String(content, StandardCharsets.UTF_8);
		if (clear.startsWith("PK")) {
			return unzipped(content);
		}
		if (clear.startsWith("%PDF")) {
			try (PDDocument document = Loader.loadPDF(content)) {
				return new PDFTextStripper().getText(document);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return ESCAPED.matcher(clear)
			.replaceAll(
					(escaped) -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(escaped.group(1), 16))));
	}

	private static String unzipped(byte[] content) {
		StringBuilder text = new StringBuilder();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				text.append(entry.getName()).append('\n').append(text(zip.readAllBytes())).append('\n');
			}
			return text.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
