package org.gongkai.statute.audit;

import java.math.BigDecimal;
import java.util.List;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.application.AgencyConsulted;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationRedecided;
import org.gongkai.events.application.CorrectionRequested;
import org.gongkai.events.application.CorrectionSupplied;
import org.gongkai.events.application.DeadlineExtended;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.application.FeeNoticeIssued;
import org.gongkai.events.application.FeePaid;
import org.gongkai.events.application.FeeSchedule;
import org.gongkai.events.application.Opinion;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.application.ReasonsRequested;
import org.gongkai.events.application.RecordRectified;
import org.gongkai.events.application.RedecisionOrdered;
import org.gongkai.events.application.ReplyDelayed;
import org.gongkai.events.application.ThirdPartyConsulted;
import org.gongkai.events.application.ThirdPartyOpinionRecorded;
import org.gongkai.events.application.WithheldPart;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.statute.audit.Course.CASE;
import static org.gongkai.statute.audit.Course.decided;
import static org.gongkai.statute.audit.Course.delivered;
import static org.gongkai.statute.audit.Course.on;
import static org.gongkai.statute.audit.Course.received;

/// Received on Wednesday 1 March 2023; the seventh working day after is Friday 10 March, the twentieth Wednesday 29 March.
class CaseInspectionTest {

	private static final PersonalText NOTHING = new PersonalText(null, null);

	@Test
	void a_case_by_the_book_has_no_finding() {
		assertThat(found(received("2023-03-01"), decided("2023-03-20", Outcome.GRANTED), delivered("2023-03-29")))
			.isEmpty();
	}

	@Test
	void a_correction_is_requested_within_seven_working_days() {
		assertThat(found(received("2023-03-01"), requested("2023-03-10"))).isEmpty();
		assertThat(found(received("2023-03-01"), requested("2023-03-14")))
			.containsExactly("late-correction-notice 1 [0, 1] 2");
		assertThat(found(received("2023-03-01"), requested("2023-03-11")))
			.containsExactly("late-correction-notice 1 [0, 1] 1");
		assertThat(found(received("2023-03-01"), requested("2023-03-14"), new RecordRectified(CASE, on("2023-03-15"),
				"误", null, null, null, on("2023-03-03"), null, null, null, null)))
			.isEmpty();
	}

	@Test
	void a_correction_is_requested_once() {
		Event[] twice = { received("2023-03-01"), requested("2023-03-02"),
				new CorrectionSupplied(CASE, on("2023-03-06"), NOTHING), requested("2023-03-07") };

		assertThat(found(twice)).contains("second-correction-notice 3 [1, 3] 0");
		assertThat(found(twice[0], twice[1], twice[2], twice[3], new EntryStruck(CASE, on("2023-03-08"), 3, "误录")))
			.noneMatch((one) -> one.startsWith("second"));
	}

	@Test
	void an_answer_after_the_due_date_is_late_by_working_days() {
		assertThat(found(received("2023-03-01"), decided("2023-03-29", Outcome.GRANTED), delivered("2023-03-31")))
			.containsExactly("reply-overdue 0 [0, 1, 2] 2");
		assertThat(inspect("2023-03-29", received("2023-03-01"))).isEmpty();
		assertThat(inspect("2023-04-03", received("2023-03-01"))).containsExactly("reply-overdue 0 [0] 3");
		assertThat(found(received("2023-03-01", true), decided("2023-06-01", Outcome.GRANTED))).isEmpty();
	}

	@Test
	void the_first_answer_and_a_new_one_have_each_their_own_term() {
		RedecisionOrdered ordered = new RedecisionOrdered(CASE, on("2023-06-01"), "review:T/1", null);
		ApplicationRedecided again = new ApplicationRedecided(CASE, Outcome.GRANTED, on("2023-07-20"), null, null,
				List.of(), null);

		assertThat(found(received("2023-03-01"), decided("2023-04-03", Outcome.GRANTED), delivered("2023-04-03"),
				ordered, again, delivered("2023-07-20")))
			.containsExactly("reply-overdue 0 [0, 1, 2] 3", "reply-overdue 3 [3, 4, 5] 14");
	}

