package org.gongkai.command.review;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gongkai.command.application.ApplicationId;
import org.gongkai.events.review.DisputeEntryStruck;
import org.gongkai.events.review.DisputeEvent;
import org.gongkai.events.review.DisputeOutcome;
import org.gongkai.events.review.DisputeRectified;
import org.gongkai.events.review.DisputedAct;
import org.gongkai.events.review.LawsuitConcluded;
import org.gongkai.events.review.LawsuitFiled;
import org.gongkai.events.review.LawsuitKind;
import org.gongkai.events.review.LawsuitWithdrawn;
import org.gongkai.events.review.ReviewWithdrawn;
import org.gongkai.events.review.RulingForm;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.gongkai.command.review.Docket.LAWSUIT;
import static org.gongkai.command.review.Docket.NOTHING;
import static org.gongkai.command.review.Docket.REVIEW;
import static org.gongkai.command.review.Docket.on;
import static org.gongkai.command.review.Docket.review;
import static org.gongkai.command.review.Docket.reviewConcluded;
import static org.gongkai.command.review.Docket.reviewFiled;
import static org.gongkai.command.review.Docket.suit;
import static org.gongkai.command.review.Docket.suitFiled;

class DisputeLifeTest {

	private static final DisputeId ID = DisputeId.of(REVIEW);

	private static final DisputeId SUIT = DisputeId.of(LAWSUIT);

	@Test
	void a_review_is_filed_against_an_answer_a_silence_or_something_else() {
		Docket.empty()
			.recordsWithoutWarning(review("T/1", DisputedAct.REPLY, "2024-04-15"),
					reviewFiled("T/1", DisputedAct.REPLY, "2024-04-15"));
		Docket.empty()
			.recordsWithoutWarning(review("T/open", DisputedAct.INACTION, "2024-04-15"),
					reviewFiled("T/open", DisputedAct.INACTION, "2024-04-15"));
		Docket.empty()
			.recordsWithoutWarning(review(null, DisputedAct.OTHER, "2024-04-15"),
					reviewFiled(null, DisputedAct.OTHER, "2024-04-15"));
		Docket.empty()
			.recordsWithoutWarning(review("T/moved", DisputedAct.REPLY, "2024-04-15"),
					reviewFiled("T/moved", DisputedAct.REPLY, "2024-04-15"));
	}

	@ParameterizedTest
	@CsvSource({ "T/none, REPLY, 2024-04-15, UNKNOWN_APPLICATION", "T/void, REPLY, 2024-04-15, RECORD_VOID",
			"D/1, REPLY, 2024-04-15, DISPUTE_OF_ANOTHER", "T/1, REPLY, 2024-03-28, NO_REPLY_YET",
			"T/open, REPLY, 2024-04-15, NO_REPLY_YET", "T/1, INACTION, 2023-12-03, BEFORE_RECEIPT",
			", OTHER, 1999-12-31, AGENCY_CLOSED" })
	void a_filing_that_contradicts_the_record_is_refused(String application, DisputedAct against, String day,
			Rule rule) {
		Docket.empty().refuses(review(application, against, day), rule);
	}

	@Test
	void a_dispute_is_filed_once_with_an_agency_that_exists() {
		Docket.after(reviewFiled("T/1", DisputedAct.REPLY, "2024-04-15"))
			.refuses(review("T/1", DisputedAct.REPLY, "2024-04-16"), Rule.DISPUTE_EXISTS);
		Docket.empty()
			.refuses(new FileReview("nowhere", "复1", null, DisputedAct.OTHER, null, on("2024-04-15"), null),
					Rule.UNKNOWN_AGENCY);
		Docket.empty()
			.refuses(new FileReview("old", "复1", null, DisputedAct.OTHER, null, on("2024-04-15"), null),
					Rule.AGENCY_CLOSED);
	}

