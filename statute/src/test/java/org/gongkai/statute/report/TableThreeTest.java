package org.gongkai.statute.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.Outcome;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TableThreeTest {

	@ParameterizedTest
	@EnumSource(names = { "SUQIAN_2023", "SUQIAN_2024" })
	void the_totals_of_a_published_table_are_computed_to_the_digit(Published published) {
		assertThat(TableThree.parse(published.map()).asMap(TableThreeForm.FORM_2021)).isEqualTo(published.map());
	}

	@ParameterizedTest
	@EnumSource
	void the_identity_holds_in_every_column_of_the_published_tables(Published published) {
		TableThree table = TableThree.parse(published.map());
		assertThat(table.unbalanced()).isEmpty();
		assertThat(table.isBalanced()).isTrue();
	}

	@Test
	void a_table_on_the_form_of_2019_has_its_totals_although_blanks_were_printed() {
		Map<String, List<Integer>> computed = TableThree.parse(Published.SHANGHAI_2019.map())
			.asMap(TableThreeForm.FORM_2019);
		Published.SHANGHAI_2019.map().forEach((row, printed) -> {
			for (int i = 0; printed != null && i < printed.size(); i++) {
				if (printed.get(i) != null) {
					assertThat(computed.get(row).get(i)).as("%s %d", row, i).isEqualTo(printed.get(i));
				}
			}
		});
		assertThat(computed.get("granted")).containsExactly(258, 12, 0, 0, 1, 1, 272);
	}

	@Test
	void what_one_year_carries_out_the_next_carries_in() {
		TableThree year = TableThree.parse(Published.SUQIAN_2023.map());
		TableThree next = TableThree.parse(Published.SUQIAN_2024.map());
		assertThat(next.brokenCarryOver(year)).isEmpty();
		assertThat(next.brokenCarryOver(year.add(Row.CARRIED_OUT, ApplicantKind.BUSINESS, 1)))
			.containsExactly(Column.BUSINESS, Column.TOTAL);
	}

	@Test
	void a_column_out_of_balance_is_named_with_its_difference() {
		TableThree table = TableThree.parse(Published.SUQIAN_2023.map()).add(Row.NEW, ApplicantKind.RESEARCH, 2);
		assertThat(table.unbalanced()).containsExactly(Column.RESEARCH, Column.TOTAL);
		assertThat(table.imbalance(Column.RESEARCH)).isEqualTo(2);
		assertThat(table.imbalance(Column.BUSINESS)).isZero();
		assertThat(table.isBalanced()).isFalse();
	}

	@Test
	void cells_are_given_by_row_and_kind() {
		TableThree table = TableThree.of(Map.of(Row.NEW, Map.of(ApplicantKind.NATURAL_PERSON, 3), Row.GRANTED,
				Map.of(ApplicantKind.NATURAL_PERSON, 2), Row.TOTAL, Map.of(ApplicantKind.NATURAL_PERSON, 99)));
		assertThat(table.row(Row.NEW)).containsExactly(3, 0, 0, 0, 0, 0, 3);
		assertThat(table.row(Row.TOTAL)).as("computed, not taken over").containsExactly(2, 0, 0, 0, 0, 0, 2);
	}

	@Test
	void computed_rows_and_negative_counts_are_not_added() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> TableThree.EMPTY.add(Row.TOTAL, ApplicantKind.BUSINESS, 1));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> TableThree.EMPTY.add(Row.OTHER_AGGREGATE, ApplicantKind.BUSINESS, 1));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> TableThree.EMPTY.add(Row.NEW, ApplicantKind.BUSINESS, -1));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			# year, form,      rows printed, rows of the map
			2018,   FORM_2019, 23,           26
			2019,   FORM_2019, 23,           26
			2020,   FORM_2019, 23,           26
			2021,   FORM_2021, 25,           25
			2026,   FORM_2021, 25,           25
			""")
	void a_report_year_has_its_form(int year, TableThreeForm form, int printed, int mapped) {
		assertThat(TableThreeForm.of(year)).isEqualTo(form);
		assertThat(form.rows()).hasSize(printed);
		assertThat(form.mapRows()).hasSize(mapped);
	}

	@Test
	void the_form_of_2021_reads_as_printed() {
		assertThat(TableThreeForm.FORM_2021.rows().stream().map(TableThreeTest::printed)).containsExactly("""
				一、本年新收政府信息公开申请数量
				二、上年结转政府信息公开申请数量
				三、本年度办理结果 （一）予以公开
				三、本年度办理结果 （二）部分公开（区分处理的，只计这一情形，不计其他情形）
				三、本年度办理结果 （三）不予公开 1.属于国家秘密
				三、本年度办理结果 （三）不予公开 2.其他法律行政法规禁止公开
				三、本年度办理结果 （三）不予公开 3.危及“三安全一稳定”
				三、本年度办理结果 （三）不予公开 4.保护第三方合法权益
				三、本年度办理结果 （三）不予公开 5.属于三类内部事务信息
				三、本年度办理结果 （三）不予公开 6.属于四类过程性信息
				三、本年度办理结果 （三）不予公开 7.属于行政执法案卷
				三、本年度办理结果 （三）不予公开 8.属于行政查询事项
				三、本年度办理结果 （四）无法提供 1.本机关不掌握相关政府信息
				三、本年度办理结果 （四）无法提供 2.没有现成信息需要另行制作
				三、本年度办理结果 （四）无法提供 3.补正后申请内容仍不明确
				三、本年度办理结果 （五）不予处理 1.信访举报投诉类申请
				三、本年度办理结果 （五）不予处理 2.重复申请
				三、本年度办理结果 （五）不予处理 3.要求提供公开出版物
				三、本年度办理结果 （五）不予处理 4.无正当理由大量反复申请
				三、本年度办理结果 （五）不予处理 5.要求行政机关确认或重新出具已获取信息
				三、本年度办理结果 （六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
				三、本年度办理结果 （六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请
				三、本年度办理结果 （六）其他处理 3.其他
				三、本年度办理结果 （七）总计
				四、结转下年度继续办理""".lines().toArray(String[]::new));
		assertThat(Stream.of(Column.values()).map(Column::label)).containsExactly("自然人", "商业企业", "科研机构", "社会公益组织",
				"法律服务机构", "其他", "总计");
		assertThat(Stream.of(Column.values()).filter(Column::isOrganisation)).hasSize(5)
			.doesNotContain(Column.NATURAL_PERSON, Column.TOTAL);
	}

	@Test
	void the_form_of_2019_has_one_row_for_other_handling() {
		assertThat(TableThreeForm.FORM_2019.rows().stream().map(TableThreeTest::printed)).contains("三、本年度办理结果 （六）其他处理")
			.noneMatch((row) -> row.startsWith("三、本年度办理结果 （六）其他处理 "));
	}

	@ParameterizedTest
	@EnumSource
	void every_outcome_has_its_row_of_the_same_name(Outcome outcome) {
		Row row = Row.of(outcome);
		assertThat(row.name()).isEqualTo(outcome.name());
		assertThat(row.outcome()).isEqualTo(outcome);
		assertThat(row.isResult()).isTrue();
		assertThat(Row.ofJson(row.jsonName())).isEqualTo(row);
		assertThat(row.group() == Row.Group.DENIED).isEqualTo(outcome.isDenial());
	}

	@ParameterizedTest
	@EnumSource
	void every_kind_of_applicant_has_its_column(ApplicantKind kind) {
		assertThat(Column.of(kind).name()).isEqualTo(kind.name());
		assertThat(Column.of(kind).applicantKind()).isEqualTo(kind);
		assertThat(Column.ofJson(kind.name().toLowerCase(Locale.ROOT))).isEqualTo(Column.of(kind));
	}

	@Test
	void a_row_that_is_not_on_the_form_is_refused() {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> Row.ofJson("denied_9"))
			.matches((refused) -> refused.rule() == Rule.UNKNOWN_CELL);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> Column.ofJson("sum"))
			.matches((refused) -> refused.rule() == Rule.UNKNOWN_CELL);
		assertThatIllegalArgumentException().isThrownBy(() -> TableThree.parse(Map.of("new", List.of(1, 2))));
	}

	private static String printed(Row row) {
		Row.Group group = row.group();
		return (row.isResult() ? TableThreeForm.RESULTS + " " : "") + ((group != null) ? group.label() + " " : "")
				+ row.label();
	}

}
