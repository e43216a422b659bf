package org.gongkai.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.gongkai.events.Event;
import org.gongkai.events.EventCatalog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// The stored form of every event, which outlives the code: a file for each event with all its fields and, where fields
/// may be absent, one without them. A file is never changed; an event that changes gets a new revision, and its full
/// file moves to `older` (docs/stream/evolution.md). `-Dgongkai.renew=true` writes the files of an event that has none yet.
class GoldenJsonTest {

	private static final Path GOLDEN = Path.of("src/test/resources/golden");

	private static final String FULL = ".json";

	private static final String MINIMAL = ".minimal.json";

	@BeforeAll
	static void writeThoseOfNewEvents() throws IOException {
		if (!Boolean.getBoolean("gongkai.renew")) {
			return;
		}
		for (Class<? extends Event> type : EventCatalog.types()) {
			writeIfNew(file(type, FULL), SampleEvent.full(type));
			if (SampleEvent.mayLackFields(type)) {
				writeIfNew(file(type, MINIMAL), SampleEvent.minimal(type));
			}
		}
	}

	@Test
	void an_amount_keeps_its_digits_where_a_text_is_only_passed_through() {
		String text = "{\"a\":110.50,\"b\":12345678901234567.89,\"c\":[1.10]}";

		assertThat(EventJson.mapper().readTree(text)).hasToString(text);
	}

	@Test
	void every_event_has_its_files_and_every_file_its_event() throws IOException {
		List<String> expected = EventCatalog.types()
			.stream()
			.flatMap((type) -> SampleEvent.mayLackFields(type) ? Stream.of(file(type, FULL), file(type, MINIMAL))
					: Stream.of(file(type, FULL)))
			.map(GoldenJsonTest::nameOf)
			.toList();

		assertThat(files()).as("a new event: ./mvnw -pl log -am test -Dgongkai.renew=true; a lost event: never")
			.extracting(GoldenJsonTest::nameOf)
			.containsExactlyInAnyOrderElementsOf(expected);
	}

	@ParameterizedTest
	@MethodSource("files")
	void what_is_read_and_written_again_is_the_same_to_the_byte(Path file) throws IOException {
		String stored = Files.readString(file).stripTrailing();
		String name = nameOf(file).replace(MINIMAL, "").replace(FULL, "");

		Event event = EventJson.read(name, stored);

		assertThat(EventCatalog.nameOf(event.getClass())).isEqualTo(name);
		assertThat(EventJson.write(event)).isEqualTo(stored);
		EventSerializer serializer = new EventSerializer(EventForms.PUBLISHED);
		SerializedObject<String> written = serializer.serialize(event, String.class);
		assertThat(written.getData()).isEqualTo(stored);
		assertThat(written.getType().getName()).isEqualTo(name);
		assertThat(written.getType().getRevision()).isEqualTo(EventForms.PUBLISHED.stored(name, false));
		assertThat(serializer
			.<String, Event>deserialize(new SimpleSerializedObject<>(stored, String.class, written.getType())))
			.isEqualTo(event);
	}

	@ParameterizedTest
	@MethodSource("files")
	void every_field_is_in_the_full_file_and_none_that_may_be_absent_in_the_minimal_one(Path file) throws IOException {
		JsonNode stored = EventJson.mapper().readTree(Files.readString(file));
		Class<? extends Event> type = EventCatalog.typeOf(nameOf(file).replace(MINIMAL, "").replace(FULL, ""));

		assertThat(stored.propertyNames())
			.containsExactlyElementsOf(SampleEvent.fields(type, nameOf(file).endsWith(MINIMAL)));
	}

	static List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(GOLDEN)) {
			return files.sorted().toList();
		}
	}

	private static Path file(Class<? extends Event> type, String suffix) {
		return GOLDEN.resolve(EventCatalog.nameOf(type) + suffix);
	}

	private static String nameOf(Path file) {
		return file.getFileName().toString();
	}

	private static void writeIfNew(Path file, Event event) throws IOException {
		if (!Files.exists(file)) {
			Files.createDirectories(GOLDEN);
			Files.writeString(file, EventJson.write(event) + "\n", StandardCharsets.UTF_8);
		}
	}

}
