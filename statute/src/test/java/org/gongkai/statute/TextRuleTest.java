package org.gongkai.statute;

import java.util.function.BiConsumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class TextRuleTest {

	@ParameterizedTest
	@ValueSource(strings = { "国办发〔2024〕1号", "二〇二四年", "《某办法》", "阿不都·克里木", "ＡＢＣ１２３，（甲）", "王　芳", "𠮷野", "𮧵𰀀𱍐",
			"欧阳\uE000", "a b", "Ⅳ①㈠", "№ 3", "～—…", "ཀྵ", "ئۇيغۇر", "😀" })
	void what_offices_type_is_taken_as_it_is(String text) {
		assertThat(TextRule.read("name", text)).isSameAs(text);
		TextRule.requireName("name", text);
		TextRule.requireText("name", text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "葛\uDB40\uDD00城", "葛\uFE00", "ᠮᠣᠩ\u180Bᠭᠣᠯ", "क\u094D\u200Dष" })
	void a_name_may_choose_the_shape_of_a_letter_and_a_number_may_not(String text) {
		TextRule.requireName("name", TextRule.read("name", text));

		refused(TextRule::requireNumber, text, Rule.TEXT_INVISIBLE);
	}

	@ParameterizedTest
	@CsvSource({ "'e\u0301','é'", "'\u1112\u1161\u11AB','한'", "'\u212B','Å'", "'\uFA0C','兀'", "'か\u3099','が'" })
	void a_text_is_normalised(String typed, String read) {
		assertThat(TextRule.read("name", typed)).isEqualTo(read);
		assertThat(TextRule.isRead(typed)).isFalse();
		assertThat(TextRule.isRead(read)).isTrue();
	}

	@Test
	void every_line_break_is_a_line_feed() {
		assertThat(TextRule.read("text", "甲\r\n乙\r丙\n丁\u000B戊\f己\u0085庚\u2028辛\u2029壬\t癸"))
			.isEqualTo("甲\n乙\n丙\n丁\n戊\n己\n庚\n辛\n壬\t癸");
		refused(TextRule::requireName, "甲\n乙", Rule.TEXT_CONTROL);
		refused(TextRule::requireNumber, "甲\t乙", Rule.TEXT_CONTROL);
		assertThatNoException().isThrownBy(() -> TextRule.requireText("text", "甲\n\t乙"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xFFFD })
	void what_is_no_character_is_refused(int letter) {
		refused(TextRule::read, "甲" + Character.toString(letter) + "乙", Rule.TEXT_ENCODING);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 7, 8, 0x0E, 0x1B, 0x1F, 0x7F, 0x80, 0x9F })
	void control_characters_are_refused(int letter) {
		refused(TextRule::read, "甲" + Character.toString(letter), Rule.TEXT_CONTROL);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0x00AD, 0x061C, 0x200B, 0x200E, 0x200F, 0x202A, 0x202E, 0x2060, 0x2064, 0x2066, 0x2069,
			0xFEFF, 0xFFF9, 0xE0001, 0xE0041, 0x3164, 0x115F, 0x2800, 0x034F })
	void what_cannot_be_seen_is_refused_in_names_and_numbers(int letter) {
		String text = "甲" + Character.toString(letter) + "乙";

		refused(TextRule::requireName, TextRule.read("name", text), Rule.TEXT_INVISIBLE);
		refused(TextRule::requireNumber, TextRule.read("name", text), Rule.TEXT_INVISIBLE);
		assertThat(TextRule.isBlank(Character.toString(letter) + " ")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0x00A0, 0x2003, 0x202F, 0x205F, 0x3000 })
	void a_number_has_no_unusual_blanks_and_a_name_may(int letter) {
		refused(TextRule::requireNumber, "甲" + Character.toString(letter) + "1", Rule.TEXT_INVISIBLE);
		TextRule.requireName("name", "甲" + Character.toString(letter) + "1");
	}

	@Test
	void a_long_text_may_mark_the_direction_and_not_turn_what_follows() {
		TextRule.requireText("text", "a\u200Eb\u200Fc\u200Bd\uFEFF");

		refused(TextRule::requireText, "a\u202Eb", Rule.TEXT_INVISIBLE);
		refused(TextRule::requireText, "a\u2067b", Rule.TEXT_INVISIBLE);
	}

	@Test
	void a_letter_under_a_million_marks_is_refused_before_they_are_sorted() {
		String marks = "\u0316\u0301".repeat(250_000);

		assertThat(TextRule.read("name", "甲" + "\u0301\u0316".repeat(15))).startsWith("甲\u0316");
		refused(TextRule::read, "甲" + marks, Rule.TEXT_MARKS);
	}

	@Test
	void a_text_is_as_long_as_it_has_characters() {
		assertThat(TextRule.length("𠮷𠮷甲")).isEqualTo(3);
	}

	@Test
	void the_sentence_names_the_character_and_not_the_text() {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> TextRule.requireName("personal.name", "张\u200B三"))
			.withMessage("personal.name has the invisible character U+200B at character 1")
			.satisfies((refused) -> assertThat(refused.field()).isEqualTo("personal.name"));
	}

	private static void refused(BiConsumer<String, String> check, String text, Rule rule) {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> check.accept("name", text))
			.satisfies((refused) -> assertThat(refused.rule()).isEqualTo(rule));
	}

}
