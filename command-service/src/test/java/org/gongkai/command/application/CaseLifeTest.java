package org.gongkai.command.application;

import java.math.BigDecimal;
import java.util.List;

import org.gongkai.events.application.AgencyConsulted;
import org.gongkai.events.application.AgencyOpinionRecorded;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationTransferred;
import org.gongkai.events.application.ApplicationWithdrawn;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.CorrectionLapsed;
import org.gongkai.events.application.CorrectionRequested;
import org.gongkai.events.application.DeadlineExtended;
import org.gongkai.events.application.DeliveryWay;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.application.FeeLapsed;
import org.gongkai.events.application.FeeNoticeIssued;
import org.gongkai.events.application.FeePaid;
import org.gongkai.events.application.FeeSchedule;
import org.gongkai.events.application.Opinion;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.ReasonsSupplied;
import org.gongkai.events.application.RecordRectified;
import org.gongkai.events.application.ReplyDelayed;
import org.gongkai.events.application.ReplyDelivered;
import org.gongkai.events.application.ThirdPartyConsulted;
import org.gongkai.events.application.ThirdPartyOpinionRecorded;
import org.gongkai.events.application.WithheldPart;
import org.gongkai.statute.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.gongkai.command.application.Desk.CASE;
import static org.gongkai.command.application.Desk.ID;
import static org.gongkai.command.application.Desk.NOTHING;
import static org.gongkai.command.application.Desk.correctionRequested;
import static org.gongkai.command.application.Desk.correctionSupplied;
import static org.gongkai.command.application.Desk.decide;
import static org.gongkai.command.application.Desk.decided;
import static org.gongkai.command.application.Desk.extended;
import static org.gongkai.command.application.Desk.feeNotice;
import static org.gongkai.command.application.Desk.feePaid;
import static org.gongkai.command.application.Desk.on;
import static org.gongkai.command.application.Desk.reasonsAsked;
import static org.gongkai.command.application.Desk.received;
import static org.gongkai.command.application.Desk.thirdPartyAsked;

class CaseLifeTest {

	@ParameterizedTest
	@CsvSource({ "in_person, 2024-03-04, 2024-03-04, true", "in_person, 2024-03-04, 2024-03-05, false",
			"oral, 2024-03-04, 2024-03-04, true", "oral, 2024-03-05, 2024-03-04, false",
			"post_signed, 2024-03-04, 2024-03-08, true", "post_ordinary, 2024-03-04, 2024-03-03, false",
			"fax, 2024-03-04, 2024-03-04, true", "online, 2024-03-04, 2024-03-06, true",
			"online, 2024-03-04, 2024-03-01, false" })
	void the_channel_fixes_the_day_of_receipt(String channel, String submitted, String receivedOn, boolean legal) {
		ReceiveApplication command = new ReceiveApplication("T", "1", ApplicantKind.NATURAL_PERSON,
				Channel.valueOf(channel.toUpperCase(java.util.Locale.ROOT)), on(submitted), on(receivedOn), null, null);
		if (legal) {
			Desk.empty().when(command).expectSuccessfulHandlerExecution();
		}
		else {
			Desk.empty().refuses(command, Rule.RECEIPT_DAY);
		}
	}

	@Test
	void an_application_comes_to_a_registered_open_agency_and_once() {
		Desk.empty().refuses(receive("nowhere"), Rule.UNKNOWN_AGENCY);
		Desk.empty().refuses(receive("old"), Rule.AGENCY_CLOSED);
		Desk.after(received()).refuses(receive("T"), Rule.APPLICATION_EXISTS);
	}

