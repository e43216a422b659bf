package org.gongkai.log.stream;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.gongkai.events.Event;
import org.gongkai.events.EventCatalog;
import org.gongkai.events.access.Role;
import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.application.DeliveryWay;
import org.gongkai.events.application.ErasureGround;
import org.gongkai.events.disclosure.PublicationChannel;
import org.gongkai.events.report.ReportSection;
import org.gongkai.log.EventForms;
import org.gongkai.log.EventJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema of what the stream has of an event, made from its record and from what its sources say.
final class EventSchema {

	static final String IDENTIFIER = "urn:gongkai:schema:";

	/// Words that describe and that no table counts by: a follower goes on without
	/// knowing one. All others are closed.
	private static final Set<Class<?>> EXTENSIBLE = Set.of(AgencyKind.class, DeliveryWay.class, ErasureGround.class,
			PublicationChannel.class, ReportSection.class, Role.class);

	private final Map<String, ObjectNode> shared = new TreeMap<>();

	private final EventDocs docs;

	private EventSchema(EventDocs docs) {
		this.docs = docs;
	}

	/// Of all events in their newest revision, by file name.
	static Map<String, ObjectNode> all(EventForms forms) {
		EventDocs docs = EventDocs.of(Path.of("../events/src/main/java"));
		Map<String, ObjectNode> schemas = new TreeMap<>();
		for (Class<? extends Event> type : EventCatalog.types()) {
			String form = EventCatalog.nameOf(type) + ".v" + forms.revision(EventCatalog.nameOf(type));
			schemas.put(form + ".json", new EventSchema(docs).event(type, form));
		}
		return schemas;
	}

	private ObjectNode event(Class<? extends Event> type, String form) {
		ObjectNode schema = node().put("$schema", "https://json-schema.org/draft/2020-12/schema")
			.put("$id", IDENTIFIER + form);
		schema.setAll(object(type, EventCatalog.nameOf(type)));
		if (!this.shared.isEmpty()) {
			ObjectNode definitions = schema.putObject("$defs");
			this.shared.forEach(definitions::set);
		}
		return schema;
	}

	private ObjectNode object(Class<?> type, String name) {
		ObjectNode schema = node().put("title", type.getSimpleName())
			.put("description", this.docs.type(type))
			.put("type", "object");
		ObjectNode properties = schema.putObject("properties");
		List<RecordComponent> fields = Arrays.stream(type.getRecordComponents())
			.filter((field) -> !StreamData.leavesOut(name, field.getName()))
			.toList();
		fields.forEach((field) -> properties.set(field.getName(), field(type, field)));
		fields.stream()
			.filter((field) -> !field.getAnnotatedType().isAnnotationPresent(Nullable.class))
			.forEach((field) -> schema.withArray("required").add(field.getName()));
		return schema.put("additionalProperties", true);
	}

	private ObjectNode field(Class<?> type, RecordComponent field) {
		ObjectNode schema = value(field.getGenericType());
		String description = this.docs.field(type, field.getName());
		if (description != null) {
			schema.put("description", description);
		}
		else if (!schema.has("$ref")) {
			throw new IllegalStateException(type.getName() + "#" + field.getName() + " is described nowhere");
		}
		return schema;
	}

	private ObjectNode value(Type type) {
		if (type instanceof ParameterizedType of && of.getRawType() == List.class) {
			ObjectNode list = typed("array");
			list.set("items", value(of.getActualTypeArguments()[0]));
			return list;
		}
		if (type instanceof ParameterizedType of && of.getRawType() == Map.class) {
			ObjectNode map = typed("object");
			if (of.getActualTypeArguments()[0] != String.class) {
				map.set("propertyNames", value(of.getActualTypeArguments()[0]));
			}
			map.set("additionalProperties", value(of.getActualTypeArguments()[1]));
			return map;
		}
		Class<?> plain = (Class<?>) type;
		if (plain.isEnum() || plain.isRecord()) {
			return shared(plain);
		}
		return switch (plain.getSimpleName()) {
			case "String" -> typed("string");
			case "LocalDate" -> typed("string").put("format", "date");
			case "BigDecimal" -> typed("number");
			case "int", "Integer" -> typed("integer").put("format", "int32");
			case "long", "Long" -> typed("integer").put("format", "int64");
			case "boolean", "Boolean" -> typed("boolean");
			default -> throw new IllegalStateException("no schema of a " + plain.getName());
		};
	}

	private ObjectNode shared(Class<?> type) {
		String name = type.getSimpleName();
		if (!this.shared.containsKey(name)) {
			this.shared.put(name, type.isEnum() ? words(type) : object(type, ""));
		}
		return node().put("$ref", "#/$defs/" + name);
	}

	private ObjectNode words(Class<?> type) {
		List<Enum<?>> words = Arrays.stream(type.getEnumConstants()).<Enum<?>>map((word) -> (Enum<?>) word).toList();
		String meaning = words.stream()
			.map((word) -> "\n- `" + wire(word) + "`: " + this.docs.word(word))
			.collect(Collectors.joining());
		ObjectNode schema = node().put("title", type.getSimpleName())
			.put("description", this.docs.type(type) + "\n" + meaning)
			.put("type", "string");
		boolean extensible = EXTENSIBLE.contains(type);
		if (extensible) {
			schema.put("pattern", "^[a-z][a-z0-9_]*$");
		}
		words.forEach((word) -> schema.withArray(extensible ? SchemaChanges.EXTENSIBLE : "enum").add(wire(word)));
		return schema;
	}

	private static String wire(Enum<?> word) {
		return EventJson.mapper().convertValue(word, String.class);
	}

	private static ObjectNode typed(String type) {
		return node().put("type", type);
	}

	private static ObjectNode node() {
		return JsonNodeFactory.instance.objectNode();
	}

}
