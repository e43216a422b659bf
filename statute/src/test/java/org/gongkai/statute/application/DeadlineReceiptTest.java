package org.gongkai.statute.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.gongkai.statute.calendar.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlineReceiptTest {

	private static final WorkingCalendar CALENDAR = WorkingCalendar.statutory();

	@Test
	void every_day_from_receipt_to_the_due_date_says_whether_it_counted_and_why() {
		assertThat(days("received 2024-03-25; third-party-asked 2024-03-28 1; third-party-answered 2024-04-02 1"))
			.isEqualTo("""
					2024-03-25 working START
					2024-03-26 working COUNTED 1/20
					2024-03-27 working COUNTED 2/20
					2024-03-28 working COUNTED 3/20
					2024-03-29 working STOPPED
					2024-03-30 weekend NOT_WORKING
					2024-03-31 weekend NOT_WORKING
					2024-04-01 working STOPPED
					2024-04-02 working STOPPED
					2024-04-03 working COUNTED 4/20
					2024-04-04 holiday NOT_WORKING
					2024-04-05 holiday NOT_WORKING
					2024-04-06 holiday NOT_WORKING
					2024-04-07 make_up COUNTED 5/20
					2024-04-08 working COUNTED 6/20
					2024-04-09 working COUNTED 7/20
					2024-04-10 working COUNTED 8/20
					2024-04-11 working COUNTED 9/20
					2024-04-12 working COUNTED 10/20
					2024-04-13 weekend NOT_WORKING
					2024-04-14 weekend NOT_WORKING
					2024-04-15 working COUNTED 11/20
					2024-04-16 working COUNTED 12/20
					2024-04-17 working COUNTED 13/20
					2024-04-18 working COUNTED 14/20
					2024-04-19 working COUNTED 15/20
					2024-04-20 weekend NOT_WORKING
					2024-04-21 weekend NOT_WORKING
					2024-04-22 working COUNTED 16/20
					2024-04-23 working COUNTED 17/20
					2024-04-24 working COUNTED 18/20
					2024-04-25 working COUNTED 19/20
					2024-04-26 working COUNTED 20/20""");
	}

	@ParameterizedTest(name = "{0} {1}: {2}")
	@CsvSource(delimiter = '|',
			textBlock = """
					# story                                                                             | day        | effect      | counted | article                                        | zh
					received 2024-03-25                                                                 | 2024-03-25 | START       |         | 条例第三十一条                                        | 收到申请之日不计入，期限自次日开始
					received 2024-03-25                                                                 | 2024-03-26 | COUNTED     | 1       | 条例第三十三条第二款                                     | 工作日，计入期限：第1个工作日，共20个
					received 2024-03-25                                                                 | 2024-03-30 | NOT_WORKING |         | 国务院关于职工工作时间的规定第七条                              | 周休息日，不计入期限
					received 2024-03-25                                                                 | 2024-04-04 | NOT_WORKING |         | 全国年节及纪念日放假办法、国务院办公厅节假日安排通知                     | 放假日，不计入期限
					received 2024-03-25                                                                 | 2024-04-07 | COUNTED     | 8       | 国务院办公厅节假日安排通知、条例第三十三条第二款                       | 调休上班日，计入期限：第8个工作日，共20个
					received 2024-03-25; organ-asked 2024-03-28 1                                       | 2024-03-29 | STOPPED     |         | 条例第三十三条第三款                                     | 征求其他机关意见（第1次）期间，不计入期限
					received 2024-03-25; correction-asked 2024-03-28 2024-04-11; corrected 2024-04-03   | 2024-03-28 | COUNTED     | 3       | 条例第三十三条第二款                                     | 工作日，计入期限：第3个工作日，共20个
					received 2024-03-25; correction-asked 2024-03-28 2024-04-11; corrected 2024-04-03   | 2024-03-29 | WAITING     |         | 条例第三十条                                         | 等待申请人补正，期限不计算
					received 2024-03-25; correction-asked 2024-03-28 2024-04-11; corrected 2024-04-03   | 2024-04-03 | START       |         | 条例第三十条                                         | 收到补正之日不计入，重新计算自次日开始
					received 2024-03-25; correction-asked 2024-03-28 2024-04-11; corrected 2024-04-03   | 2024-04-07 | COUNTED     | 1       | 国务院办公厅节假日安排通知、条例第三十三条第二款                       | 调休上班日，计入期限：第1个工作日，共20个
					received 2024-03-25; fee-notified 2024-03-28; paid 2024-04-03                       | 2024-04-02 | WAITING     |         | 国办函〔2020〕109号第六条                            | 等待申请人缴费，期限不计算
					received 2024-03-25; fee-notified 2024-03-28; paid 2024-04-03                       | 2024-04-03 | START       |         | 国办函〔2020〕109号第六条                            | 缴费之日不计入，重新计算自次日开始
					received 2024-03-25; delayed 2024-03-28 2024-04-26                                  | 2024-03-29 | DELAYED     |         | 条例第三十五条                                        | 在确定的延迟答复期限内
					received 2024-03-25; decided 2024-03-28                                             | 2024-03-28 | COUNTED     | 3       | 条例第三十三条第二款                                     | 工作日，计入期限：第3个工作日，共20个
					received 2024-03-25; decided 2024-03-28                                             | 2024-03-29 | REMAINING   | 4       | 条例第三十三条第二款                                     | 申请已经办结；此日为期限的第4个工作日，共20个
					received 2024-03-01; decided 2024-03-28; redecision-ordered 2024-05-06              | 2024-05-03 | WAITING     |         | 条例第三十六条                                        | 申请已经办结，尚未责令重新答复
					received 2024-03-01; decided 2024-03-28; redecision-ordered 2024-05-06              | 2024-05-06 | START       |         | 行政复议法第六十四条、第六十六条，行政诉讼法第七十条、第七十二条               | 复议决定或者判决送达之日不计入，期限自次日开始
					received 2024-03-01; decided 2024-03-28; redecision-ordered 2024-05-06 2024-05-17   | 2024-05-07 | DELAYED     |         | 行政复议法第六十四条、第六十六条，行政诉讼法第七十条、第七十二条               | 在责令重新答复的期限内
					received 2024-03-01; decided 2024-04-02                                             | 2024-04-02 | OVERDUE     |         | 条例第三十三条第二款                                     | 期限已经届满，超期第2个工作日
					""")
	void a_day_tells_its_effect_its_article_and_the_reason(String story, LocalDate day, DayEffect effect,
			Integer counted, String article, String zh) {
		ReceiptDay found = receipt(story).days()
			.stream()
			.filter((each) -> each.day().equals(day))
			.findFirst()
			.orElseThrow();
		assertThat(found.effect()).isEqualTo(effect);
		assertThat(found.counted()).isEqualTo(counted);
		assertThat(found.article()).isEqualTo(article);
		assertThat(found.zh()).isEqualTo(zh);
		assertThat(found.en()).isNotBlank();
	}

	@ParameterizedTest(name = "{1} {2}")
	@CsvSource(delimiter = '|',
			textBlock = """
					# story                                                                       | step | effect           | due after it | article             | zh
					received 2024-03-01; extended 2024-03-11 4                                    | 0    | BEGINS           | 2024-03-29   | 条例第三十一条、条例第三十三条第二款  | 收到申请，20个工作日的答复期限自次日起计算
					received 2024-03-01; extended 2024-03-11 4                                    | 1    | EXTENDS          | 2024-04-07   | 条例第三十三条第二款          | 在期限内告知延期，期限延长4个工作日
					received 2024-03-01; extended 2024-04-01 4                                    | 1    | TOO_LATE         | 2024-03-29   | 条例第三十三条第二款          | 告知延期，但期限已于2024-03-29届满，不影响期限
					received 2024-03-01; extended 2024-03-11 4; extended 2024-03-12 4             | 2    | SPENT            | 2024-04-07   | 条例第三十三条第二款          | 本期限已经延长或延迟过，再次延期不影响期限
					received 2024-03-01; correction-asked 2024-03-12 2024-03-20                   | 1    | WAITS            |              | 条例第三十条              | 告知补正，补正期限至2024-03-20，收到补正后重新计算期限
					received 2024-03-01; correction-asked 2024-03-13 2024-03-20                   | 1    | WAITS_LATE       |              | 条例第三十条              | 告知补正，补正期限至2024-03-20，收到补正后重新计算期限；告知已超过收到申请之日起7个工作日
					received 2024-03-01; correction-asked 2024-03-05 2024-03-20; corrected 2024-03-15 | 2 | RESTARTS        | 2024-04-15   | 条例第三十条              | 收到补正，自次日起重新计算20个工作日
					received 2024-03-01; correction-asked 2024-03-05 2024-03-20; extended 2024-03-06 4 | 2 | NO_TERM        |              | 条例第三十三条第二款          | 告知延期，但当时没有进行中的期限，不影响期限
					received 2024-03-01; third-party-asked 2024-03-11 1                           | 1    | STOPS            | 2024-04-22   | 条例第三十二条、条例第三十三条第三款  | 征求第三方意见（第1次），自次日起至收到答复之日不计入期限，最迟至2024-04-01（15个工作日）
					received 2024-03-01; organ-asked 2024-03-11 1; organ-answered 2024-03-15 1    | 2    | RUNS_ON          | 2024-04-07   | 条例第三十三条第三款          | 收到其他机关意见（第1次），自次日起继续计算期限
					received 2024-03-01; organ-asked 2024-03-11 1; organ-answered 2024-05-20 1    | 2    | AFTER_SILENCE    | 2024-04-22   | 条例第三十三条第三款          | 收到其他机关意见（第1次），但已超过15个工作日，2024-04-01之后的日期照常计入期限
					received 2024-03-01; fee-notified 2024-03-20; paid 2024-03-25                 | 1    | WAITS            |              | 国办函〔2020〕109号第六条    | 发出收费通知，缴费期限至2024-04-18，缴费次日起重新计算期限
					received 2024-03-01; delayed 2024-03-20 2024-06-08                            | 1    | SETS_DAY         | 2024-06-11   | 条例第三十五条             | 确定延迟答复，期限至2024-06-08（遇放假日顺延）
					received 2024-03-01; reasons-asked 2024-03-11                                 | 1    | NONE             | 2024-03-29   | 条例第三十五条             | 要求说明理由，不影响期限
					received 2024-03-01; receipt-rectified 2024-03-04                             | 0    | BEGINS           | 2024-04-01   | 条例第三十一条、条例第三十三条第二款  | 收到申请，20个工作日的答复期限自次日起计算
					received 2024-03-01; receipt-rectified 2024-03-04                             | 1    | RECTIFIED        | 2024-04-01   | 条例第四十五条             | 该日期后经更正或撤销，不再适用
					received 2024-03-01; decided 2024-03-11; delivered 2024-03-12                 | 1    | CONCLUDES        | 2024-03-29   | 条例第三十六条             | 作出答复，期限停止计算
					received 2024-03-01; decided 2024-03-11; delivered 2024-03-12                 | 2    | DELIVERS         | 2024-03-29   | 国办公开办函〔2016〕235号    | 答复送达，以此日判断是否按期答复
					received 2024-03-01; decided 2024-03-11; redecision-ordered 2024-05-06        | 2    | REOPENS          | 2024-05-31   | 行政复议法第六十四条、第六十六条，行政诉讼法第七十条、第七十二条 | 复议决定或者判决责令重新答复，20个工作日的期限自次日起计算
					received 2024-03-01; decided 2024-03-11; redecision-ordered 2024-05-06 2024-05-18; redecided 2024-05-20 | 2 | REOPENS | 2024-05-20 | 行政复议法第六十四条、第六十六条，行政诉讼法第七十条、第七十二条 | 复议决定或者判决责令重新答复，期限至2024-05-18（遇放假日顺延）
					received 2024-03-01; decided 2024-03-11; redecision-ordered 2024-05-06; redecided 2024-05-20 | 3 | CONCLUDES | 2024-05-31 | 行政复议法第六十四条、第六十六条，行政诉讼法第七十条、第七十二条 | 重新答复，期限停止计算
					received 2024-03-01; withdrawn 2024-03-11; reasons-asked 2024-03-12           | 2    | AFTER_CONCLUSION | 2024-03-29   | 条例第三十五条             | 要求说明理由，申请已经办结，不影响期限
					""")
	void a_step_tells_what_its_event_did_to_the_clock(String story, int step, StepEffect effect, LocalDate dueOn,
			String article, String zh) {
		ReceiptStep found = receipt(story).steps().get(step);
		assertThat(found.effect()).isEqualTo(effect);
		assertThat(found.dueOn()).isEqualTo(dueOn);
		assertThat(found.article()).isEqualTo(article);
		assertThat(found.zh()).isEqualTo(zh);
		assertThat(found.en()).isNotBlank();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					# story                                                                            | last day   | why
					received 2024-03-01; decided 2024-03-11                                            | 2024-03-29 | the due date, when the reply came before it
					received 2024-03-01; decided 2024-03-11; delivered 2024-04-02                      | 2024-04-02 | the reply, when it came after the due date
					historical 2024-03-01; decided 2024-06-03                                          | 2024-03-29 | of a historical case nothing is said about lateness
					received 2024-03-01; correction-asked 2024-03-05 2024-03-20                        | 2024-03-20 | the end of the applicant's term
					received 2024-03-01; correction-asked 2024-03-05 2024-03-20; correction-lapsed 2024-03-22 | 2024-03-22 | the conclusion, when no term ran
					received 2024-03-01; delayed 2024-03-05 9999-12-31                                 | 2029-08-21 | no more than two thousand days
					""")
	void a_receipt_ends_where_nothing_is_left_to_explain(String story, LocalDate last, String why) {
		assertThat(receipt(story).days().getLast().day()).as(why).isEqualTo(last);
	}

	@Test
	void a_void_record_has_an_empty_receipt() {
		DeadlineReceipt receipt = receipt("received 2024-03-01; struck 2024-03-11 0");
		assertThat(receipt.deadline().state()).isEqualTo(ClockState.VOID);
		assertThat(receipt.days()).isEmpty();
		assertThat(receipt.steps()).isEmpty();
	}

	private static String days(String story) {
		List<ReceiptDay> days = receipt(story).days();
		return days.stream()
			.map((day) -> day.day() + " " + day.kind().name().toLowerCase(Locale.ROOT) + " " + day.effect()
					+ ((day.counted() != null) ? " " + day.counted() + "/" + day.of() : ""))
			.collect(Collectors.joining("\n"));
	}

	private static DeadlineReceipt receipt(String story) {
		return DeadlineReceipt.of(Story.facts(story), CALENDAR);
	}

}
