package org.gongkai.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.gongkai.statute.Rule;
import org.springdoc.core.customizers.OpenApiCustomizer;

/// Describes the queries as they are on the wire, where their classes alone would tell it wrong: vocabulary in lower
/// case, `fresh` as a plain parameter, stored payloads as they are, and every refusal as a problem.
@SuppressWarnings({ "rawtypes", "unchecked" })
final class QueryOpenApi implements OpenApiCustomizer {

	private static final String PROBLEM = "#/components/schemas/Problem";

	private static final Map<String, String> REFUSALS = new TreeMap<>(Map.of("400", "a parameter is malformed", "401",
			"nobody known calls", "403", "no role of the account allows it, or not for that agency", "404",
			"there is no such thing; `code` says which", "429", "too many calls; `Retry-After` says how long to wait",
			"500", "a defect of this server", "503",
			"what was recorded is not shown yet, or too much is asked at once; `Retry-After` says how long to wait"));

	@Override
	public void customise(OpenAPI api) {
		api.info(new Info().title("Gongkai queries").version("1"));
		// where it was asked for, and not the host that the caller named
		api.servers(List.of(new Server().url("/")));
		Map<String, Schema> schemas = api.getComponents().getSchemas();
		List.of("Fresh", "KnownAt").forEach(schemas::remove);
		schemas.replace("JsonNode", new Schema<>().description("the event as it is stored"));
		schemas.values().forEach(QueryOpenApi::speakAsOnTheWire);
		schemas.put("Problem", problem());
		api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
			operation.operationId(id(method, path));
			parameters(operation);
			answers(operation);
		}));
	}

	/// Named after its path: the methods of controllers are called alike.
	private static String id(PathItem.HttpMethod method, String path) {
		String name = path.replace("/api/", "").replaceAll("[{}]", "").replaceAll("[/.]", "-");
		return (method == PathItem.HttpMethod.GET) ? name : method.name().toLowerCase(Locale.ROOT) + "-" + name;
	}

	private static void parameters(Operation operation) {
		if (operation.getParameters() == null) {
			return;
		}
		List<Parameter> parameters = new ArrayList<>();
		for (Parameter parameter : operation.getParameters()) {
			if (parameter.getName().toLowerCase(Locale.ROOT).endsWith("knownat")) {
				moment(parameter);
			}
			parameters.add(parameter.getName().equals("fresh") ? fresh() : parameter);
			speakAsOnTheWire(parameter.getSchema());
		}
		operation.parameters(parameters);
	}

	private static Parameter fresh() {
		return new Parameter().in("query")
			.name("fresh")
			.description("wait until the answer shows everything that was recorded before the call")
			.required(false)
			.schema(typed("boolean"));
	}

	private static void moment(Parameter parameter) {
		parameter
			.description("a position of the log, an instant (2024-01-31T10:00:00+08:00) or a day (its end in China); "
					+ "now when left out")
			.schema(typed("string"));
	}

	private static void answers(Operation operation) {
		operation.getResponses().values().forEach((answer) -> {
			Content content = answer.getContent();
			if (content != null && content.containsKey("*/*")) {
				content.addMediaType("application/json", content.remove("*/*"));
			}
		});
		REFUSALS.forEach((status, description) -> operation.getResponses()
			.addApiResponse(status,
					new ApiResponse().description(description)
						.content(new Content().addMediaType("application/problem+json",
								new MediaType().schema(new Schema<>().$ref(PROBLEM))))));
	}

	private static void speakAsOnTheWire(Schema<?> schema) {
		List words = schema.getEnum();
		if (words != null) {
			words.replaceAll((word) -> (word == null) ? null : word.toString().toLowerCase(Locale.ROOT));
		}
		if (schema.getItems() != null) {
			speakAsOnTheWire(schema.getItems());
		}
		if (schema.getProperties() != null) {
			schema.getProperties().values().forEach(QueryOpenApi::speakAsOnTheWire);
		}
	}

	private static Schema<?> problem() {
		Map<String, Schema> fields = new LinkedHashMap<>();
		fields.put("type", typed("string"));
		fields.put("status", typed("integer"));
		fields.put("title", typed("string").description("the rule, in Chinese"));
		fields.put("detail", typed("string").description("this case, in English"));
		fields.put("instance", typed("string"));
		Schema<Object> code = typed("string");
		Arrays.stream(Rule.values()).map(Rule::code).forEach(code::addEnumItemObject);
		List.of("behind", "busy", "over-budget", "internal").forEach(code::addEnumItemObject);
		fields.put("code", code);
		fields.put("article", typed("string"));
		fields.put("field", typed("string"));
		fields.put("incident", typed("string").description("by which the server's own log has it"));
		return typed("object").properties(fields).required(List.of("type", "status", "title", "code"));
	}

	private static Schema<Object> typed(String type) {
		Schema<Object> schema = new Schema<>();
		schema.setType(type);
		schema.addType(type);
		return schema;
	}

}