	@Test
	void a_correction_is_requested_once_even_late() {
		RequestCorrection late = new RequestCorrection(ID, on("2024-04-20"), on("2024-04-30"), null);
		Desk.after(received())
			.records(late, new CorrectionRequested(CASE, on("2024-04-20"), on("2024-04-30"), NOTHING));
		Desk.after(received(), correctionRequested()).refuses(late, Rule.SECOND_CORRECTION);
		Desk.after(received(), correctionRequested(), correctionSupplied()).refuses(late, Rule.SECOND_CORRECTION);
		Desk.after(received())
			.refuses(new RequestCorrection(ID, on("2024-03-06"), on("2024-03-06"), null), Rule.CORRECTION_TERM);
		Desk.after(received())
			.refuses(new RequestCorrection(ID, on("2024-03-03"), on("2024-03-16"), null), Rule.BEFORE_RECEIPT);
	}

	@Test
	void a_correction_is_supplied_once_and_after_it_was_requested() {
		SupplyCorrection supply = new SupplyCorrection(ID, on("2024-03-15"), null);
		Desk.after(received(), correctionRequested()).records(supply, correctionSupplied());
		Desk.after(received()).refuses(supply, Rule.CORRECTION_NOT_REQUESTED);
		Desk.after(received(), correctionRequested(), correctionSupplied())
			.refuses(supply, Rule.CORRECTION_ALREADY_SUPPLIED);
		Desk.after(received(), correctionRequested())
			.refuses(new SupplyCorrection(ID, on("2024-03-05"), null), Rule.DAY_ORDER);
	}

	@Test
	void a_correction_lapses_after_its_term_only() {
		LapseCorrection lapse = new LapseCorrection(ID, on("2024-03-21"), null);
		Desk.after(received(), correctionRequested())
			.records(lapse, new CorrectionLapsed(CASE, on("2024-03-21"), null));
		Desk.after(received(), correctionRequested())
			.refuses(new LapseCorrection(ID, on("2024-03-20"), null), Rule.CORRECTION_TERM_RUNNING);
		Desk.after(received()).refuses(lapse, Rule.CORRECTION_NOT_REQUESTED);
		Desk.after(received(), correctionRequested(), correctionSupplied())
			.refuses(lapse, Rule.CORRECTION_ALREADY_SUPPLIED);
	}

	@Test
	void consultations_are_numbered_and_each_is_answered_once() {
		Desk.after(received(), thirdPartyAsked(1))
			.records(new ConsultThirdParty(ID, on("2024-03-08"), null), thirdPartyAsked(2));
		Desk.after(received(), thirdPartyAsked(1))
			.records(new ConsultAgency(ID, "某局", on("2024-03-09")),
					new AgencyConsulted(CASE, 2, "某局", on("2024-03-09")));
		RecordThirdPartyOpinion answer = new RecordThirdPartyOpinion(ID, 1, on("2024-03-12"), Opinion.OBJECTS, null);
		ThirdPartyOpinionRecorded answered = new ThirdPartyOpinionRecorded(CASE, 1, on("2024-03-12"), Opinion.OBJECTS,
				NOTHING);
		Desk.after(received(), thirdPartyAsked(1)).records(answer, answered);
		Desk.after(received(), thirdPartyAsked(1), answered).refuses(answer, Rule.CONSULTATION_ANSWERED);
		Desk.after(received()).refuses(answer, Rule.CONSULTATION_UNKNOWN);
		Desk.after(received(), thirdPartyAsked(1))
			.refuses(new RecordAgencyOpinion(ID, 1, on("2024-03-12"), null, null), Rule.CONSULTATION_UNKNOWN);
		Desk.after(received(), new AgencyConsulted(CASE, 1, "某局", on("2024-03-09")))
			.records(new RecordAgencyOpinion(ID, 1, on("2024-03-12"), null, "无意见"),
					new AgencyOpinionRecorded(CASE, 1, on("2024-03-12"), null, "无意见"));
		Desk.after(received(), thirdPartyAsked(1))
			.refuses(new RecordThirdPartyOpinion(ID, 1, on("2024-03-07"), null, null), Rule.DAY_ORDER);
	}

	@Test
	void a_struck_consultation_s_number_is_not_given_to_another_question() {
		Desk.after(received(), thirdPartyAsked(1), new EntryStruck(CASE, on("2024-03-09"), 1, "误录"))
			.records(new ConsultThirdParty(ID, on("2024-03-10"), null),
					new ThirdPartyConsulted(CASE, 2, on("2024-03-10"), NOTHING));
	}

