package org.gongkai.log.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.gongkai.events.EventCatalog;
import org.gongkai.log.EventForms;
import org.gongkai.log.EventJson;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.Leaf;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

class AsyncApiTest {

	private final JsonNode document = document();

	@Test
	void the_document_is_valid_by_the_schema_of_async_api() throws IOException {
		Schema official = official();

		assertThat(official.validate(this.document)).isEmpty();
		ObjectNode broken = this.document.deepCopy().asObject();
		((ObjectNode) broken.at("/operations/recordEvent")).put("action", "shout");
		assertThat(official.validate(broken)).isNotEmpty();
	}

	@Test
	void every_reference_leads_somewhere() {
		List<String> references = this.document.findValuesAsString("$ref");

		assertThat(references).hasSizeGreaterThan(3 * EventCatalog.types().size()).allSatisfy((reference) -> {
			if (reference.startsWith("#")) {
				assertThat(this.document.at(reference.substring(1)).isMissingNode()).isFalse();
			}
			else {
				assertThat(ContractTest.FOLDER.resolve(reference)).exists();
			}
		});
	}

	@Test
	void every_event_is_a_message_under_the_type_that_its_records_have() {
		assertThat(this.document.at("/channels/events/messages").propertyNames()).containsAll(EventCatalog.types()
			.stream()
			.map((type) -> EventCatalog.nameOf(type))
			.map((name) -> name + ".v" + EventForms.PUBLISHED.revision(name))
			.toList());
		assertThat(this.document.at("/components/messages").properties()).allSatisfy(
				(message) -> assertThat(message.getValue().at("/headers/allOf/1/properties/ce_type/const").asString(""))
					.isEqualTo("org.gongkai." + message.getKey()));
	}

	@Test
	void the_headers_are_those_of_a_record_and_say_what_they_may_be() {
		Leaf leaf = new Leaf(7, "application", "T/1", 0, UUID.fromString("0197f1f0-0000-7000-8000-000000000007"),
				"application.ReasonsRequested", "1", Leaf.micros(Instant.parse("2024-01-09T02:00:00Z")),
				"{\"applicationId\":\"T/1\",\"askedOn\":\"2024-01-08\"}", "{}");
		ObjectNode sent = EventJson.mapper().createObjectNode();
		StreamRecord.of("gongkai.example/log", leaf, Hash.SHA_256.hasher().leaf(leaf.data()), PartitionEnd.NONE)
			.headers()
			.forEach(sent::put);
		JsonNode described = this.document.at("/components/schemas/headers");
		Schema headers = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(described);

		assertThat(described.path("properties").propertyNames()).containsExactlyElementsOf(sent.propertyNames());
		assertThat(faults(headers, sent)).isEmpty();
		StreamSupport.stream(described.path("required").spliterator(), false).forEach((name) -> {
			assertThat(faults(headers, sent.deepCopy().without(name.asString("")))).isNotEmpty();
			if (!List.of("ce_source", "ce_subject").contains(name.asString(""))) {
				assertThat(faults(headers, sent.deepCopy().put(name.asString(""), "-1"))).as(name.asString(""))
					.isNotEmpty();
			}
		});
	}

	private static List<?> faults(Schema schema, JsonNode node) {
		return schema.validate(node,
				(context) -> context.executionConfig((config) -> config.formatAssertionsEnabled(true)));
	}

	private static JsonNode document() {
		try {
			return new YAMLMapper().readTree(Files.readString(ContractTest.FOLDER.resolve("asyncapi.yaml")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// From the package `@asyncapi/specs`, under the Apache License 2.0.
	private static Schema official() throws IOException {
		try (InputStream json = new GZIPInputStream(
				AsyncApiTest.class.getResourceAsStream("/asyncapi/3.0.0.json.gz"))) {
			return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
				.getSchema(EventJson.mapper().readTree(json));
		}
	}

}
