package org.gongkai.log;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.gongkai.events.Event;
import org.gongkai.events.EventCatalog;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/// The written form of events and of their circumstances, and the one JSON that the product speaks.
public final class EventJson {

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	private static final JsonMapper MAPPER = mapperBuilder().build();

	private EventJson() {
	}

	/// Dates as ISO text, enums in lower case, absent values left out, unknown fields
	/// refused, nesting and sizes bounded.
	public static JsonMapper mapper() {
		return MAPPER;
	}

	/// The settings of [#mapper()], for a framework that builds its own mapper.
	public static JsonMapper.Builder mapperBuilder() {
		StreamReadConstraints bounds = StreamReadConstraints.builder()
			.maxNestingDepth(50)
			.maxStringLength(1 << 20)
			.maxNumberLength(100)
			.build();
		return configure(JsonMapper.builder(JsonFactory.builder().streamReadConstraints(bounds).build()));
	}

	/// Applies the product's settings to a builder.
	public static JsonMapper.Builder configure(JsonMapper.Builder builder) {
		return builder.enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
			.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
			.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
			.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
			.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			// an amount of money keeps its digits, also where a text is only passed
			// through
			.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
			.disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
			.disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
			.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
			.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
	}

	/// The stored text of an event.
	public static String write(Event event) {
		return MAPPER.writeValueAsString(event);
	}

	/// The event of a text in its newest form ([EventForms]).
	/// @param name the event's name in the [EventCatalog]
	public static Event read(String name, String json) {
		return MAPPER.readValue(json, EventCatalog.typeOf(name));
	}

	static Map<String, String> texts(String json) {
		return MAPPER.readValue(json, TEXTS);
	}

}
