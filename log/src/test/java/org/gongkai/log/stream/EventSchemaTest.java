package org.gongkai.log.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.gongkai.log.EventForms;
import org.gongkai.log.EventJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/// The published schemas against what is really sent: each golden file without what stays at home.
class EventSchemaTest {

	private static final Path GOLDEN = Path.of("src/test/resources/golden");

	private static Map<String, Schema> schemas;

	@BeforeAll
	static void read() throws IOException {
		SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
		schemas = ContractTest.PUBLISHED.published()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> registry.getSchema(entry.getValue())));
	}

	@ParameterizedTest
	@MethodSource("golden")
	void what_is_sent_is_valid(Path file) throws IOException {
		assertThat(faults(file, data(file))).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("golden")
	void a_field_that_the_schema_does_not_know_is_tolerated(Path file) throws IOException {
		assertThat(faults(file, data(file).put("addedLater", 1))).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("golden")
	void what_lacks_a_field_that_is_always_there_is_not_valid(Path file) throws IOException {
		for (JsonNode name : schema(file).path("required")) {
			ObjectNode data = data(file);
			data.remove(name.asString(""));

			assertThat(faults(file, data)).as(name.asString("")).isNotEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("golden")
	void a_value_of_another_kind_is_not_valid_anywhere(Path file) throws IOException {
		List<String> places = new ArrayList<>();
		places("", data(file), places);

		assertThat(places).isNotEmpty();
		for (String place : places) {
			ObjectNode data = data(file);
			spoil(data, place);

			assertThat(faults(file, data)).as(place).isNotEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("golden")
	void a_day_that_is_none_and_a_word_that_is_none_are_not_valid(Path file) throws IOException {
		JsonNode fields = schema(file).path("properties");
		for (String name : data(file).propertyNames()) {
			JsonNode field = fields.path(name);
			JsonNode shared = schema(file).at(field.path("$ref").asString("#").substring(1));
			boolean closed = !field.path("$ref").isMissingNode() && shared.has("enum");
			if (field.path("format").asString("").equals("date") || closed) {
				assertThat(faults(file, data(file).put(name, "2024-02-30"))).as(name).isNotEmpty();
			}
		}
	}

	static List<Path> golden() throws IOException {
		try (Stream<Path> files = Files.list(GOLDEN)) {
			return files.sorted().toList();
		}
	}

	private static List<?> faults(Path file, JsonNode data) {
		return schemas.get(newest(file))
			.validate(data, (context) -> context.executionConfig((config) -> config.formatAssertionsEnabled(true)));
	}

	private static JsonNode schema(Path file) {
		return schemas.get(newest(file)).getSchemaNode();
	}

	private static ObjectNode data(Path file) throws IOException {
		return (ObjectNode) EventJson.mapper().readTree(StreamData.of(name(file), Files.readString(file)));
	}

	private static String newest(Path file) {
		return name(file) + ".v" + EventForms.PUBLISHED.revision(name(file)) + ".json";
	}

	private static String name(Path file) {
		return file.getFileName().toString().replaceAll("(\\.minimal)?\\.json$", "");
	}

	private static void places(String path, JsonNode node, List<String> places) {
		if (!path.isEmpty()) {
			places.add(path);
		}
		if (node.isObject()) {
			node.properties().forEach((entry) -> places(path + "/" + entry.getKey(), entry.getValue(), places));
		}
		for (int i = 0; node.isArray() && i < node.size(); i++) {
			places(path + "/" + i, node.path(i), places);
		}
	}

	private static void spoil(ObjectNode data, String place) {
		int last = place.lastIndexOf('/');
		String name = place.substring(last + 1);
		boolean text = data.at(place).isString();
		switch (data.at(place.substring(0, last))) {
			case ObjectNode object when text -> object.put(name, 7);
			case ObjectNode object -> object.put(name, "seven");
			case ArrayNode array when text -> array.set(Integer.parseInt(name), 7);
			case ArrayNode array -> array.set(Integer.parseInt(name), "seven");
			default -> throw new IllegalStateException(place);
		}
	}

}
