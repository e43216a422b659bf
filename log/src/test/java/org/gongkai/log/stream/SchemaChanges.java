package org.gongkai.log.stream;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.gongkai.log.stream.SchemaChange.Rule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Compares a published schema with the one that is made now, field by field. A keyword that is not known here keeps its
/// value, or the field has changed its type.
final class SchemaChanges {

	/// Words to which others may be added.
	static final String EXTENSIBLE = "x-extensible-enum";

	private static final List<String> WORDS = List.of("enum", EXTENSIBLE);

	/// Not what a field is, or compared by itself.
	private static final Set<String> APART = Set.of("$schema", "$id", "$defs", "title", "description", "properties",
			"required", "enum", EXTENSIBLE);

	private final String form;

	private final List<SchemaChange> changes = new ArrayList<>();

	private SchemaChanges(String form) {
		this.form = form;
	}

	static List<SchemaChange> between(String form, JsonNode published, JsonNode now) {
		SchemaChanges changes = new SchemaChanges(form);
		changes.compare("", inlined(published, published), inlined(now, now));
		if (changes.changes.isEmpty() && !published.equals(now)) {
			changes.add(Rule.REWORDED, "", "is described otherwise");
		}
		return changes.changes;
	}

	private void compare(String path, JsonNode published, JsonNode now) {
		for (String keyword : names(published, now)) {
			JsonNode before = published.path(keyword);
			JsonNode after = now.path(keyword);
			if (APART.contains(keyword) || before.equals(after)) {
				continue;
			}
			if (keyword.equals("additionalProperties") && published.has("properties") && after.isBoolean()) {
				add(Rule.ADDITIONS_REFUSED, path, "refuses additional fields");
			}
			else if (before.isObject() && after.isObject()) {
				compare(path + (keyword.equals("items") ? "[]" : "{" + keyword + "}"), before, after);
			}
			else {
				add(Rule.TYPE_CHANGED, path, keyword + " was " + before + " and is " + after);
			}
		}
		WORDS.forEach((keyword) -> words(path, keyword, published, now));
		fields(path, published, now);
	}

	private void words(String path, String keyword, JsonNode published, JsonNode now) {
		if (published.has(keyword) != now.has(keyword)) {
			add(Rule.TYPE_CHANGED, path, (now.has(keyword) ? "has become " : "is no longer ") + keyword);
			return;
		}
		Set<String> before = texts(published.path(keyword));
		Set<String> after = texts(now.path(keyword));
		before.stream()
			.filter((word) -> !after.contains(word))
			.forEach((word) -> add(Rule.WORD_REMOVED, path, "the word " + word + " is gone"));
		after.stream()
			.filter((word) -> !before.contains(word))
			.forEach((word) -> add(keyword.equals(EXTENSIBLE) ? Rule.WORD_ADDED : Rule.CLOSED_WORD_ADDED, path,
					"the word " + word + " is new"));
	}

	private void fields(String path, JsonNode published, JsonNode now) {
		if (published.has("properties") != now.has("properties")) {
			add(Rule.TYPE_CHANGED, path, "has become an object or is none any more");
			return;
		}
		Set<String> neededBefore = texts(published.path("required"));
		Set<String> neededNow = texts(now.path("required"));
		for (String name : names(published.path("properties"), now.path("properties"))) {
			JsonNode before = published.path("properties").path(name);
			JsonNode after = now.path("properties").path(name);
			String field = path.isEmpty() ? name : path + "." + name;
			if (after.isMissingNode()) {
				add(Rule.FIELD_REMOVED, field, "is gone");
			}
			else if (before.isMissingNode()) {
				boolean needed = neededNow.contains(name);
				add(needed ? Rule.REQUIRED_ADDED : Rule.OPTIONAL_ADDED, field,
						needed ? "is new and required" : "is new");
			}
			else {
				compare(field, before, after);
				if (neededBefore.contains(name) != neededNow.contains(name)) {
					boolean needed = neededNow.contains(name);
					add(needed ? Rule.OPTIONAL_MADE_REQUIRED : Rule.REQUIRED_MADE_OPTIONAL, field,
							needed ? "has become required" : "may be absent now");
				}
			}
		}
	}

	private void add(Rule rule, String field, String what) {
		this.changes.add(new SchemaChange(rule, this.form, field, what));
	}

	private static JsonNode inlined(JsonNode schema, JsonNode root) {
		if (schema.isArray()) {
			return schema;
		}
		if (schema instanceof ObjectNode object) {
			ObjectNode whole = object.objectNode();
			if (object.has("$ref")) {
				JsonNode shared = inlined(root.at(object.path("$ref").asString("").substring(1)), root);
				whole.setAll((ObjectNode) shared);
			}
			object.properties()
				.stream()
				.filter((entry) -> !entry.getKey().startsWith("$"))
				.forEach((entry) -> whole.set(entry.getKey(), inlined(entry.getValue(), root)));
			return whole;
		}
		return schema;
	}

	private static Set<String> names(JsonNode one, JsonNode other) {
		Set<String> names = new LinkedHashSet<>(one.propertyNames());
		names.addAll(other.propertyNames());
		return names;
	}

	private static Set<String> texts(JsonNode array) {
		return array.valueStream().map((text) -> text.asString("")).collect(Collectors.toCollection(TreeSet::new));
	}

}
