package org.gongkai.statute.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TableFourTest {

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			# published by  | review             | direct          | after review
			宿迁市 2023        | 309 17 88 26 440   | 1 1 16 6 24     | 13 0 67 9 89
			宿迁市 2024        | 88 18 28 36 170    | 7 0 11 7 25     | 33 0 6 13 52
			上海市政府办公厅 2019   | 5 0 0 2 7          | 8 0 0 1 9       | 0 0 0 0 0
			洪泽区 2024        | 1 1 0 0 2          | 1 0 0 0 1       | 2 0 1 0 3
			沭阳县发改局 2023     | 0 0 0 1 1          | 0 0 0 0 0       | 0 0 0 0 0
			""")
	void the_totals_of_a_published_table_are_computed_to_the_digit(String office, String review, String direct,
			String afterReview) {
		List<Integer> published = numbers(review + " " + direct + " " + afterReview);
		assertThat(TableFour.parse(published).cells()).as(office).isEqualTo(published);
	}

	@Test
	void a_published_total_that_does_not_add_up_is_not_taken_over() {
		TableFour table = TableFour.parse(numbers("10 1 0 0 0 0 0 0 0 0 5 0 0 0 0"));
		assertThat(table.cells()).isEqualTo(numbers("10 1 0 0 11 0 0 0 0 0 5 0 0 0 5"));
	}

	@Test
	void disputes_are_added_where_they_are_counted() {
		TableFour table = TableFour.EMPTY.add(DisputeBlock.AFTER_REVIEW, DisputeResult.PENDING, 2)
			.add(DisputeBlock.AFTER_REVIEW, DisputeResult.UPHELD, 1);
		assertThat(table.get(DisputeBlock.AFTER_REVIEW, DisputeResult.TOTAL)).isEqualTo(3);
		assertThat(table.plus(table).cells()).isEqualTo(numbers("0 0 0 0 0 0 0 0 0 0 2 0 0 4 6"));
		assertThat(table).isEqualTo(TableFour.parse(table.cells())).hasSameHashCodeAs(TableFour.parse(table.cells()));
		assertThatIllegalArgumentException().isThrownBy(() -> table.add(DisputeBlock.REVIEW, DisputeResult.TOTAL, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> table.add(DisputeBlock.REVIEW, DisputeResult.UPHELD, -1));
		assertThatIllegalArgumentException().isThrownBy(() -> TableFour.parse(List.of(1, 2)));
	}

	@Test
	void a_published_blank_is_nothing() {
		assertThat(TableFour.parse(Arrays.asList(new Integer[15]))).isEqualTo(TableFour.EMPTY);
	}

	@Test
	void the_form_reads_as_printed_and_its_cells_have_names() {
		assertThat(Stream.of(DisputeBlock.values()).map(DisputeBlock::label)).containsExactly("行政复议", "未经复议直接起诉",
				"复议后起诉");
		assertThat(Stream.of(DisputeResult.values()).map(DisputeResult::label)).containsExactly("结果维持", "结果纠正", "其他结果",
				"尚未审结", "总计");
		assertThat(DisputeBlock.ofJson("after_review")).isEqualTo(DisputeBlock.AFTER_REVIEW);
		assertThat(DisputeResult.ofJson("pending")).isEqualTo(DisputeResult.PENDING);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> DisputeBlock.ofJson("appeal"))
			.matches((refused) -> refused.rule() == Rule.UNKNOWN_CELL);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> DisputeResult.ofJson("lost"))
			.matches((refused) -> refused.rule() == Rule.UNKNOWN_CELL);
	}

	private static List<Integer> numbers(String cells) {
		return Arrays.stream(cells.split(" +")).map(Integer::valueOf).toList();
	}

}
