package org.gongkai.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// Every query that answers with a list has a size, or is known not to grow with the log. Reads what [OpenApiTest] compares with the running product.
class ListEndpointsTest {

	/// As long as one record, form or definition is.
	private static final Set<String> OF_ONE_THING = Set.of("/api/application", "/api/application/history",
			"/api/audit/case", "/api/audit/explanation", "/api/disclosure/history", "/api/dispute/history",
			"/api/audit/cells/{agency}/{year}", "/api/reports/{agency}/{year}/bridge",
			"/api/reports/{agency}/{year}/editions", "/api/reports/{agency}/{year}/editions/{edition}/comparison",
			"/api/reports/{agency}/{year}/facts", "/api/proofs", "/api/audit/rules", "/api/definitions",
			"/api/definitions/{version}");

	/// One entry for each agency, year, projection or source.
	private static final Set<String> OF_THE_HOUSE = Set.of("/api/agencies", "/api/reports", "/api/rebuilds",
			"/api/sources", "/api/status");

	private final JsonNode api = read();

	@Test
	void every_list_that_may_grow_with_the_log_has_a_size() {
		Set<String> without = new TreeSet<>();
		this.api.path("paths").propertyStream().forEach((path) -> {
			JsonNode get = path.getValue().path("get");
			Set<String> parameters = get.path("parameters")
				.valueStream()
				.map((one) -> one.path("name").asString())
				.collect(Collectors.toSet());
			if (get.at("/responses/200/content").valueStream().anyMatch((one) -> isList(one.path("schema")))
					&& !parameters.contains("size") && !parameters.contains("limit")) {
				without.add(path.getKey());
			}
		});
		Set<String> known = new TreeSet<>(OF_ONE_THING);
		known.addAll(OF_THE_HOUSE);

		assertThat(without).isEqualTo(known);
	}

	private boolean isList(JsonNode schema) {
		JsonNode one = schema;
		while (one.has("$ref")) {
			one = this.api.at(one.path("$ref").asString().substring(1));
		}
		return isArray(one) || one.path("properties").valueStream().anyMatch(ListEndpointsTest::isArray);
	}

	private static boolean isArray(JsonNode schema) {
		return schema.path("type").asString("").equals("array");
	}

	private static JsonNode read() {
		try {
			return JsonMapper.shared().readTree(Files.readString(Path.of("../docs/openapi/queries.json")));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
