package org.gongkai.log.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.gongkai.log.EventJson;
import org.gongkai.log.stream.SchemaChange.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/// Changes of a schema by hand, each judged by its rule.
class SchemaChangesTest {

	private static final String FILE = "application.Example.v1.json";

	private static final String PUBLISHED = """
			{
			  "$id": "urn:gongkai:schema:application.Example.v1",
			  "title": "Example",
			  "description": "例",
			  "type": "object",
			  "properties": {
			    "id": { "type": "string" },
			    "madeOn": { "type": "string", "format": "date", "description": "the day" },
			    "count": { "type": "integer", "format": "int32" },
			    "remark": { "type": "string" },
			    "kind": { "$ref": "#/$defs/Kind", "description": "the column" },
			    "way": { "$ref": "#/$defs/Way" },
			    "parts": { "type": "array", "items": { "$ref": "#/$defs/Part" } },
			    "texts": { "type": "object", "propertyNames": { "$ref": "#/$defs/Way" },
			               "additionalProperties": { "type": "string" } }
			  },
			  "required": [ "id", "madeOn", "count", "kind", "parts" ],
			  "additionalProperties": true,
			  "$defs": {
			    "Kind": { "type": "string", "enum": [ "one", "two" ] },
			    "Part": { "type": "object", "properties": { "kind": { "$ref": "#/$defs/Kind" }, "note": { "type": "string" } },
			              "required": [ "kind" ], "additionalProperties": true },
			    "Way": { "type": "string", "pattern": "^[a-z]+$", "x-extensible-enum": [ "post", "hand" ] }
			  }
			}""";

	@TempDir
	private Path folder;

	@BeforeEach
	void publish() throws IOException {
		Files.writeString(this.folder.resolve(FILE), Contract.text(schema()));
	}

