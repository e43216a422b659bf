package org.gongkai.command;

import java.util.List;
import java.util.stream.Stream;

import org.gongkai.log.EventJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class CommandOpenApiTest {

	@Test
	void every_command_is_described_as_it_is_sent() {
		try (CommandServer server = new CommandServer()) {
			JsonNode api = EventJson.mapper().readTree(server.get("/v3/api-docs/commands").body());

			assertThat(api.at("/openapi").asString()).startsWith("3.1");
			List<String> commands = api.at("/paths")
				.propertyNames()
				.stream()
				.filter((path) -> path.startsWith("/api/commands/"))
				.toList();
			assertThat(commands).containsExactlyInAnyOrderElementsOf(Stream
				.concat(Stream.of("{name}/preview"), CommandCatalog.types().stream().map(CommandCatalog::nameOf))
				.map((name) -> "/api/commands/" + name)
				.toList());
			assertThat(api.at("/paths/~1api~1commands~1file-review/post/parameters").toString())
				.contains("Gongkai-Reason");
			JsonNode decide = api.at("/components/schemas/DecideApplication");
			assertThat(decide.at("/required").valueStream().map(JsonNode::asString))
				.containsExactlyInAnyOrder("applicationId", "outcome", "decidedOn");
			assertThat(decide.at("/properties/outcome/enum").valueStream().map(JsonNode::asString)).hasSize(21)
				.contains("granted", "denied_8", "other_3");
			assertThat(api.at("/components/schemas/Problem/properties/code/enum").toString())
				.contains("second-extension");
		}
	}

}
