package org.gongkai.query.report.check;

import java.nio.file.Path;
import java.util.List;

import org.gongkai.query.report.published.PrintedReport;
import org.gongkai.query.report.published.Printer;
import org.gongkai.query.report.published.Published;
import org.gongkai.query.report.published.Section;
import org.gongkai.query.report.published.Sheet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SentencesTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			全年新收政府信息公开申请3525件。
			全年共受理依申请公开3525件，按期办理。
			2024年，全市收到信息公开申请3646件，其中上年结转121件。
			全市共收办政府信息公开申请3646件。
			全年办结申请3,521件，结转至2025年125件。
			申请办理结果：予以公开1431件，部分公开471件，不予公开92件。
			申请中予以公开和部分公开1902件，占54%。
			申请中无法提供941件、不予处理117件、其他处理（含主动撤回）469件。
			其中，自然人申请3558件，法人或其他组织88件，均按申请要求处理。
			因政府信息公开引起的行政复议170件，行政诉讼77件。
			已审结政府信息公开行政复议134件、行政诉讼57件。
			公开工作中未经复议的行政诉讼25件。
			市政府办公室收到政府信息公开申请132件。
			网络提交的申请收到2100件，信函申请收到1200件。
			收到申请比上年增加14件。
			2023年全市新收政府信息公开申请3511件，与2024年相比略少。
			因涉及国家秘密不予公开2件，申请人没有异议。
			受理咨询500件，办理建议提案60件，均与申请无关。
			收到企业申请75件。
			全年发出补正通知40份，延期答复申请30件。
			""")
	void a_right_sentence_is_no_finding(String sentence) {
		assertThat(findings(sentence)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			全年新收政府信息公开申请3526件。            | new                 | 3526
			全年共受理依申请公开3647件，申请按期办理。   | new                 | 3647
			上年结转政府信息公开申请120件。              | carried_in          | 120
			申请中有124件结转下年度继续办理。            | carried_out         | 124
			申请办理结果：予以公开1408件。               | granted             | 1408
			申请中予以公开和部分公开1431件。             | granted             | 1431
			申请中不予公开93件。                         | denied              | 93
			申请中无法提供897件。                        | unavailable         | 897
			申请中不予处理118件。                        | not_processed       | 118
			申请中其他处理468件。                        | other               | 468
			因政府信息公开引起的行政复议171件。          | review              | 171
			因政府信息公开引起的行政诉讼78件。           | direct              | 78
			公开工作中未发生行政复议案件。               | review              | 0
			""")
	void a_sentence_that_tells_another_number_names_the_cell(String sentence, String row, String number) {
		assertThat(findings(sentence)).singleElement().satisfies((finding) -> {
			assertThat(finding.rule()).isEqualTo("sentence");
			assertThat(finding.row()).isEqualTo(row);
			assertThat(finding.found()).isEqualTo(number);
			assertThat(finding.sentence()).contains(number + "≠");
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			本年制发行政规范性文件0件。          | made
			废止规范性文件12件。                 | repealed
			现行有效规范性文件400件。            | inForce
			""")
	void documents_in_a_sentence_may_be_those_of_one_office_and_are_warnings(String sentence, String column) {
		assertThat(findings(sentence)).singleElement().satisfies((finding) -> {
			assertThat(finding.column()).isEqualTo(column);
			assertThat(finding.severity()).isEqualTo(Severity.WARNING);
		});
	}

	private List<Finding> findings(String sentence) {
		PrintedReport numbers = Published.SUQIAN_CITY_2024.report();
		Sheet sheet = new Sheet(numbers).saying(Section.OVERALL, "（一）主动公开、信息管理、网站、监督和培训均已落实。", "（二）依申请公开。" + sentence);
		return ReportCheck.of(PrintedReport.read(Printer.TEXT.print(sheet, this.folder)), null, List.of());
	}

}
