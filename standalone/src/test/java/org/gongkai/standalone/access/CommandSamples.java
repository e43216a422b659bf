package org.gongkai.standalone.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.gongkai.log.EventJson;
import tools.jackson.databind.JsonNode;

/// Commands that are well formed, made from what the running office says of them.
final class CommandSamples {

	private final JsonNode schemas;

	/// @param schemas of the description
	CommandSamples(JsonNode schemas) {
		this.schemas = schemas;
	}

	/// One of an agency.
	/// @param type the simple name of the command
	String of(String type, String agency) {
		JsonNode schema = this.schemas.path(type);
		Map<String, Object> fields = new LinkedHashMap<>();
		Set<String> needed = schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
		schema.path("properties").propertyStream().forEach((field) -> {
			// no null for a primitive, though the description lets it be left out
			if (needed.contains(field.getKey())
					|| Set.of("parent", "withSubordinates", "disputed").contains(field.getKey())) {
				fields.put(field.getKey(), sample(type, field.getKey(), field.getValue(), agency));
			}
		});
		return EventJson.mapper().writeValueAsString(fields);
	}

	private static Object sample(String type, String field, JsonNode schema, String agency) {
		if (schema.has("$ref")) {
			return Map.of();
		}
		if (schema.has("enum")) {
			return schema.path("enum").get(0).asString();
		}
		if (schema.path("format").asString("").equals("date")) {
			return "2023-01-01";
		}
		return switch (schema.path("type").asString()) {
			case "integer" -> field.toLowerCase(Locale.ROOT).contains("year") ? 2023 : 1;
			case "number" -> 1;
			case "boolean" -> false;
			case "array" -> List.of();
			default -> switch (field) {
				case "applicationId", "documentId", "informationId", "tallyId" -> agency + "/1";
				case "findingId" -> "reply-overdue:" + agency + "/1:1";
				case "disputeId" -> (type.contains("Lawsuit") ? "lawsuit:" : "review:") + agency + "/1";
				case "reportId" -> agency + "/2023";
				case "code", "agency", "parent" -> agency;
				default -> "x";
			};
		};
	}

}
