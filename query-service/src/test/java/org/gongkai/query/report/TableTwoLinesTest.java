package org.gongkai.query.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.events.report.ReportContent;
import org.gongkai.events.report.TableTwoLine;
import org.gongkai.query.report.document.FormTable;
import org.gongkai.statute.report.Stock;
import org.gongkai.statute.report.TableThree;
import org.gongkai.statute.report.TableThreeForm;
import org.gongkai.statute.report.TableTwo;
import org.gongkai.statute.report.TableTwoForm;
import org.gongkai.statute.report.TableTwoRow;
import org.gongkai.statute.report.TallySums;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class TableTwoLinesTest {

	@ParameterizedTest
	@EnumSource
	void what_a_publication_fixes_is_what_the_live_table_prints(TableTwoForm form) {
		TableTwo table = table(form);
		List<TableTwoLine> lines = TableTwoLines.of(table);

		assertThat(TableTwoLines.form(lines)).isEqualTo(form);
		assertThat(lines.stream().map(TableTwoLines::asRow).toList().toString()).isEqualTo(table.asRows().toString());
		assertThat(TableTwoLines.printed(lines)).allSatisfy((item,
				numbers) -> assertThat(numbers).isEqualTo(form.columns(TableTwoRow.ofJson(item))
					.stream()
					.map((column) -> table.text(TableTwoRow.ofJson(item), column))
					.toList()));
	}

	@Test
	void an_edition_of_2020_that_was_published_in_the_columns_of_2021_is_printed_in_them_still() {
		ReportContent content = new ReportContent("某机关", TableThreeForm.FORM_2019.definition(), List.of("T"),
				TableTwoLines.of(table(TableTwoForm.FORM_2021)), TableThree.EMPTY.asMap(TableThreeForm.FORM_2019),
				IntStream.range(0, 15).mapToObj((_) -> 0).toList(), "", Map.of(), Map.of(), List.of(), List.of(), null);
		Editions.Edition edition = new Editions.Edition("T", 2020, 1, false, LocalDate.parse("2021-01-05"), 9, 10, null,
				content);

		assertThat(ReportDocuments.of(edition).table(FormTable.Table.TWO).numbers()).extracting(FormTable.Cell::text)
			.containsExactly("1", "2", "3", "60", "0", "368", "4", "0", "0", "7.50");
	}

	private static TableTwo table(TableTwoForm form) {
		TallySums tallies = TallySums.EMPTY.with(2020, TallyItem.LICENCES, 2020, BigDecimal.valueOf(4))
			.with(2020, TallyItem.FEES, 2020, new BigDecimal("7.50"))
			.with(2020, TallyItem.LICENCE_ITEMS, 2019, BigDecimal.valueOf(120))
			.with(2020, TallyItem.LICENCE_ITEMS, 2020, BigDecimal.valueOf(-3))
			.with(2020, TallyItem.PROCUREMENT_AMOUNT, 2020, new BigDecimal("25.1"));
		return new TableTwo(form, new Stock(1, 2, 3), new Stock(60, 0, 368), tallies);
	}

}
