package org.gongkai.log;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongkai.events.EventCatalog;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The words that events are stored in. A stored word is never renamed and never taken away; new ones may be added.
class VocabularyTest {

	private static final Path WORDS = Path.of("src/test/resources/vocabulary.txt");

	@Test
	void every_word_that_may_be_stored_is_written_down_and_still_understood() throws IOException {
		String words = EventCatalog.types()
			.stream()
			.flatMap(VocabularyTest::enums)
			.distinct()
			.sorted(Comparator.comparing(Class::getSimpleName))
			.map((type) -> type.getSimpleName() + ": "
					+ Arrays.stream(type.getEnumConstants())
						.map((word) -> EventJson.mapper().convertValue(word, String.class))
						.collect(Collectors.joining(" "))
					+ "\n")
			.collect(Collectors.joining());
		if (Boolean.getBoolean("gongkai.renew") && !Files.exists(WORDS)) {
			Files.writeString(WORDS, words);
		}

		assertThat(words).as("words may be added here and in %s; none may be lost", WORDS)
			.isEqualTo(Files.readString(WORDS));
	}

	private static Stream<Class<?>> enums(Type type) {
		if (type instanceof ParameterizedType list) {
			return enums(list.getActualTypeArguments()[0]);
		}
		Class<?> plain = (Class<?>) type;
		return plain.isRecord() ? Arrays.stream(plain.getRecordComponents())
			.map(RecordComponent::getGenericType)
			.flatMap(VocabularyTest::enums) : plain.isEnum() ? Stream.of(plain) : Stream.of();
	}

}
