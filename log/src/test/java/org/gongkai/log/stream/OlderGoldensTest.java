package org.gongkai.log.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.gongkai.log.EventForms;
import org.gongkai.log.EventJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Every older form is still read as it always was. No event has one yet, so that the check is tried on one that is made up.
class OlderGoldensTest {

	private static final String NAME = "application.ReasonsRequested";

	private static final EventForms FORMS = new EventForms(Map.of(NAME, List.of((older) -> {
		older.set("askedOn", older.remove("asked"));
		return older;
	})));

	private static final Map<String, JsonNode> SCHEMAS = Map.of(NAME + ".v1.json", EventJson.mapper().readTree("""
			{"type":"object","properties":{"asked":{"type":"string"}},"required":["applicationId","asked"]}"""));

	@TempDir
	private Path folder;

	@Test
	void every_older_form_has_its_golden_files_and_reads_as_they_say() throws IOException {
		assertThat(new OlderGoldens(Path.of("src/test/resources/older")).faults(EventForms.PUBLISHED,
				ContractTest.PUBLISHED.published()))
			.isEmpty();
	}

	@Test
	void a_form_that_reads_as_it_should_is_passed() throws IOException {
		golden("{\"applicationId\":\"T/1\",\"asked\":\"2024-01-08\"}",
				"{\"applicationId\":\"T/1\",\"askedOn\":\"2024-01-08\"}");

		assertThat(faults(SCHEMAS)).isEmpty();
	}

	@Test
	void a_form_without_files_or_schema_is_named() throws IOException {
		assertThat(faults(SCHEMAS)).containsExactly(NAME + ".v1 has no golden files");

		golden("{\"applicationId\":\"T/1\",\"asked\":\"2024-01-08\"}",
				"{\"applicationId\":\"T/1\",\"askedOn\":\"2024-01-08\"}");

		assertThat(faults(Map.of())).containsExactly(NAME + ".v1 has no schema");
	}

	@Test
	void an_upcaster_that_reads_another_day_is_found() throws IOException {
		golden("{\"applicationId\":\"T/1\",\"asked\":\"2024-01-08\"}",
				"{\"applicationId\":\"T/1\",\"askedOn\":\"2024-01-09\"}");

		assertThat(faults(SCHEMAS)).singleElement().asString().contains("reads as", "2024-01-08");
	}

	@Test
	void a_file_that_was_never_published_so_is_found() throws IOException {
		golden("{\"asked\":\"2024-01-08\",\"applicationID\":\"T/1\"}", "");
		ObjectNode lenient = (ObjectNode) SCHEMAS.get(NAME + ".v1.json");
		EventForms forgiving = new EventForms(Map.of(NAME, List.of((older) -> {
			older.set("askedOn", older.remove("asked"));
			older.set("applicationId", older.remove("applicationID"));
			return older;
		})));

		assertThat(new OlderGoldens(this.folder).faults(forgiving, Map.of(NAME + ".v1.json", lenient)))
			.anyMatch((fault) -> fault.contains("was not published so"));
	}

	private List<String> faults(Map<String, JsonNode> schemas) throws IOException {
		return new OlderGoldens(this.folder).faults(FORMS, schemas);
	}

	private void golden(String stored, String read) throws IOException {
		Files.writeString(this.folder.resolve(NAME + ".v1.json"), stored);
		Files.writeString(this.folder.resolve(NAME + ".v1.read.json"), read);
	}

}