	// sixty days after 1 April 2024 end on Friday 31 May
	@ParameterizedTest
	@CsvSource({ "2024-05-31,", "2024-06-01, review-out-of-term" })
	void a_review_after_sixty_days_is_recorded_with_a_warning(String day, String warning) {
		warned(review("T/1", DisputedAct.REPLY, day), reviewFiled("T/1", DisputedAct.REPLY, day), warning);
	}

	// six months after 29 March 2024 end on Sunday 29 September, a make-up working day
	@ParameterizedTest
	@CsvSource({ "T/granted, REPLY, 2024-09-29,", "T/granted, REPLY, 2024-09-30, suit-out-of-term",
			"T/1, REPLY, 2024-04-15, review-first", "T/before, REPLY, 2024-04-15,",
			"T/open, INACTION, 2024-04-15, review-first", "T/open, INACTION, 2023-12-29,", ", OTHER, 2024-04-15,", })
	void a_direct_suit_out_of_term_or_where_review_comes_first_is_recorded_with_a_warning(String application,
			DisputedAct against, String day, String warning) {
		warned(suit(LawsuitKind.DIRECT, application, null, against, day),
				suitFiled(LawsuitKind.DIRECT, application, null, against, day), warning);
	}

	// fifteen days after 3 June 2024 end on Tuesday 18 June
	@ParameterizedTest
	@CsvSource({ "review:T/decided, 2024-06-18,", "review:T/decided, 2024-06-19, suit-after-review-out-of-term",
			"review:T/decided, 2024-06-02, review-pending", "review:T/pending, 2024-06-18, review-pending",
			", 2024-06-18, review-not-recorded" })
	void a_suit_after_review_looks_at_the_review(String review, String day, String warning) {
		warned(suit(LawsuitKind.AFTER_REVIEW, "T/1", review, DisputedAct.REPLY, day),
				suitFiled(LawsuitKind.AFTER_REVIEW, "T/1", review, DisputedAct.REPLY, day), warning);
	}

	@ParameterizedTest
	@CsvSource({ "AFTER_REVIEW, review:T/none, UNKNOWN_DISPUTE", "AFTER_REVIEW, review:T/granted, DISPUTE_OF_ANOTHER",
			"AFTER_REVIEW, lawsuit:T/1, MALFORMED", "DIRECT, review:T/decided, DISPUTE_OF_ANOTHER" })
	void the_review_named_is_one_that_the_suit_came_after(LawsuitKind kind, String review, Rule rule) {
		Docket.empty().refuses(suit(kind, "T/1", review, DisputedAct.REPLY, "2024-06-10"), rule);
	}

	@Test
	void a_reviewing_organ_may_be_sued_together_with_another_agency() {
		Docket.empty()
			.records(
					new FileLawsuit("T", "诉1", LawsuitKind.AFTER_REVIEW, ApplicationId.of("D/1"), null,
							DisputedAct.REPLY, null, on("2024-06-10"), true, null),
					new LawsuitFiled(LAWSUIT, "T", "诉1", LawsuitKind.AFTER_REVIEW, "D/1", null, DisputedAct.REPLY, null,
							on("2024-06-10"), true, NOTHING));
	}

	@Test
	void a_dispute_ends_once_and_not_before_it_began() {
		Docket.after(reviewFiled("T/1", DisputedAct.REPLY, "2024-04-15"))
			.recordsWithoutWarning(conclude(DisputeOutcome.UPHELD, RulingForm.UPHELD, "2024-04-15"),
					reviewConcluded(DisputeOutcome.UPHELD, RulingForm.UPHELD, "2024-04-15"));
		Docket.after(reviewFiled("T/1", DisputedAct.REPLY, "2024-04-15"))
			.refuses(conclude(DisputeOutcome.UPHELD, null, "2024-04-14"), Rule.BEFORE_FILING);
		Docket
			.after(reviewFiled("T/1", DisputedAct.REPLY, "2024-04-15"),
					reviewConcluded(DisputeOutcome.UPHELD, null, "2024-06-03"))
			.refuses(new WithdrawReview(ID, on("2024-06-04"), null), Rule.DISPUTE_CONCLUDED);
		Docket.after(suitFiled(LawsuitKind.DIRECT, null, null, DisputedAct.OTHER, "2024-04-15"))
			.records(
					new ConcludeLawsuit(SUIT, DisputeOutcome.CORRECTED, RulingForm.REVOKED, on("2024-08-01"), null,
							true),
					new LawsuitConcluded(LAWSUIT, DisputeOutcome.CORRECTED, RulingForm.REVOKED, on("2024-08-01"), null,
							true));
	}

