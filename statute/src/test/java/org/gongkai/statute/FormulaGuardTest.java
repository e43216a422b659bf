package org.gongkai.statute;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormulaGuardTest {

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+86", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "\t甲", "＝1+1", "＋1", "－1", "＠甲",
			"﹦1", "−1", " =1", "\u3000=1", "\u00A0=1", "\"=1", "“=1”", "'=1", "''=1", "' =1", "\uFEFF=1", "\u200B=1",
			"=", " '=1" })
	void a_text_that_may_be_computed_is_marked_and_comes_back(String text) {
		assertThat(FormulaGuard.mark(text)).isEqualTo("'" + text);
		assertThat(FormulaGuard.unmark(FormulaGuard.mark(text))).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "甲", "1-1", "a=b", "'", "''", "'甲'", "“甲”=乙", "2024-03-04", "甲\n=1", "—", "《=》" })
	void other_texts_stay_as_they_are(String text) {
		assertThat(FormulaGuard.mark(text)).isEqualTo(text);
		assertThat(FormulaGuard.unmark(text)).isEqualTo(text);
	}

	@Test
	void no_two_texts_give_the_same_cell() {
		Random random = new Random(20261201);
		List<String> letters = List.of("'", "=", "-", " ", "\u3000", "\"", "甲", "\t", "＝");
		Set<String> texts = new HashSet<>();
		for (int count = 0; count < 5_000; count++) {
			StringBuilder text = new StringBuilder();
			random.ints(random.nextInt(6), 0, letters.size()).forEach((at) -> text.append(letters.get(at)));
			texts.add(text.toString());
		}
		assertThat(texts)
			.allSatisfy((text) -> assertThat(FormulaGuard.unmark(FormulaGuard.mark(text))).isEqualTo(text));
		assertThat(texts.stream().map(FormulaGuard::mark)).doesNotHaveDuplicates();
	}

}
