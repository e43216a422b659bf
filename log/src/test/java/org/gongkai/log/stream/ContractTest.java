package org.gongkai.log.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.gongkai.log.EventForms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/// What other systems were promised of the stream (`docs/stream`), and what it is. `-Dgongkai.renew=true` writes down what
/// changed compatibly, and refuses everything else.
class ContractTest {

	static final Path FOLDER = Path.of("../docs/stream");

	static final Contract PUBLISHED = new Contract(FOLDER.resolve("schemas"));

	private static final Path ASYNC_API = FOLDER.resolve("asyncapi.yaml");

	private static Map<String, ObjectNode> now;

	@BeforeAll
	static void renew() throws IOException {
		now = EventSchema.all(EventForms.PUBLISHED);
		if (Boolean.getBoolean("gongkai.renew")) {
			PUBLISHED.renew(now);
			Files.writeString(ASYNC_API, AsyncApi.document(PUBLISHED.published()));
		}
	}

	@Test
	void nothing_that_was_published_has_changed_against_a_rule() throws IOException {
		assertThat(Contract.sentences(PUBLISHED.changes(now), false))
			.as("give the event a new revision with an upcaster: docs/stream/evolution.md")
			.isEmpty();
	}

	@Test
	void what_is_published_is_what_the_events_are() throws IOException {
		List<SchemaChange> changes = PUBLISHED.changes(now);

		assertThat(Contract.sentences(changes, true))
			.as("followers go on; renew: ./mvnw -pl log -am test -Dtest=ContractTest -Dgongkai.renew=true "
					+ "-Dsurefire.failIfNoSpecifiedTests=false")
			.isEmpty();
		for (String file : now.keySet()) {
			assertThat(Files.readString(FOLDER.resolve("schemas").resolve(file)))
				.isEqualTo(Contract.text(now.get(file)));
		}
	}

	@Test
	void the_description_of_the_channel_is_made_of_them() throws IOException {
		assertThat(Files.readString(ASYNC_API)).as("renew it with -Dgongkai.renew=true")
			.isEqualTo(AsyncApi.document(PUBLISHED.published()));
	}

}