	@Test
	void a_term_is_extended_once_by_1_to_20_working_days_with_a_reason() {
		Desk.after(received()).records(new ExtendDeadline(ID, on("2024-03-28"), 20, "检索量大", null), extended());
		Desk.after(received())
			.records(new ExtendDeadline(ID, on("2024-06-03"), 1, "晚", "张主任"),
					new DeadlineExtended(CASE, on("2024-06-03"), 1, "晚", "张主任"));
		Desk.after(received(), extended())
			.refuses(new ExtendDeadline(ID, on("2024-03-29"), 5, "又一次", null), Rule.SECOND_EXTENSION);
		Desk.after(received())
			.refuses(new ExtendDeadline(ID, on("2024-03-28"), 21, "检索量大", null), Rule.EXTENSION_TOO_LONG);
		Desk.after(received())
			.refuses(new ExtendDeadline(ID, on("2024-03-28"), 0, "检索量大", null), Rule.EXTENSION_TOO_LONG);
		Desk.after(received())
			.refuses(new ExtendDeadline(ID, on("2024-03-28"), 20, " ", null), Rule.EXTENSION_WITHOUT_REASON);
	}

	@Test
	void reasons_are_asked_for_once_and_a_delay_needs_them() {
		Desk.after(received()).records(new AskForReasons(ID, on("2024-03-07")), reasonsAsked());
		Desk.after(received(), reasonsAsked())
			.refuses(new AskForReasons(ID, on("2024-03-08")), Rule.REASONS_ALREADY_ASKED);
		Desk.after(received(), reasonsAsked())
			.records(new SupplyReasons(ID, on("2024-03-09"), null),
					new ReasonsSupplied(CASE, on("2024-03-09"), NOTHING));
		Desk.after(received()).refuses(new SupplyReasons(ID, on("2024-03-09"), null), Rule.REASONS_NOT_ASKED);
		Desk.after(received(), reasonsAsked())
			.records(new DelayReply(ID, on("2024-03-10"), on("2024-06-28")),
					new ReplyDelayed(CASE, on("2024-03-10"), on("2024-06-28")));
		Desk.after(received()).refuses(new DelayReply(ID, on("2024-03-10"), on("2024-06-28")), Rule.REASONS_NOT_ASKED);
		Desk.after(received(), reasonsAsked())
			.refuses(new DelayReply(ID, on("2024-03-10"), on("2024-03-10")), Rule.DELAYED_TERM);
	}

	@ParameterizedTest
	@CsvSource({ "PER_PAGE, 40, 100, true", "PER_PAGE, 100, 700, true", "PER_PAGE, 40, 400, false",
			"PER_ITEM, 11, 100, true", "PER_ITEM, 30, 2000, true", "PER_ITEM, 31, 200, true", "PER_PAGE, 30, 10, false",
			"PER_PAGE, , 1300, true", "PER_PAGE, , 0, false", "PER_PAGE, 0, 10, false" })
	void a_fee_follows_its_schedule(FeeSchedule schedule, Integer quantity, BigDecimal yuan, boolean legal) {
		IssueFeeNotice command = new IssueFeeNotice(ID, on("2024-03-11"), schedule, quantity, yuan);
		if (legal) {
			Desk.after(received())
				.records(command, new FeeNoticeIssued(CASE, on("2024-03-11"), schedule, quantity, yuan));
		}
		else {
			Desk.after(received()).refuses(command, Rule.FEE_AMOUNT);
		}
	}

