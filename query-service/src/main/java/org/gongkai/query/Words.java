package org.gongkai.query;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.gongkai.log.personal.BlindIndex;
import org.gongkai.log.personal.PersonalKeys;
import org.jspecify.annotations.Nullable;

/// The words of a search: each stands somewhere in a row. The database finds the rows that may have them, by the marks of
/// sealed texts; whoever opened the texts asks again.
public final class Words {

	private final List<String> words;

	private final PersonalKeys keys;

	private final String clear;

	private final String marks;

	Words(List<String> words, PersonalKeys keys, String clear, String marks) {
		this.words = words;
		this.keys = keys;
		this.clear = clear;
		this.marks = marks;
	}

	/// Whether nothing is looked for.
	public boolean isEmpty() {
		return this.words.isEmpty();
	}

	/// Adds a condition for each word.
	/// @param add takes the condition; its parameters are given to `value`
	public void addTo(java.util.function.Consumer<String> add, BiConsumer<String, Object> value) {
		if (this.words.isEmpty()) {
			return;
		}
		BlindIndex index = this.keys.index();
		for (int number = 0; number < this.words.size(); number++) {
			String word = this.words.get(number);
			Set<Integer> sought = index.marks(List.of(word));
			// one character leaves no mark: every text is opened
			add.accept(sought.isEmpty() ? "true" : "(" + this.clear + " ilike :q" + number + " or " + this.marks
					+ " @> cast(:m" + number + " as integer[]))");
			value.accept("q" + number, "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%");
			value.accept("m" + number, sought.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
		}
	}

	/// Whether every word stands in one of the texts of a row.
	public boolean areIn(@Nullable String... texts) {
		List<String> plain = Arrays.stream(texts).filter(Objects::nonNull).map(BlindIndex::plain).toList();
		return this.words.stream()
			.map(BlindIndex::plain)
			.allMatch((word) -> plain.stream().anyMatch((text) -> text.contains(word)));
	}

}