	@Test
	void a_withdrawal_ends_a_dispute() {
		Docket.after(reviewFiled("T/1", DisputedAct.REPLY, "2024-04-15"))
			.records(new WithdrawReview(ID, on("2024-05-06"), "终1"),
					new ReviewWithdrawn(REVIEW, on("2024-05-06"), "终1"));
		Docket.after(suitFiled(LawsuitKind.DIRECT, null, null, DisputedAct.OTHER, "2024-04-15"))
			.records(new WithdrawLawsuit(SUIT, on("2024-05-06"), null),
					new LawsuitWithdrawn(LAWSUIT, on("2024-05-06"), null));
	}

	@Test
	void what_was_decided_before_the_records_begin_is_not_recorded() {
		Docket.after(reviewFiled(null, DisputedAct.OTHER, "2023-11-01"))
			.refuses(conclude(DisputeOutcome.UPHELD, null, "2023-12-29"), Rule.BEFORE_LEDGER);
		Docket.after(reviewFiled(null, DisputedAct.OTHER, "2023-11-01"))
			.records(conclude(DisputeOutcome.UPHELD, null, "2024-01-02"),
					reviewConcluded(DisputeOutcome.UPHELD, null, "2024-01-02"));
	}

	@ParameterizedTest
	@CsvSource({ "UPHELD, CLAIM_REJECTED,", "CORRECTED, ORDERED_TO_ACT,", "OTHER, DISMISSED,",
			"UPHELD, REVOKED, unusual-outcome", "CORRECTED, SETTLED, unusual-outcome" })
	void an_outcome_that_does_not_go_with_its_form_is_recorded_with_a_warning(DisputeOutcome outcome, RulingForm form,
			String warning) {
		Docket docket = Docket.after(reviewFiled("T/1", DisputedAct.REPLY, "2024-04-15"));
		if (warning == null) {
			docket.recordsWithoutWarning(conclude(outcome, form, "2024-06-03"),
					reviewConcluded(outcome, form, "2024-06-03"));
		}
		else {
			docket.records(conclude(outcome, form, "2024-06-03"), reviewConcluded(outcome, form, "2024-06-03"),
					warning);
		}
	}

	@Test
	void a_wrong_entry_is_rectified_by_a_new_one_that_keeps_the_record_whole() {
		Docket.after(reviewFiled("T/1", DisputedAct.REPLY, "2024-04-15"))
			.records(rectify("2024-06-03", null, null), rectified("2024-06-03", null, null), "review-out-of-term");
		Docket.after(reviewFiled("T/1", DisputedAct.REPLY, "2024-04-15"))
			.refuses(rectify("2024-03-28", null, null), Rule.NO_REPLY_YET);
		Docket.after(reviewFiled("T/1", DisputedAct.REPLY, "2024-04-15"))
			.refuses(rectify(null, DisputeOutcome.UPHELD, null), Rule.DISPUTE_PENDING);
		Docket.after(reviewFiled("T/1", DisputedAct.REPLY, "2024-04-15"))
			.refuses(rectify(null, null, null), Rule.NOTHING_TO_RECTIFY);
		Docket
			.after(reviewFiled("T/1", DisputedAct.REPLY, "2024-04-15"),
					new ReviewWithdrawn(REVIEW, on("2024-05-06"), null))
			.records(rectify(null, DisputeOutcome.CORRECTED, "2024-05-07"),
					rectified(null, DisputeOutcome.CORRECTED, "2024-05-07"));
		Docket
			.after(reviewFiled("T/1", DisputedAct.REPLY, "2024-04-15"),
					reviewConcluded(DisputeOutcome.UPHELD, null, "2024-06-03"))
			.refuses(rectify(null, null, "2024-04-14"), Rule.BEFORE_FILING);
	}