	@Test
	void a_consultation_stops_the_clock_only_while_it_runs() {
		ThirdPartyConsulted asked = new ThirdPartyConsulted(CASE, 1, on("2023-03-06"), NOTHING);
		Event answered = new ThirdPartyOpinionRecorded(CASE, 1, on("2023-03-10"), Opinion.AGREES, NOTHING);
		Event late = new ThirdPartyOpinionRecorded(CASE, 1, on("2023-03-31"), Opinion.AGREES, NOTHING);

		assertThat(found(received("2023-03-01"), asked, answered, decided("2023-03-20", Outcome.GRANTED),
				delivered("2023-03-20")))
			.isEmpty();
		assertThat(found(received("2023-03-01"), asked, late, decided("2023-04-03", Outcome.GRANTED),
				delivered("2023-04-03")))
			.containsExactly("opinion-after-term 2 [2] 0");
		assertThat(found(received("2023-03-01"), new AgencyConsulted(CASE, 1, "水利局", on("2023-03-30")),
				decided("2023-03-31", Outcome.GRANTED), delivered("2023-03-31")))
			.contains("consultation-without-stop 1 [1] 0");
		assertThat(found(received("2023-03-01"), requested("2023-03-02"),
				new AgencyConsulted(CASE, 1, "水利局", on("2023-03-03"))))
			.contains("consultation-without-stop 2 [2] 0");
	}

	@Test
	void an_extension_has_consent_reason_length_and_comes_in_time_and_once() {
		assertThat(found(received("2023-03-01"), extended("2023-03-20", 20, "需要检索", "李主任"), done()[0], done()[1]))
			.isEmpty();
		assertThat(found(received("2023-03-01"), extended("2023-03-20", 20, "需要检索", null), done()[0], done()[1]))
			.containsExactly("extension-without-approval 1 [1] 0");
		assertThat(found(received("2023-03-01"), extended("2023-03-20", 20, " ", "李主任"), done()[0], done()[1]))
			.containsExactly("extension-without-reason 1 [1] 0");
		assertThat(found(received("2023-03-01"), extended("2023-03-20", 25, "需要检索", "李主任"), done()[0], done()[1]))
			.containsExactly("extension-length 1 [1] 0");
		assertThat(found(received("2023-03-01"), extended("2023-03-30", 20, "需要检索", "李主任"), done()[0], done()[1]))
			.contains("extension-after-term 1 [1] 0");
		assertThat(found(received("2023-03-01"), extended("2023-03-20", 10, "需要检索", "李主任"),
				extended("2023-03-21", 10, "需要检索", "李主任"), done()[0], done()[1]))
			.containsExactly("repeated-extension 2 [2] 0");
	}

	@Test
	void a_delayed_term_is_set_before_the_term_runs_out() {
		ReasonsRequested reasons = new ReasonsRequested(CASE, on("2023-03-06"));

		assertThat(found(received("2023-03-01"), reasons, new ReplyDelayed(CASE, on("2023-03-20"), on("2023-05-31")),
				done()[0], done()[1]))
			.isEmpty();
		assertThat(found(received("2023-03-01"), reasons, new ReplyDelayed(CASE, on("2023-03-30"), on("2023-05-31")),
				done()[0], done()[1]))
			.contains("delay-after-term 2 [2] 0");
	}

	@Test
	void a_decision_is_delivered_by_the_due_date() {
		Event[] life = { received("2023-03-01"), decided("2023-03-20", Outcome.GRANTED) };

		assertThat(inspect("2023-03-29", life)).isEmpty();
		assertThat(inspect("2023-03-30", life)).containsExactly("reply-not-delivered 1 [1] 0");
		assertThat(severity(Course.via("import", life))).containsExactly("reply-not-delivered NOTE");
		assertThat(severity(Course.of(life))).containsExactly("reply-not-delivered ORDINARY");
	}

