package org.gongkai.query;

import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/// Reads the vocabulary by its names on the wire; an empty field of a form is no condition.
@SuppressWarnings("rawtypes")
final class WireNames implements ConverterFactory<String, Enum> {

	@Override
	public <T extends Enum> Converter<String, @Nullable T> getConverter(Class<T> type) {
		return (name) -> name.isBlank() ? null : constant(type, name);
	}

	@SuppressWarnings("unchecked")
	private static <T extends Enum> T constant(Class<T> type, String name) {
		return (T) Stored.constant(type.asSubclass(Enum.class), name.strip());
	}

}
