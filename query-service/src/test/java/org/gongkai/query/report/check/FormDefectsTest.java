package org.gongkai.query.report.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.assertj.core.groups.Tuple;
import org.gongkai.query.report.published.Place;
import org.gongkai.query.report.published.PrintedReport;
import org.gongkai.query.report.published.Printer;
import org.gongkai.query.report.published.Published;
import org.gongkai.query.report.published.Section;
import org.gongkai.query.report.published.Sheet;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormDefectsTest {

	private static final Place PENALTIES = new Place(Place.Table.TWO, "penalties", "decisions");

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource(Printer.class)
	void a_report_in_good_form_has_no_finding_in_any_format(Printer printer) {
		assertThat(findings(sheet(), printer)).isEmpty();
	}

	@Test
	void a_unit_inside_a_cell_is_a_warning_in_that_cell() {
		assertThat(one(sheet().with(PENALTIES, "13件"), "unit")).satisfies((finding) -> {
			assertThat(List.of(finding.table(), finding.row(), finding.column(), finding.expected(), finding.found()))
				.isEqualTo(List.of("table2", "penalties", "decisions", "13", "13件"));
		});
	}

	@Test
	void a_stroke_or_a_blank_for_zero_is_a_warning() {
		Sheet strokes = sheet();
		Stream.of("made", "repealed", "inForce")
			.forEach((column) -> strokes.with(new Place(Place.Table.TWO, "regulations", column), "/"));

		assertThat(one(strokes, "stroke").row()).isEqualTo("regulations");
		assertThat(one(sheet().with(PENALTIES, ""), "blank").row()).isEqualTo("penalties");
	}

	@Test
	void blank_columns_of_organisations_are_one_warning_each() {
		Sheet sheet = sheet();
		for (Row row : Row.values()) {
			if (row != Row.OTHER_AGGREGATE) {
				Stream.of(Column.values())
					.filter(Column::isOrganisation)
					.forEach((column) -> sheet.with(Place.of(row, column), ""));
			}
		}

		assertThat(findings(sheet, Printer.HTML)).extracting(Finding::rule, Finding::column)
			.containsExactlyElementsOf(Stream.of(Column.values())
				.filter(Column::isOrganisation)
				.map((column) -> Tuple.tuple("blank", column.jsonName()))
				.toList());
	}

	@Test
	void a_cut_heading_is_a_warning() {
		assertThat(one(sheet().headed(Section.DISPUTES, "政府信息公开行政复议、行政诉讼情"), "cut-heading").expected())
			.isEqualTo(Section.DISPUTES.heading());
		assertThat(one(sheet().with("现行有效件数", "现行有效件"), "cut-heading").column()).isEqualTo("inForce");
		assertThat(one(sheet().with("现行有效件数", "现行有效件数（历史累计）"), "other-heading").column()).isEqualTo("inForce");
	}

	@Test
	void lost_words_of_rows_and_blocks_are_warnings_and_the_cells_are_still_read() {
		assertThat(one(sheet().with("规章", ""), "lost-label").row()).isEqualTo("regulations");
		assertThat(one(sheet().with("第二十条第（一）项", "第二十条第"), "lost-label").table()).isEqualTo("table2");
	}

	@Test
	void a_row_that_is_not_printed_is_a_warning() {
		assertThat(one(sheet().without(Row.DENIED_3), "missing-row").row()).isEqualTo("denied_3");
	}

	@Test
	void the_form_of_2019_in_a_later_year_is_a_warning() {
		Sheet old = new Sheet(Published.SHANGHAI_GO_2019.report()).titled("某市人民政府办公厅2022年政府信息公开工作年度报告");

		assertThat(findings(old, Printer.HTML)).filteredOn((finding) -> finding.rule().equals("old-form"))
			.extracting(Finding::table)
			.containsExactly("table2", "table3");
		assertThat(one(sheet().saying(Section.OTHER, "依据国办公开办函〔2019〕60号编制，未收取信息处理费。"), "old-form").found())
			.contains("60号");
	}

	@Test
	void a_garbled_title_is_a_warning() {
		assertThat(findings(sheet().titled("湘潭县河口镇政府信息公开 工作告年度报"), Printer.TEXT)).extracting(Finding::rule)
			.containsExactly("no-title");
	}

	@Test
	void another_year_in_a_sentence_or_in_the_path_is_a_warning() throws Exception {
		Path other = Files.createDirectory(this.folder.resolve("2019"));
		Path next = Files.createDirectory(this.folder.resolve("2022"));

		assertThat(one(sheet().saying(Section.OTHER, "2020年，我镇未收取信息处理费。"), "wrong-year").found()).isEqualTo("2020");
		assertThat(ReportCheck.of(PrintedReport.read(Printer.TEXT.print(sheet(), other)), null, List.of()))
			.extracting(Finding::rule)
			.containsExactly("wrong-year");
		assertThat(ReportCheck.of(PrintedReport.read(Printer.TEXT.print(sheet(), next)), null, List.of())).isEmpty();
	}

	@Test
	void sections_that_are_missing_or_say_nothing_are_warnings() {
		assertThat(one(sheet().without(Section.PROBLEMS), "missing-section").expected())
			.isEqualTo(Section.PROBLEMS.heading());
		assertThat(one(sheet().saying(Section.PROBLEMS, "无。"), "empty-section")).isNotNull();
		assertThat(one(sheet().saying(Section.PROBLEMS), "empty-section")).isNotNull();
		assertThat(one(sheet().saying(Section.OTHER, "无。"), "fee-unsaid")).isNotNull();
		assertThat(one(sheet().saying(Section.OVERALL, "主动公开、信息管理、网站和培训均已落实。"), "missing-aspect").expected())
			.isEqualTo("依申请公开");
		assertThat(one(sheet().saying(Section.PROACTIVE, "该部分以表格形式报告。表格如下："), "template-left")).isNotNull();
	}

	@Test
	void a_fee_that_only_another_section_tells_about_is_named() {
		assertThat(one(sheet().saying(Section.OVERALL, "主动公开、依申请公开、信息管理、网站和培训均已落实，收取信息处理费380元。")
			.saying(Section.OTHER, "无其他事项。"), "fee-unsaid").sentence()).contains("380元");
	}

	@Test
	void regulations_of_a_township_are_a_warning() {
		assertThat(
				one(sheet().with(new Place(Place.Table.TWO, "regulations", "inForce"), "6"), "no-such-power").found())
			.isEqualTo("6");
	}

	private Finding one(Sheet sheet, String rule) {
		List<Finding> findings = findings(sheet, Printer.DOCX);
		assertThat(findings).extracting(Finding::rule).containsExactly(rule);
		assertThat(findings).extracting(Finding::severity).containsOnly(Severity.WARNING);
		return findings.getFirst();
	}

	private List<Finding> findings(Sheet sheet, Printer printer) {
		return ReportCheck.of(PrintedReport.read(printer.print(sheet, this.folder)), null, List.of());
	}

	private static Sheet sheet() {
		return new Sheet(Published.XIANGTAN_HEKOU_2021.report());
	}

}