	@Test
	void a_denial_names_its_ground_and_a_partial_grant_what_is_withheld() {
		assertThat(answered(Outcome.DENIED_7, "条例第十六条", List.of())).isEmpty();
		assertThat(answered(Outcome.DENIED_7, null, List.of())).containsExactly("denial-without-ground 1 [1] 0");
		assertThat(answered(Outcome.GRANTED, null, List.of())).isEmpty();
		assertThat(answered(Outcome.PARTLY_GRANTED, null, List.of(new WithheldPart(Outcome.DENIED_4, "第三页"))))
			.isEmpty();
		assertThat(answered(Outcome.PARTLY_GRANTED, null, List.of())).containsExactly("partial-without-ground 1 [1] 0");
		assertThat(answered(Outcome.PARTLY_GRANTED, null, List.of(new WithheldPart(Outcome.DENIED_4, " "))))
			.containsExactly("partial-without-ground 1 [1] 0");
	}

	@Test
	void a_fee_is_by_the_schedule_once_and_within_the_term() {
		assertThat(fee("2023-03-06", FeeSchedule.PER_PAGE, 50, "200")).isEmpty();
		assertThat(fee("2023-03-06", FeeSchedule.PER_PAGE, 50, "210")).containsExactly("fee-off-schedule 1 [1] 0");
		assertThat(fee("2023-03-06", FeeSchedule.PER_PAGE, null, "205")).containsExactly("fee-off-schedule 1 [1] 0");
		assertThat(fee("2023-03-06", FeeSchedule.PER_ITEM, 12, "100")).isEmpty();
		assertThat(fee("2023-03-06", FeeSchedule.PER_ITEM, 12, "200")).isEmpty();
		assertThat(fee("2023-03-06", FeeSchedule.PER_ITEM, null, "150")).containsExactly("fee-off-schedule 1 [1] 0");
		assertThat(fee("2023-03-30", FeeSchedule.PER_PAGE, 50, "200")).contains("fee-notice-after-term 1 [1] 0");
		assertThat(found(received("2023-03-01"), notice("2023-03-06", FeeSchedule.PER_PAGE, 50, "200"),
				new FeePaid(CASE, on("2023-03-07")), notice("2023-03-08", FeeSchedule.PER_PAGE, 50, "200")))
			.contains("second-fee 3 [1, 3] 0");
	}

	@Test
	void a_void_record_has_no_findings() {
		assertThat(found(received("2023-03-01"), new EntryStruck(CASE, on("2023-03-02"), 0, "误录"))).isEmpty();
	}

	private static List<String> fee(String day, FeeSchedule schedule, @Nullable Integer quantity, String yuan) {
		return inspect("2023-03-31", received("2023-03-01"), notice(day, schedule, quantity, yuan)).stream()
			.filter((one) -> one.startsWith("fee"))
			.toList();
	}

	private static FeeNoticeIssued notice(String day, FeeSchedule schedule, @Nullable Integer quantity, String yuan) {
		return new FeeNoticeIssued(CASE, on(day), schedule, quantity, new BigDecimal(yuan));
	}

	private static List<String> answered(Outcome outcome, @Nullable String basis, List<WithheldPart> parts) {
		return found(received("2023-03-01"),
				new ApplicationDecided(CASE, outcome, on("2023-03-20"), null, basis, parts, null),
				delivered("2023-03-20"));
	}

	private static Event[] done() {
		return new Event[] { decided("2023-04-03", Outcome.GRANTED), delivered("2023-04-03") };
	}

	private static DeadlineExtended extended(String day, int days, String reason, @Nullable String by) {
		return new DeadlineExtended(CASE, on(day), days, reason, by);
	}

	private static CorrectionRequested requested(String day) {
		return new CorrectionRequested(CASE, on(day), on(day).plusDays(30), NOTHING);
	}

	private static List<String> found(Event... life) {
		return inspect("2024-07-31", life);
	}

	private static List<String> inspect(String today, Event... life) {
		return CaseInspection.of(Course.of(life), WorkingCalendar.statutory(), on(today))
			.stream()
			.map((one) -> one.rule().code() + " " + one.mark() + " " + one.entries() + " " + one.workingDays())
			.toList();
	}

	private static List<String> severity(List<Recorded<Event>> life) {
		return CaseInspection.of(life, WorkingCalendar.statutory(), on("2024-07-31"))
			.stream()
			.map((one) -> one.rule().code() + " " + one.severity())
			.toList();
	}

}