	@Test
	void an_entry_is_struck_where_nothing_rests_on_it() {
		Docket
			.after(reviewFiled("T/1", DisputedAct.REPLY, "2024-04-15"),
					reviewConcluded(DisputeOutcome.UPHELD, null, "2024-06-03"))
			.records(strike(1), struck(1));
		Docket
			.after(reviewFiled("T/1", DisputedAct.REPLY, "2024-04-15"),
					reviewConcluded(DisputeOutcome.UPHELD, null, "2024-06-03"), struck(1))
			.records(conclude(DisputeOutcome.OTHER, null, "2024-06-04"),
					reviewConcluded(DisputeOutcome.OTHER, null, "2024-06-04"));
		Docket.after(reviewFiled("T/1", DisputedAct.REPLY, "2024-04-15")).refuses(strike(1), Rule.ENTRY_UNKNOWN);
		Docket.after(reviewFiled("T/1", DisputedAct.REPLY, "2024-04-15"), struck(0))
			.refuses(conclude(DisputeOutcome.UPHELD, null, "2024-06-03"), Rule.DISPUTE_VOID);
		Docket.after(reviewFiled("T/1", DisputedAct.REPLY, "2024-04-15"), struck(0))
			.refuses(review("T/1", DisputedAct.REPLY, "2024-04-15"), Rule.DISPUTE_VOID);
	}

	@Test
	void a_review_is_no_lawsuit() {
		malformed(() -> new ConcludeReview(SUIT, DisputeOutcome.UPHELD, null, on("2024-06-03"), null, null));
		malformed(() -> new WithdrawLawsuit(ID, on("2024-06-03"), null));
		malformed(() -> DisputeId.of("T/复1"));
		malformed(() -> DisputeId.of("review:T"));
		malformed(() -> new RectifyDispute(ID, on("2024-06-03"), "录入错误", null, null, LawsuitKind.DIRECT, null, null,
				null, null, null, null, null, null, null));
	}

	private static void malformed(ThrowingCallable input) {
		assertThatExceptionOfType(Refused.class).isThrownBy(input)
			.matches((refused) -> refused.rule() == Rule.MALFORMED);
	}

	private static void warned(DisputeCommand command, DisputeEvent event, String warning) {
		if (warning == null) {
			Docket.empty().recordsWithoutWarning(command, event);
		}
		else {
			Docket.empty().records(command, event, warning);
		}
	}

	private static ConcludeReview conclude(DisputeOutcome outcome, RulingForm form, String day) {
		return new ConcludeReview(ID, outcome, form, on(day), "〔2024〕复1号", null);
	}

	private static RectifyDispute rectify(String filedOn, DisputeOutcome outcome, String concludedOn) {
		return new RectifyDispute(ID, on("2024-07-01"), "录入错误", null, null, null, null, null,
				(filedOn == null) ? null : on(filedOn), null, outcome, null,
				(concludedOn == null) ? null : on(concludedOn), null, null);
	}

	private static DisputeRectified rectified(String filedOn, DisputeOutcome outcome, String concludedOn) {
		return new DisputeRectified(REVIEW, on("2024-07-01"), "录入错误", null, null, null, null, null,
				(filedOn == null) ? null : on(filedOn), null, outcome, null,
				(concludedOn == null) ? null : on(concludedOn), null, null);
	}

	private static StrikeDisputeEntry strike(long sequence) {
		return new StrikeDisputeEntry(ID, on("2024-07-01"), sequence, "误录");
	}

	private static DisputeEntryStruck struck(long sequence) {
		return new DisputeEntryStruck(REVIEW, on("2024-07-01"), sequence, "误录");
	}

}