	@Test
	void a_fee_is_asked_for_once_paid_once_and_lapses_after_20_working_days() {
		Desk.after(received(), feeNotice())
			.refuses(new IssueFeeNotice(ID, on("2024-03-12"), FeeSchedule.PER_PAGE, 40, new BigDecimal("100")),
					Rule.SECOND_FEE_NOTICE);
		Desk.after(received(), feeNotice()).records(new RecordFeePayment(ID, on("2024-03-18")), feePaid());
		Desk.after(received()).refuses(new RecordFeePayment(ID, on("2024-03-18")), Rule.FEE_NOT_NOTIFIED);
		Desk.after(received(), feeNotice(), feePaid())
			.refuses(new RecordFeePayment(ID, on("2024-03-19")), Rule.FEE_ALREADY_PAID);
		// notice of Monday 11 March 2024; 清明 4 and 5 April off, Sunday 7 April made up:
		// the 20th working day is 9 April
		Desk.after(received(), feeNotice()).refuses(new LapseFee(ID, on("2024-04-09"), null), Rule.FEE_TERM_RUNNING);
		Desk.after(received(), feeNotice())
			.records(new LapseFee(ID, on("2024-04-10"), null), new FeeLapsed(CASE, on("2024-04-10"), null));
		Desk.after(received(), feeNotice(), feePaid())
			.refuses(new LapseFee(ID, on("2024-05-10"), null), Rule.FEE_ALREADY_PAID);
		Desk.after(received()).refuses(new LapseFee(ID, on("2024-05-10"), null), Rule.FEE_NOT_NOTIFIED);
	}

	@ParameterizedTest
	@EnumSource(value = Outcome.class, mode = EnumSource.Mode.EXCLUDE,
			names = { "DENIED_4", "UNAVAILABLE_3", "NOT_PROCESSED_4", "OTHER_1", "OTHER_2" })
	void a_decision_puts_the_case_in_its_row(Outcome outcome) {
		Desk.after(received()).records(decide(outcome, "2024-03-29"), decided(outcome));
	}

	@Test
	void some_outcomes_need_the_step_that_the_law_puts_before_them() {
		Desk.after(received()).refuses(decide(Outcome.DENIED_4, "2024-03-29"), Rule.THIRD_PARTY_NOT_CONSULTED);
		Desk.after(received(), thirdPartyAsked(1))
			.records(decide(Outcome.DENIED_4, "2024-03-29"), decided(Outcome.DENIED_4));
		Desk.after(received(), correctionRequested())
			.refuses(decide(Outcome.UNAVAILABLE_3, "2024-03-29"), Rule.CORRECTION_NOT_SUPPLIED);
		Desk.after(received(), correctionRequested(), correctionSupplied())
			.records(decide(Outcome.UNAVAILABLE_3, "2024-03-29"), decided(Outcome.UNAVAILABLE_3));
		Desk.after(received()).refuses(decide(Outcome.NOT_PROCESSED_4, "2024-03-29"), Rule.REASONS_NOT_ASKED);
		Desk.after(received(), reasonsAsked())
			.records(decide(Outcome.NOT_PROCESSED_4, "2024-03-29"), decided(Outcome.NOT_PROCESSED_4));
		Desk.after(received()).refuses(decide(Outcome.OTHER_1, "2024-03-29"), Rule.OUTCOME_BY_LAPSE);
		Desk.after(received()).refuses(decide(Outcome.OTHER_2, "2024-03-29"), Rule.OUTCOME_BY_LAPSE);
	}

	@Test
	void a_record_of_the_past_may_lack_its_steps() {
		Desk.after(received("T", "2024-03-04", true))
			.records(decide(Outcome.DENIED_4, "2024-03-29"), decided(Outcome.DENIED_4));
	}

	@Test
	void withheld_parts_belong_to_a_partial_grant_and_have_a_ground_of_denial() {
		Desk.after(received())
			.records(parts(Outcome.PARTLY_GRANTED, Outcome.DENIED_4),
					new ApplicationDecided(CASE, Outcome.PARTLY_GRANTED, on("2024-03-29"), null, "条例第三十七条",
							List.of(new WithheldPart(Outcome.DENIED_4, "第三人电话")), null));
		Desk.after(received()).refuses(parts(Outcome.GRANTED, Outcome.DENIED_4), Rule.WITHHELD_PARTS);
		Desk.after(received()).refuses(parts(Outcome.PARTLY_GRANTED, Outcome.OTHER_3), Rule.WITHHELD_PARTS);
	}

