package org.gongkai.query.report.document;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LineBreakerTest {

	/// Latin letters are half as wide as Chinese characters.
	private final LineBreaker breaker = new LineBreaker((character) -> (character < 0x100) ? 0.5 : 1);

	@Test
	void a_closing_mark_never_begins_a_line() {
		assertThat(this.breaker.lines("政府信息公开，依法办理。", 0, 6)).containsExactly("政府信息公", "开，依法办", "理。");
		assertThat(this.breaker.lines("《条例》（第一号）。", 0, 4)).containsExactly("《条例》", "（第一", "号）。");
	}

	@Test
	void an_opening_mark_never_ends_a_line() {
		assertThat(this.breaker.lines("根据条例（以下", 0, 5)).containsExactly("根据条例", "（以下");
	}

	@Test
	void words_and_numbers_stay_whole() {
		assertThat(this.breaker.lines("收费12345.67万元", 0, 5)).containsExactly("收费", "12345.67万", "元");
		assertThat(this.breaker.lines("in the year", 0, 4)).containsExactly("in the", "year");
		assertThat(this.breaker.lines("……——甲", 0, 3)).containsExactly("……", "——甲");
	}

	@Test
	void the_first_line_is_indented() {
		assertThat(this.breaker.lines("一二三四五六七八", 2, 5)).containsExactly("一二三", "四五六七八");
	}

	@Test
	void what_is_longer_than_a_line_is_cut() {
		assertThat(this.breaker.lines("abcdefgh", 0, 2)).containsExactly("abcd", "efgh");
		assertThat(this.breaker.lines("。。。", 0, 1)).containsExactly("。", "。", "。");
		assertThat(this.breaker.lines("甲", 0, 0.5)).containsExactly("甲");
		assertThat(this.breaker.lines("", 0, 5)).containsExactly("");
	}

	@Property
	void nothing_is_lost_and_no_line_is_too_wide(
			@ForAll @StringLength(max = 60) @CharRange(from = '一',
					to = '十') @Chars({ '，', '。', '（', '）', 'a', '1', '—' }) String text,
			@ForAll @IntRange(min = 1, max = 12) int room) {
		List<String> lines = this.breaker.lines(text, 0, room);

		assertThat(String.join("", lines)).isEqualTo(text);
		assertThat(lines).allMatch((line) -> this.breaker.width(line) <= room);
	}

}
