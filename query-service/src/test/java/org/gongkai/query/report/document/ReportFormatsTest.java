package org.gongkai.query.report.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReportFormatsTest {

	static final List<String> FILES = PublishedReport.FILES;

	@ParameterizedTest
	@FieldSource("FILES")
	void every_format_of_a_published_report_gives_the_numbers_of_its_json(String file) {
		ReportDocument report = PublishedReport.read(file).document();
		List<String> numbers = ReadBack.json(render(report, DocumentFormat.JSON));

		assertThat(numbers).hasSizeGreaterThan(180);
		assertThat(ReadBack.html(render(report, DocumentFormat.HTML))).isEqualTo(numbers);
		assertThat(ReadBack.docx(render(report, DocumentFormat.DOCX))).isEqualTo(numbers);
		assertThat(ReadBack.xlsx(render(report, DocumentFormat.XLSX))).isEqualTo(numbers);
		assertThat(ReadBack.pdf(render(report, DocumentFormat.PDF))).isEqualTo(numbers);
		List<String> lists = new ArrayList<>();
		Stream.of(FormTable.Table.values())
			.forEach((table) -> lists.addAll(ReadBack.csv(DocumentFormat.CSV.render(report, table))));
		assertThat(lists).isEqualTo(numbers);
	}

	@ParameterizedTest
	@EnumSource(DocumentFormat.class)
	void the_same_report_gives_the_same_bytes(DocumentFormat format) {
		ReportDocument report = withAnnexes();

		assertThat(render(report, format)).isEqualTo(render(withAnnexes(), format));
	}

	@Test
	void html_heads_its_cells_and_says_what_each_number_is() {
		Document html = Jsoup
			.parse(new String(render(PublishedReport.read("suqian_city_2024").document(), DocumentFormat.HTML),
					StandardCharsets.UTF_8));

		assertThat(html.selectFirst("html").attr("lang")).isEqualTo("zh-CN");
		assertThat(html.select("script, link, img")).isEmpty();
		assertThat(html.select("h2").eachText()).containsExactly("一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
				"四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项");
		assertThat(html.select("table > caption")).hasSize(3);
		assertThat(html.select("th:not([scope])")).isEmpty();
		assertThat(html.selectFirst("[data-table=table3] td[data-row=denied_7][data-column=business]").text())
			.isEqualTo("2");
		assertThat(html.selectFirst("[data-table=table2] td[data-row=fees][data-column=amountWanYuan]").text())
			.isEqualTo("72701.2578");
		assertThat(html.selectFirst("[data-table=table4] td[data-row=after_review][data-column=pending]").text())
			.isEqualTo("13");
		Element results = html.selectFirst("[data-table=table3] th[scope=rowgroup]");
		assertThat(results.text() + results.attr("rowspan")).isEqualTo("三、本年度办理结果22");
		assertThat(html.select("footer").text()).contains("日志第4711位", "2025年1月20日", "5e5e");
	}

	@Test
	void words_that_mean_something_in_html_are_only_words() {
		ReportDocument report = text("<b>甲&乙</b> \"丙\"\u0007");

		assertThat(Jsoup.parse(new String(render(report, DocumentFormat.HTML), StandardCharsets.UTF_8))
			.selectFirst("section p")
			.text()).isEqualTo("<b>甲&乙</b> \"丙\"");
	}

	@Test
	void no_text_of_a_report_is_a_formula_in_a_spreadsheet() throws IOException {
		FormTable form = PublishedReport.read("suqian_city_2024").document().table(FormTable.Table.FOUR);
		FormTable.Name row = new FormTable.Name("filed", "＝1+1");
		FormTable.Name column = new FormTable.Name("total", "@SUM(1)");
		FormTable table = new FormTable(form.table(), " =1+1", List.of(1, 1, 1, 1),
				List.of(List.of(FormTable.Cell.columnHead("-甲", 1, 4))),
				List.of(List.of(FormTable.Cell.number("-1", 1, row, column),
						FormTable.Cell.number("-2.50", 1, row, new FormTable.Name("other", "乙")),
						FormTable.Cell.note("+1", 1, 1), FormTable.Cell.rowHead("\t=1", 1, 1))),
				List.of("\r=1"));
		ReportDocument report = new ReportDocument("=cmd|' /c calc'!A1", 2024,
				List.of(ReportSection.DISPUTES.with(List.of(), List.of(table))),
				new ReportDocument.Footer(1, "某文件", 1, null), Map.of(), List.of());

		assertThat(new String(CsvRenderer.render(table), StandardCharsets.UTF_8))
			.isEqualTo("\uFEFF行,项目,'@SUM(1),乙\r\nfiled,\"'＝1+1\",-1,-2.50\r\n");
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(render(report, DocumentFormat.XLSX)))) {
			List<String> texts = new ArrayList<>();
			List<Double> numbers = new ArrayList<>();
			workbook.getSheetAt(0).forEach((line) -> line.forEach((cell) -> {
				switch (cell.getCellType()) {
					case STRING -> texts.add(cell.getStringCellValue());
					case NUMERIC -> numbers.add(cell.getNumericCellValue());
					default -> assertThat(cell.getCellType()).isEqualTo(CellType.BLANK);
				}
			}));
			assertThat(numbers).containsExactly(-1.0, -2.5);
			assertThat(texts).hasSize(6).allMatch((text) -> text.startsWith("'")).anyMatch("'\t=1"::equals);
		}
	}

	@Test
	void a_section_without_text_and_table_says_so() {
		assertThat(new String(render(text(), DocumentFormat.HTML), StandardCharsets.UTF_8)).contains("（本部分尚未填报）");
		assertThat(ReadBack.pdfWords(render(text(), DocumentFormat.PDF))).extracting(ReadBack.Word::text)
			.contains("（本部分尚未填报）");
	}

	@Test
	void the_pdf_prints_rare_characters_of_names_and_refuses_what_its_font_lacks() {
		ReportDocument rare = text("佳县螅镇、𬒈珺、龘、丄、㎡以外");

		assertThatExceptionOfType(Refused.class).isThrownBy(() -> render(text("表情😀与𪚥"), DocumentFormat.PDF))
			.satisfies((refused) -> assertThat(refused.rule()).isEqualTo(Rule.NO_GLYPH))
			.withMessageContaining("U+1F600")
			.withMessageContaining("U+2A6A5");
		assertThat(ReadBack.pdfWords(render(rare, DocumentFormat.PDF))).extracting(ReadBack.Word::text)
			.contains("佳县螅镇、𬒈珺、龘、丄、㎡以外");
	}

	@Test
	void the_pdf_repeats_the_head_of_a_table_that_is_longer_than_a_page() {
		FormTable form = PublishedReport.read("suqian_city_2024").document().table(FormTable.Table.THREE);
		List<List<FormTable.Cell>> body = new ArrayList<>();
		Stream.generate(form::body).limit(5).forEach(body::addAll);
		FormTable table = new FormTable(form.table(), form.caption(), form.widths(), form.head(), body, List.of());
		ReportDocument report = new ReportDocument("某机关", 2024,
				List.of(ReportSection.APPLICATIONS.with(List.of("甲".repeat(2000)), List.of(table))),
				new ReportDocument.Footer(1, "某文件", 1, null), Map.of(), List.of());

		List<ReadBack.Word> words = ReadBack.pdfWords(render(report, DocumentFormat.PDF));

		List<Integer> pagesWithNumbers = words.stream()
			.filter((word) -> ReadBack.NUMBER.matcher(word.text()).matches())
			.map(ReadBack.Word::page)
			.distinct()
			.toList();
		assertThat(pagesWithNumbers).hasSizeGreaterThan(3);
		assertThat(words.stream().filter((word) -> word.text().equals("自然人")).map(ReadBack.Word::page).toList())
			.isEqualTo(pagesWithNumbers);
		assertThat(words.stream().filter((word) -> ReadBack.NUMBER.matcher(word.text()).matches())).hasSize(5 * 25 * 7);
		assertThat(words).extracting(ReadBack.Word::text).contains("— 1 —", "— 4 —");
	}

	static ReportDocument withAnnexes() {
		return PublishedReport.read("suqian_city_2024").document().with(PublishedReport.documents().toList());
	}

	private static ReportDocument text(String... paragraphs) {
		return new ReportDocument("某机关", 2024, List.of(ReportSection.OVERVIEW.with(List.of(paragraphs), List.of())),
				new ReportDocument.Footer(1, "国办公开办函〔2021〕30号", 1, null), Map.of(), List.of());
	}

	private static byte[] render(ReportDocument report, DocumentFormat format) {
		return format.render(report, FormTable.Table.THREE);
	}

}