	@Test
	void a_case_is_concluded_once_and_not_before_it_began() {
		Desk.after(received(), decided(Outcome.GRANTED))
			.refuses(decide(Outcome.GRANTED, "2024-03-30"), Rule.ALREADY_CONCLUDED);
		Desk.after(received(), decided(Outcome.GRANTED))
			.refuses(new WithdrawApplication(ID, on("2024-03-30"), null), Rule.ALREADY_CONCLUDED);
		Desk.after(received()).refuses(decide(Outcome.GRANTED, "2024-03-03"), Rule.BEFORE_RECEIPT);
		Desk.after(received(), correctionRequested(), correctionSupplied())
			.refuses(decide(Outcome.GRANTED, "2024-03-14"), Rule.DAY_ORDER);
		Desk.after(received("ledger", "2023-12-20", false))
			.refuses(new DecideApplication(ApplicationId.of("ledger/1"), Outcome.GRANTED, on("2023-12-29"), null, null,
					null, null), Rule.BEFORE_LEDGER);
	}

	@Test
	void what_was_done_before_the_conclusion_may_be_written_down_after_it() {
		Desk.after(received(), decided(Outcome.GRANTED))
			.records(new ExtendDeadline(ID, on("2024-03-28"), 20, "检索量大", null), extended());
		Desk.after(received(), decided(Outcome.GRANTED))
			.refuses(new ExtendDeadline(ID, on("2024-03-30"), 20, "检索量大", null), Rule.ALREADY_CONCLUDED);
	}

	@Test
	void the_applicant_may_withdraw() {
		Desk.after(received())
			.records(new WithdrawApplication(ID, on("2024-03-05"), null),
					new ApplicationWithdrawn(CASE, on("2024-03-05"), null));
	}

	@Test
	void a_reply_is_delivered_once_and_after_the_decision() {
		DeliverReply deliver = new DeliverReply(ID, DeliveryWay.POST, on("2024-03-30"));
		ReplyDelivered delivered = new ReplyDelivered(CASE, DeliveryWay.POST, on("2024-03-30"));
		Desk.after(received(), decided(Outcome.GRANTED)).records(deliver, delivered);
		Desk.after(received(), decided(Outcome.GRANTED), delivered).refuses(deliver, Rule.ALREADY_DELIVERED);
		Desk.after(received()).refuses(deliver, Rule.NOT_CONCLUDED);
		Desk.after(received(), decided(Outcome.GRANTED))
			.refuses(new DeliverReply(ID, DeliveryWay.POST, on("2024-03-28")), Rule.DAY_ORDER);
	}

	@Test
	void a_case_is_handed_over_within_one_organ_and_year_only() {
		Desk.after(received())
			.records(transfer("T-in", "2024-03-05"),
					new ApplicationTransferred(CASE, "T", "T-in", on("2024-03-05"), "内设机构办理"));
		Desk.after(received(), new ApplicationTransferred(CASE, "T", "T-in", on("2024-03-05"), "内设机构办理"))
			.records(transfer("T-out", "2024-03-06"),
					new ApplicationTransferred(CASE, "T-in", "T-out", on("2024-03-06"), "内设机构办理"));
		Desk.after(received()).refuses(transfer("D", "2024-03-05"), Rule.TRANSFER_OUTSIDE_ORGAN);
		Desk.after(received()).refuses(transfer("T", "2024-03-05"), Rule.TRANSFER_OUTSIDE_ORGAN);
		Desk.after(received()).refuses(transfer("T-in", "2025-01-02"), Rule.TRANSFER_ACROSS_YEARS);
	}

