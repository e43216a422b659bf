package org.gongkai.log;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.gongkai.events.Event;
import org.jspecify.annotations.Nullable;

/// Events made up from their record alone.
final class SampleEvent {

	/// Texts that have a form.
	private static final Map<String, String> TEXTS = Map.of("applicationId", "430321/2024-1", "agency", "430321",
			"code", "430321", "fromAgency", "430321", "toAgency", "430321-1", "applicationNo", "2024-1");

	private SampleEvent() {
	}

	/// With every field.
	static Event full(Class<? extends Event> type) {
		return (Event) record(type, false);
	}

	/// Without the fields that may be absent.
	static Event minimal(Class<? extends Event> type) {
		return (Event) record(type, true);
	}

	/// Whether a field of it, or of a record in it, may be absent.
	static boolean mayLackFields(Class<?> type) {
		return Arrays.stream(type.getRecordComponents())
			.anyMatch((component) -> isNullable(component)
					|| component.getType().isRecord() && mayLackFields(component.getType()));
	}

	/// The names of the fields in their order.
	static List<String> fields(Class<? extends Event> type, boolean minimal) {
		return Arrays.stream(type.getRecordComponents())
			.filter((component) -> !minimal || !isNullable(component))
			.map(RecordComponent::getName)
			.toList();
	}

	private static Object record(Class<?> type, boolean minimal) {
		RecordComponent[] components = type.getRecordComponents();
		@Nullable Object[] values = Arrays.stream(components)
			.map((component) -> (minimal && isNullable(component)) ? null
					: value(component.getName(), component.getGenericType(), minimal))
			.toArray();
		try {
			Constructor<?> constructor = type.getDeclaredConstructor(
					Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
			return constructor.newInstance(values);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(type.getName(), ex);
		}
	}

	private static Object value(String name, Type type, boolean minimal) {
		if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
			return minimal ? Map.of() : Map.of(value(name, map.getActualTypeArguments()[0], false),
					value(name, map.getActualTypeArguments()[1], false));
		}
		if (type instanceof ParameterizedType list) {
			return minimal ? List.of() : List.of(value(name, list.getActualTypeArguments()[0], false));
		}
		Class<?> plain = (Class<?>) type;
		if (plain.isEnum()) {
			// no first constant, which a reader that guesses would hit too
			return plain.getEnumConstants()[plain.getEnumConstants().length - 1];
		}
		if (plain.isRecord()) {
			return record(plain, minimal);
		}
		return switch (plain.getSimpleName()) {
			case "String" -> TEXTS.getOrDefault(name, "“" + name + "”的内容");
			case "LocalDate" -> LocalDate.parse("2024-01-08");
			case "BigDecimal" -> new BigDecimal("110.50");
			case "int", "Integer" -> name.equals("year") ? 2024 : 20;
			case "long", "Long" -> 20L;
			case "boolean", "Boolean" -> true;
			default -> throw new IllegalStateException("no sample of a " + plain.getName() + " for " + name);
		};
	}

	static boolean isNullable(RecordComponent component) {
		return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
	}

}
