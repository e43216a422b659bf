package org.gongkai.query.report.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.statute.report.Row;
import org.gongkai.statute.report.TableThree;

import static org.assertj.core.api.Assertions.assertThat;

class ReportFormatsProperties {

	@Property(tries = 20)
	void every_format_gives_the_numbers_of_the_json(@ForAll("reports") PublishedReport random) {
		ReportDocument report = random.document();
		List<String> numbers = ReadBack.json(DocumentFormat.JSON.render(report, FormTable.Table.THREE));

		assertThat(ReadBack.html(HtmlRenderer.render(report))).isEqualTo(numbers);
		assertThat(ReadBack.docx(DocxRenderer.render(report))).isEqualTo(numbers);
		assertThat(ReadBack.xlsx(XlsxRenderer.render(report))).isEqualTo(numbers);
		assertThat(ReadBack.pdf(PdfRenderer.render(report))).isEqualTo(numbers);
		List<String> lists = new ArrayList<>();
		report.tables().forEach((table) -> lists.addAll(ReadBack.csv(CsvRenderer.render(table))));
		assertThat(lists).isEqualTo(numbers);
	}

	@Provide
	Arbitrary<PublishedReport> reports() {
		return Combinators
			.combine(Arbitraries.integers().between(2019, 2026), counts(), tables3(), count().list().ofSize(15),
					Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(1e9)).ofScale(4))
			.as((year, counts, table3, table4, fees) -> new PublishedReport("某市人民政府", year, table2(year, counts, fees),
					table3, table4));
	}

	private static Map<String, List<String>> table2(int year, List<String> counts, BigDecimal fees) {
		Map<String, List<String>> table = new LinkedHashMap<>();
		table.put("regulations", counts.subList(0, 3));
		table.put("normative_documents", counts.subList(3, 6));
		if (year < 2021) {
			table.put("licences", counts.subList(6, 9));
			table.put("other_services", counts.subList(7, 10));
			table.put("penalties", counts.subList(9, 12));
			table.put("coercions", counts.subList(1, 4));
			table.put("fees", counts.subList(2, 4));
			table.put("procurement", List.of(counts.get(5), fees.toPlainString()));
		}
		else {
			table.put("licences", counts.subList(6, 7));
			table.put("penalties", counts.subList(7, 8));
			table.put("coercions", counts.subList(8, 9));
			table.put("fees", List.of(fees.toPlainString()));
		}
		return table;
	}

	private static Arbitrary<List<String>> counts() {
		return count().list().ofSize(12);
	}

	private static Arbitrary<String> count() {
		return Arbitraries.integers().between(0, 12_345_678).map(String::valueOf);
	}

	private static Arbitrary<TableThree> tables3() {
		return Arbitraries.integers()
			.between(0, 1_000_000)
			.list()
			.ofSize(Row.values().length * ApplicantKind.values().length)
			.map((numbers) -> {
				Map<Row, Map<ApplicantKind, Integer>> cells = new EnumMap<>(Row.class);
				for (Row row : Row.values()) {
					Map<ApplicantKind, Integer> kinds = new EnumMap<>(ApplicantKind.class);
					for (ApplicantKind kind : ApplicantKind.values()) {
						kinds.put(kind, numbers.get(row.ordinal() * ApplicantKind.values().length + kind.ordinal()));
					}
					cells.put(row, kinds);
				}
				return TableThree.of(cells);
			});
	}

}
