package org.gongkai.command;

import java.util.List;

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
			assertThat(commands).containsExactlyInAnyOrderElementsOf(CommandCatalog.types()
				.stream()
				.map((type) -> "/api/commands/" + CommandCatalog.nameOf(type))
				.toList());
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