	@Test
	void what_did_not_change_has_no_change() {
		assertThat(SchemaChanges.between("application.Example.v1", schema(), schema())).isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void a_change_is_judged_by_its_rule(String what, Rule rule, String field, Consumer<ObjectNode> change) {
		ObjectNode now = schema();
		change.accept(now);

		assertThat(SchemaChanges.between("application.Example.v1", schema(), now)).as(what)
			.extracting(SchemaChange::rule, SchemaChange::field)
			.contains(tuple(rule, field));
		assertThat(SchemaChanges.between("application.Example.v1", schema(), now)).allMatch((one) -> one
			.compatible() == one.rule().name().matches("EVENT_ADDED|OPTIONAL_ADDED|WORD_ADDED|REWORDED"));
	}

	static Stream<Arguments> a_change_is_judged_by_its_rule() {
		return Stream.of(change("a required field is gone", Rule.FIELD_REMOVED, "count", (now) -> {
			fields(now).remove("count");
			unneeded(now, "count");
		}), change("an optional field is gone", Rule.FIELD_REMOVED, "remark", (now) -> fields(now).remove("remark")),
				change("an optional field is renamed", Rule.FIELD_REMOVED, "remark",
						(now) -> fields(now).set("comment", fields(now).remove("remark"))),
				change("a field within a list is gone", Rule.FIELD_REMOVED, "parts[].note",
						(now) -> ((ObjectNode) now.at("/$defs/Part/properties")).remove("note")),
				change("a number becomes a text", Rule.TYPE_CHANGED, "count",
						(now) -> fields(now).withObject("count").put("type", "string")),
				change("a number grows", Rule.TYPE_CHANGED, "count",
						(now) -> fields(now).withObject("count").put("format", "int64")),
				change("a day becomes any text", Rule.TYPE_CHANGED, "madeOn",
						(now) -> fields(now).withObject("madeOn").remove("format")),
				change("a text becomes a list of texts", Rule.TYPE_CHANGED, "remark", (now) -> {
					ObjectNode list = fields(now).putObject("remark").put("type", "array");
					list.putObject("items").put("type", "string");
				}),
				change("the texts of a map become numbers", Rule.TYPE_CHANGED, "texts{additionalProperties}",
						(now) -> ((ObjectNode) now.at("/properties/texts/additionalProperties")).put("type",
								"integer")),
				change("a text may only be a word", Rule.TYPE_CHANGED, "remark",
						(now) -> fields(now).withObject("remark").putArray("enum").add("one")),
				change("a closed list of words opens", Rule.TYPE_CHANGED, "kind", (now) -> {
					ObjectNode kind = (ObjectNode) now.at("/$defs/Kind");
					kind.set(SchemaChanges.EXTENSIBLE, kind.remove("enum"));
				}),
				change("a text is bounded", Rule.TYPE_CHANGED, "remark",
						(now) -> fields(now).withObject("remark").put("maxLength", 10)),
				change("a closed word is gone", Rule.WORD_REMOVED, "kind",
						(now) -> ((ArrayNode) now.at("/$defs/Kind/enum")).remove(1)),
				change("a word is gone where others may come", Rule.WORD_REMOVED, "way",
						(now) -> ((ArrayNode) now.at("/$defs/Way/x-extensible-enum")).remove(0)),
				change("a word is renamed", Rule.WORD_REMOVED, "parts[].kind",
						(now) -> ((ArrayNode) now.at("/$defs/Kind/enum")).set(1, "second")),
				change("a closed word is added", Rule.CLOSED_WORD_ADDED, "kind",
						(now) -> ((ArrayNode) now.at("/$defs/Kind/enum")).add("three")),
				change("an optional field becomes required", Rule.OPTIONAL_MADE_REQUIRED, "remark",
						(now) -> now.withArray("required").add("remark")),
				change("a required field becomes optional", Rule.REQUIRED_MADE_OPTIONAL, "count",
						(now) -> unneeded(now, "count")),
				change("a required field is added", Rule.REQUIRED_ADDED, "added", (now) -> {
					fields(now).putObject("added").put("type", "string");
					now.withArray("required").add("added");
				}),
				change("additional fields are refused", Rule.ADDITIONS_REFUSED, "",
						(now) -> now.put("additionalProperties", false)),
				change("additional fields are refused within", Rule.ADDITIONS_REFUSED, "parts[]",
						(now) -> ((ObjectNode) now.at("/$defs/Part")).put("additionalProperties", false)),
				change("an optional field is added", Rule.OPTIONAL_ADDED, "added",
						(now) -> fields(now).putObject("added").put("type", "string")),
				change("an optional field is added within", Rule.OPTIONAL_ADDED, "parts[].added",
						(now) -> ((ObjectNode) now.at("/$defs/Part/properties")).putObject("added")
							.put("type", "string")),
				change("a word is added where others may come", Rule.WORD_ADDED, "way",
						(now) -> ((ArrayNode) now.at("/$defs/Way/x-extensible-enum")).add("drone")),
				change("a description is put better", Rule.REWORDED, "",
						(now) -> fields(now).withObject("madeOn").put("description", "the day of making")),
				change("a definition is written where it is used", Rule.REWORDED, "",
						(now) -> fields(now).set("way", now.at("/$defs/Way"))));
	}

	@ParameterizedTest
	@EnumSource(Rule.class)
	void the_page_says_each_rule(Rule rule) throws IOException {
		assertThat(Files.readString(ContractTest.FOLDER.resolve("evolution.md"))).containsIgnoringCase(rule.sentence());
	}

	@Test
	void renewing_writes_what_is_compatible_and_new() throws IOException {
		ObjectNode now = schema();
		fields(now).putObject("added").put("type", "string");

		contract().renew(Map.of(FILE, now, "application.Other.v1.json", schema()));

		assertThat(Files.readString(this.folder.resolve(FILE))).isEqualTo(Contract.text(now));
		assertThat(this.folder.resolve("application.Other.v1.json")).exists();
		assertThat(contract().changes(Map.of(FILE, now, "application.Other.v1.json", schema()))).isEmpty();
	}

	@Test
	void renewing_writes_nothing_over_what_followers_would_break_by() throws IOException {
		ObjectNode now = schema();
		fields(now).set("comment", fields(now).remove("remark"));

		assertThatThrownBy(() -> contract().renew(Map.of(FILE, now, "application.Other.v1.json", schema())))
			.isInstanceOf(IllegalStateException.class)
			.hasMessageContaining(
					"application.Example.v1 remark: is gone (a field is never removed and never renamed)");
		assertThat(Files.readString(this.folder.resolve(FILE))).isEqualTo(Contract.text(schema()));
		assertThat(this.folder.resolve("application.Other.v1.json")).doesNotExist();
	}

	@Test
	void an_event_that_is_gone_was_published_all_the_same() throws IOException {
		assertThat(contract().changes(Map.of("application.Other.v1.json", schema())))
			.extracting(SchemaChange::rule, SchemaChange::form)
			.containsExactly(tuple(Rule.EVENT_ADDED, "application.Other.v1"),
					tuple(Rule.EVENT_REMOVED, "application.Example.v1"));
	}

	@Test
	void a_new_revision_may_be_anything_and_leaves_the_older_one_published() throws IOException {
		ObjectNode second = EventJson.mapper().createObjectNode().put("type", "object");

		contract().renew(Map.of("application.Example.v2.json", second));

		assertThat(Files.readString(this.folder.resolve(FILE))).isEqualTo(Contract.text(schema()));
		assertThat(contract().changes(Map.of("application.Example.v2.json", second))).isEmpty();
		Files.delete(this.folder.resolve(FILE));
		assertThat(contract().changes(Map.of("application.Example.v2.json", second))).extracting(SchemaChange::rule)
			.containsExactly(Rule.EVENT_REMOVED);
	}

	private Contract contract() {
		return new Contract(this.folder);
	}

	private static Arguments change(String what, Rule rule, String field, Consumer<ObjectNode> change) {
		return arguments(what, rule, field, change);
	}

	private static ObjectNode schema() {
		return (ObjectNode) EventJson.mapper().readTree(PUBLISHED);
	}

	private static ObjectNode fields(ObjectNode schema) {
		return schema.withObject("/properties");
	}

	private static void unneeded(ObjectNode schema, String field) {
		List<String> needed = schema.path("required").valueStream().map((name) -> name.asString("")).toList();
		ArrayNode kept = schema.putArray("required");
		needed.stream().filter((name) -> !name.equals(field)).forEach(kept::add);
	}

}
