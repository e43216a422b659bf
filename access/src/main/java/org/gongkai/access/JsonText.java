package org.gongkai.access;

import java.util.Map;
import java.util.function.BinaryOperator;

import org.gongkai.log.EventJson;
import org.gongkai.statute.Refused;
import org.gongkai.statute.TextRule;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Applies the rule for text to every text of a JSON body, before anything is made of it.
public final class JsonText {

	private JsonText() {
	}

	/// The same JSON with its texts as they are recorded. What is not JSON comes back as
	/// it is, and is refused by who reads it.
	/// @param rule makes the text of a field and its text
	/// @throws Refused as [TextRule#read(String, String)], by the path of the field
	public static String read(String json, BinaryOperator<String> rule) {
		if (json.chars().allMatch(JsonText::isPlain)) {
			return json;
		}
		JsonNode tree;
		try {
			tree = EventJson.mapper().readTree(json);
		}
		catch (JacksonException ex) {
			return json;
		}
		JsonNode read = read("", tree, rule);
		return read.equals(tree) ? json : EventJson.mapper().writeValueAsString(read);
	}

	/// ASCII without escapes, and the common Chinese characters and their punctuation,
	/// which the rule leaves as they are.
	private static boolean isPlain(int letter) {
		return letter != '\\' && letter < 0x7F || letter >= 0x3000 && letter <= 0x3020
				|| letter >= 0x4E00 && letter <= 0x9FFF || letter >= 0xFF01 && letter <= 0xFF5E
				|| letter >= 0x2014 && letter <= 0x201D;
	}

	private static JsonNode read(String path, JsonNode node, BinaryOperator<String> rule) {
		return switch (node) {
			case ObjectNode object -> {
				ObjectNode read = JsonNodeFactory.instance.objectNode();
				for (Map.Entry<String, JsonNode> field : object.properties()) {
					// a name that no field has is refused later, and not repeated
					read.set(field.getKey(), read(within(path, TextRule.isRead(field.getKey()) ? field.getKey() : ""),
							field.getValue(), rule));
				}
				yield read;
			}
			case ArrayNode array -> {
				ArrayNode read = JsonNodeFactory.instance.arrayNode();
				for (int at = 0; at < array.size(); at++) {
					read.add(read(within(path, Integer.toString(at)), array.get(at), rule));
				}
				yield read;
			}
			default -> node.isString()
					? JsonNodeFactory.instance.stringNode(rule.apply(path.isEmpty() ? "body" : path, node.asString()))
					: node;
		};
	}

	private static String within(String path, String name) {
		return path.isEmpty() ? name : path + "." + name;
	}

}
