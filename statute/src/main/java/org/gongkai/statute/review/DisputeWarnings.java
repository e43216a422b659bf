package org.gongkai.statute.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.gongkai.events.review.DisputeOutcome;
import org.gongkai.events.review.DisputedAct;
import org.gongkai.events.review.LawsuitKind;
import org.gongkai.events.review.RulingForm;
import org.gongkai.statute.Caution;
import org.gongkai.statute.Warning;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/// What looks wrong in a recorded dispute. Terms count from the day after the act or decision became known, and end with the
/// next working day where their last day is a day off (行政复议法第八十八条, 行政诉讼法第一百零一条).
public final class DisputeWarnings {

	/// 行政复议法第二十条: days.
	static final int REVIEW_DAYS = 60;

	/// 行政诉讼法第四十六条.
	static final int SUIT_MONTHS = 6;

	/// 行政诉讼法第四十五条: days from the decision on review.
	static final int SUIT_AFTER_REVIEW_DAYS = 15;

	/// 行政复议法 of 2023, article 23, in force.
	static final LocalDate REVIEW_FIRST_FROM = LocalDate.of(2024, 1, 1);

	private final WorkingCalendar calendar;

	private final List<Warning> warnings = new ArrayList<>();

	private DisputeWarnings(WorkingCalendar calendar) {
		this.calendar = calendar;
	}

	/// What looks wrong in a review as filed.
	/// @param attacked the conclusion attacked; null where there was none or none is told
	public static List<Warning> ofReview(DisputedAct against, LocalDate filedOn, @Nullable Attacked attacked,
			WorkingCalendar calendar) {
		DisputeWarnings judge = new DisputeWarnings(calendar);
		if (against == DisputedAct.REPLY && attacked != null) {
			judge.term(Caution.REVIEW_OUT_OF_TERM, attacked.knownOn(), attacked.knownOn().plusDays(REVIEW_DAYS),
					filedOn);
		}
		return judge.warnings;
	}

	/// What looks wrong in a direct suit as filed.
	/// @param attacked the conclusion attacked; null where there was none or none is told
	public static List<Warning> ofDirectSuit(DisputedAct against, LocalDate filedOn, @Nullable Attacked attacked,
			WorkingCalendar calendar) {
		DisputeWarnings judge = new DisputeWarnings(calendar);
		if (against == DisputedAct.REPLY && attacked != null) {
			judge.term(Caution.SUIT_OUT_OF_TERM, attacked.knownOn(), attacked.knownOn().plusMonths(SUIT_MONTHS),
					filedOn);
			if (attacked.isRefusal() && !attacked.on().isBefore(REVIEW_FIRST_FROM)) {
				judge.add(Caution.REVIEW_FIRST, "a refusal of " + attacked.on()
						+ " under articles 14 to 16 is reviewed before it is sued over");
			}
		}
		if (against == DisputedAct.INACTION && !filedOn.isBefore(REVIEW_FIRST_FROM)) {
			judge.add(Caution.REVIEW_FIRST, "a failure to answer is reviewed before it is sued over");
		}
		return judge.warnings;
	}

	/// What looks wrong in a suit after review as filed.
	/// @param recorded whether the review is on record
	/// @param concludedOn the day of the decision on review; null while it is pending
	public static List<Warning> ofSuitAfterReview(LocalDate filedOn, boolean recorded, @Nullable LocalDate concludedOn,
			WorkingCalendar calendar) {
		DisputeWarnings judge = new DisputeWarnings(calendar);
		if (!recorded) {
			judge.add(Caution.REVIEW_NOT_RECORDED, "the suit names no review that is recorded here");
		}
		else if (concludedOn == null || concludedOn.isAfter(filedOn)) {
			judge.add(Caution.REVIEW_PENDING, "the review was not decided when the suit was brought on " + filedOn);
		}
		else {
			judge.term(Caution.SUIT_AFTER_REVIEW_OUT_OF_TERM, concludedOn, concludedOn.plusDays(SUIT_AFTER_REVIEW_DAYS),
					filedOn);
		}
		return judge.warnings;
	}

	/// What looks wrong in a lawsuit as filed.
	public static List<Warning> ofLawsuit(LawsuitKind kind, DisputedAct against, LocalDate filedOn,
			@Nullable Attacked attacked, boolean reviewRecorded, @Nullable LocalDate reviewConcludedOn,
			WorkingCalendar calendar) {
		return switch (kind) {
			case DIRECT -> ofDirectSuit(against, filedOn, attacked, calendar);
			case AFTER_REVIEW -> ofSuitAfterReview(filedOn, reviewRecorded, reviewConcludedOn, calendar);
		};
	}

	/// What looks wrong in a decision as recorded.
	public static List<Warning> ofDecision(DisputeOutcome outcome, @Nullable RulingForm form) {
		if (form == null || usual(form) == outcome) {
			return List.of();
		}
		return List.of(Warning.of(Caution.UNUSUAL_OUTCOME,
				"a decision of this form usually counts as " + name(usual(form)) + ", not as " + name(outcome)));
	}

	/// The outcome that a form of decision usually counts as. Derived from 行政复议法 articles
	/// 63 to 73 and 行政诉讼法 articles
	/// 62 and 69 to 77: no text maps them, so the office may record another one and is
	/// warned.
	public static DisputeOutcome usual(RulingForm form) {
		return switch (form) {
			case UPHELD, CLAIM_REJECTED -> DisputeOutcome.UPHELD;
			case CHANGED, REVOKED, DECLARED_UNLAWFUL, DECLARED_VOID, ORDERED_TO_ACT -> DisputeOutcome.CORRECTED;
			case NOT_ACCEPTED, DISMISSED, TERMINATED, SETTLED -> DisputeOutcome.OTHER;
		};
	}

	private static String name(DisputeOutcome outcome) {
		return outcome.name().toLowerCase(Locale.ROOT);
	}

	private void term(Caution caution, LocalDate from, LocalDate end, LocalDate filedOn) {
		LocalDate last = this.calendar.workingDayFrom(end);
		if (filedOn.isAfter(last)) {
			add(caution, "the term from " + from + " ended on " + last + ", before " + filedOn);
		}
	}

	private void add(Caution caution, String sentence) {
		this.warnings.add(Warning.of(caution, sentence));
	}

}