	@Test
	void a_wrong_entry_is_rectified_by_a_new_one_that_keeps_the_record_legal() {
		Desk.after(received(), decided(Outcome.GRANTED))
			.records(rectify(Outcome.PARTLY_GRANTED, null, null), rectified(Outcome.PARTLY_GRANTED));
		Desk.after(received(), decided(Outcome.GRANTED))
			.refuses(rectify(Outcome.DENIED_4, null, null), Rule.THIRD_PARTY_NOT_CONSULTED);
		Desk.after(received(), decided(Outcome.GRANTED))
			.refuses(rectify(Outcome.OTHER_1, null, null), Rule.CORRECTION_NOT_REQUESTED);
		Desk.after(received(), decided(Outcome.GRANTED)).refuses(rectify(null, "2024-04-01", null), Rule.RECEIPT_DAY);
		Desk.after(received(), decided(Outcome.GRANTED))
			.refuses(rectify(null, null, "2024-03-01"), Rule.BEFORE_RECEIPT);
		Desk.after(received()).refuses(rectify(Outcome.GRANTED, null, null), Rule.NOT_CONCLUDED);
		Desk.after(received()).refuses(rectify(null, null, null), Rule.NOTHING_TO_RECTIFY);
	}

	@Test
	void an_entry_is_struck_where_nothing_rests_on_it() {
		Desk.after(received(), decided(Outcome.GRANTED))
			.records(strike(1), new EntryStruck(CASE, on("2024-04-01"), 1, "误录"));
		Desk.after(received(), decided(Outcome.GRANTED), new EntryStruck(CASE, on("2024-04-01"), 1, "误录"))
			.records(decide(Outcome.DENIED_1, "2024-04-02"), new ApplicationDecided(CASE, Outcome.DENIED_1,
					on("2024-04-02"), "〔2024〕1号", null, List.of(), null));
		Desk.after(received(), correctionRequested(), correctionSupplied()).refuses(strike(1), Rule.ENTRY_NEEDED);
		Desk.after(received()).refuses(strike(7), Rule.ENTRY_UNKNOWN);
		Desk.after(received(), correctionRequested(), new EntryStruck(CASE, on("2024-04-01"), 1, "误录"))
			.refuses(strike(2), Rule.ENTRY_UNKNOWN);
	}

	@Test
	void a_voided_record_takes_nothing_more() {
		Desk.after(received(), decided(Outcome.GRANTED))
			.records(strike(0), new EntryStruck(CASE, on("2024-04-01"), 0, "误录"));
		Desk desk = Desk.after(received(), new EntryStruck(CASE, on("2024-04-01"), 0, "误录"));
		desk.refuses(decide(Outcome.GRANTED, "2024-04-02"), Rule.RECORD_VOID);
		Desk.after(received(), new EntryStruck(CASE, on("2024-04-01"), 0, "误录"))
			.refuses(receive("T"), Rule.RECORD_VOID);
	}

	private static ReceiveApplication receive(String agency) {
		return new ReceiveApplication(agency, "1", ApplicantKind.NATURAL_PERSON, Channel.IN_PERSON, on("2024-03-04"),
				on("2024-03-04"), null, null);
	}

	private static DecideApplication parts(Outcome outcome, Outcome ground) {
		return new DecideApplication(ID, outcome, on("2024-03-29"), null, "条例第三十七条",
				List.of(new WithheldPart(ground, "第三人电话")), null);
	}

	private static TransferApplication transfer(String to, String day) {
		return new TransferApplication(ID, to, on(day), "内设机构办理");
	}

	private static RectifyRecord rectify(Outcome outcome, String receivedOn, String concludedOn) {
		return new RectifyRecord(ID, on("2024-04-01"), "录入错误", null, null, null,
				(receivedOn == null) ? null : on(receivedOn), outcome, (concludedOn == null) ? null : on(concludedOn),
				null, null);
	}

	private static RecordRectified rectified(Outcome outcome) {
		return new RecordRectified(CASE, on("2024-04-01"), "录入错误", null, null, null, null, outcome, null, null, null);
	}

	private static StrikeEntry strike(long sequence) {
		return new StrikeEntry(ID, on("2024-04-01"), sequence, "误录");
	}

}
