package org.gongkai.command.application;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.gongkai.command.application.CaseState.Concluded;
import org.gongkai.command.application.CaseState.Open;
import org.gongkai.command.application.CaseState.Unknown;
import org.gongkai.command.application.CaseState.Voided;
import org.gongkai.command.calendar.Calendars;
import org.gongkai.events.application.AgencyConsulted;
import org.gongkai.events.application.AgencyOpinionRecorded;
import org.gongkai.events.application.ApplicantErased;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.ApplicationRedecided;
import org.gongkai.events.application.ApplicationTransferred;
import org.gongkai.events.application.ApplicationWithdrawn;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.CorrectionLapsed;
import org.gongkai.events.application.CorrectionRequested;
import org.gongkai.events.application.CorrectionSupplied;
import org.gongkai.events.application.DeadlineExtended;
import org.gongkai.events.application.DecisionDrafted;
import org.gongkai.events.application.DraftReturned;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.application.FeeLapsed;
import org.gongkai.events.application.FeeNoticeIssued;
import org.gongkai.events.application.FeePaid;
import org.gongkai.events.application.FeeSchedule;
import org.gongkai.events.application.ReasonsRequested;
import org.gongkai.events.application.ReasonsSupplied;
import org.gongkai.events.application.RecordRectified;
import org.gongkai.events.application.RedecisionOrdered;
import org.gongkai.events.application.ReplyDelayed;
import org.gongkai.events.application.ReplyDelivered;
import org.gongkai.events.application.ThirdPartyConsulted;
import org.gongkai.events.application.ThirdPartyOpinionRecorded;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.application.Fees;
import org.jspecify.annotations.Nullable;

/// What the Regulation and the record allow to happen next. An act that was late is allowed, since a record tells what was
/// done; an act that the law does not know is refused.
public final class CaseRules {

	private final ConclusionRules conclusions;

	/// @param calendars tell the end of the term for paying
	public CaseRules(Calendars calendars) {
		this.conclusions = new ConclusionRules(calendars);
	}

	/// @throws Refused when the act may not follow
	void admit(CaseState state, ApplicationEvent act) {
		switch (state) {
			case Unknown _ -> admitFirst(act);
			case Open open -> admitOpen(open, act);
			case Concluded concluded -> admitConcluded(concluded, act);
			case Voided _ -> throw new Refused(Rule.RECORD_VOID, "the record of this application was struck");
		}
	}

	/// Whether all acts may follow one another, as they must after a correction of the
	/// record too.
	/// @throws Refused when one may not
	CaseState replay(List<ApplicationEvent> acts) {
		CaseState state = new Unknown();
		for (ApplicationEvent act : acts) {
			admit(state, act);
			state = CaseEvolution.evolve(state, act);
		}
		return state;
	}

	private static void admitFirst(ApplicationEvent act) {
		if (!(act instanceof ApplicationReceived e)) {
			throw new Refused(Rule.UNKNOWN_APPLICATION, "no application has this number");
		}
		boolean sameDay = e.channel() == Channel.IN_PERSON || e.channel() == Channel.ORAL;
		if (sameDay ? !e.receivedOn().equals(e.submittedOn()) : e.receivedOn().isBefore(e.submittedOn())) {
			// article 31: handed in counts that day; by post on signature, else on
			// confirmation, never before sending
			throw new Refused(Rule.RECEIPT_DAY, sameDay ? "what is handed in or told is received on that same day"
					: "an application is not received before it is sent");
		}
	}

	private void admitOpen(Open open, ApplicationEvent act) {
		if (act instanceof ApplicationReceived) {
			throw new Refused(Rule.APPLICATION_EXISTS, "this agency has an application of this number");
		}
		Procedure procedure = open.procedure();
		Intake intake = open.intake();
		notBefore(intake.receivedOn(), act.effectiveOn(), Rule.BEFORE_RECEIPT, "the application was received on");
		if (!(act instanceof RecordRectified)) {
			notBefore(intake.redecisionOrderedOn(), act.effectiveOn(), Rule.DAY_ORDER, "a new answer was ordered on");
		}
		if (intake.isReopened()) {
			admitReopened(act);
		}
		switch (act) {
			case CorrectionRequested e -> {
				// article 30: 一次性告知
				refuseIf(procedure.correctionNotifiedOn() != null, Rule.SECOND_CORRECTION,
						"a correction was requested on " + procedure.correctionNotifiedOn() + " already");
				refuseIf(!e.dueOn().isAfter(e.notifiedOn()), Rule.CORRECTION_TERM,
						"the term for the correction ends after the day of the notice");
			}
			case CorrectionSupplied e -> {
				refuseIf(procedure.correctionSuppliedOn() != null, Rule.CORRECTION_ALREADY_SUPPLIED,
						"the correction came on " + procedure.correctionSuppliedOn() + " already");
				notBefore(
						needed(procedure.correctionNotifiedOn(), Rule.CORRECTION_NOT_REQUESTED,
								"no correction was requested"),
						e.suppliedOn(), Rule.DAY_ORDER, "the correction was requested on");
			}
			case ThirdPartyConsulted _, AgencyConsulted _, ReasonsSupplied _, ReplyDelayed _ ->
				admitReasons(procedure, act);
			case ThirdPartyOpinionRecorded e -> admitAnswer(procedure, e.consultation(), true, e.answeredOn());
			case AgencyOpinionRecorded e -> admitAnswer(procedure, e.consultation(), false, e.answeredOn());
			case DeadlineExtended e -> admitExtension(procedure, e);
			case ReasonsRequested _ -> refuseIf(procedure.reasonsAskedOn() != null, Rule.REASONS_ALREADY_ASKED,
					"reasons were asked for on " + procedure.reasonsAskedOn() + " already");
			case FeeNoticeIssued e -> admitFeeNotice(procedure, e);
			case FeePaid e -> {
				refuseIf(procedure.feePaidOn() != null, Rule.FEE_ALREADY_PAID,
						"the fee was paid on " + procedure.feePaidOn() + " already");
				notBefore(needed(procedure.feeNotifiedOn(), Rule.FEE_NOT_NOTIFIED, "no fee notice was issued"),
						e.paidOn(), Rule.DAY_ORDER, "the fee notice was received on");
			}
			case ApplicationTransferred e -> refuseIf(
					e.transferredOn().getYear() != open.intake().receivedOn().getYear(), Rule.TRANSFER_ACROSS_YEARS,
					"the application was received in " + open.intake().receivedOn().getYear()
							+ " and is carried over by the body that had it then");
			case DecisionDrafted _, ApplicationDecided _, CorrectionLapsed _, FeeLapsed _, ApplicationRedecided _ ->
				this.conclusions.admit(open, act);
			case DraftReturned e ->
				notBefore(needed(open.draftedOn(), Rule.DECISION_NOT_DRAFTED, "no draft waits for a decision"),
						e.returnedOn(), Rule.DAY_ORDER, "the decision was drafted on");
			case RedecisionOrdered _ ->
				throw new Refused(intake.isReopened() ? Rule.REDECISION_RUNNING : Rule.NOT_CONCLUDED,
						"an open application has no answer to replace");
			case ApplicationWithdrawn _, RecordRectified _, EntryStruck _, ApplicantErased _ -> {
			}
			case ReplyDelivered _ ->
				throw new Refused(Rule.NOT_CONCLUDED, "an application without a reply has nothing to deliver");
			case ApplicationReceived _ -> throw new IllegalStateException("refused above");
		}
	}

	private static void admitReasons(Procedure procedure, ApplicationEvent act) {
		switch (act) {
			case ReasonsSupplied e ->
				notBefore(needed(procedure.reasonsAskedOn(), Rule.REASONS_NOT_ASKED, "no reasons were asked for"),
						e.suppliedOn(), Rule.DAY_ORDER, "the reasons were asked for on");
			case ReplyDelayed e -> {
				// article 35: only where the reasons asked for turned out reasonable
				needed(procedure.reasonsAskedOn(), Rule.REASONS_NOT_ASKED, "no reasons were asked for");
				refuseIf(!e.replyBy().isAfter(e.notifiedOn()), Rule.DELAYED_TERM,
						"the delayed term ends after the day of the notice");
			}
			default -> {
			}
		}
	}

	private static void admitAnswer(Procedure procedure, int number, boolean thirdParty, LocalDate on) {
		Procedure.Consultation asked = procedure.consultation(number);
		if (asked == null || asked.thirdParty() != thirdParty) {
			throw new Refused(Rule.CONSULTATION_UNKNOWN, "consultation " + number + " was not made");
		}
		refuseIf(asked.answeredOn() != null, Rule.CONSULTATION_ANSWERED,
				"consultation " + number + " was answered on " + asked.answeredOn() + " already");
		notBefore(asked.askedOn(), on, Rule.DAY_ORDER, "the question went out on");
	}

	private static void admitExtension(Procedure procedure, DeadlineExtended e) {
		refuseIf(procedure.extended(), Rule.SECOND_EXTENSION, "the term was extended already");
		refuseIf(e.workingDays() < 1 || e.workingDays() > 20, Rule.EXTENSION_TOO_LONG,
				"an extension is 1 to 20 working days, not " + e.workingDays());
		refuseIf(e.reason().isBlank(), Rule.EXTENSION_WITHOUT_REASON, "an extension states its reason");
	}

	private static void admitFeeNotice(Procedure procedure, FeeNoticeIssued e) {
		// article 3: one schedule for one application
		refuseIf(procedure.feeNotifiedOn() != null, Rule.SECOND_FEE_NOTICE,
				"a fee notice was issued on " + procedure.feeNotifiedOn() + " already");
		refuseIf(e.amountYuan().signum() <= 0, Rule.FEE_AMOUNT, "a fee is more than 0 yuan");
		Integer quantity = e.quantity();
		if (quantity != null) {
			refuseIf(quantity < 1, Rule.FEE_AMOUNT, "the quantity is at least 1");
			BigDecimal due = Fees.of(e.schedule(), quantity);
			BigDecimal last = (e.schedule() == FeeSchedule.PER_ITEM) ? Fees.item(quantity) : due;
			// per item the month's sum or this application's own share of it may be asked
			// for
			refuseIf(e.amountYuan().compareTo(due) != 0 && e.amountYuan().compareTo(last) != 0, Rule.FEE_AMOUNT,
					"the fee for " + quantity + " is " + due + " yuan, not " + e.amountYuan());
		}
	}

	/// The row in which a case counts is that of its first answer; what ends it again is
	/// a new answer and nothing that counts.
	private static void admitReopened(ApplicationEvent act) {
		switch (act) {
			case ApplicationDecided _, CorrectionLapsed _, FeeLapsed _, ApplicationWithdrawn _ -> throw new Refused(
					Rule.REDECISION_RUNNING, "a new answer was ordered; it is recorded by RedecideApplication");
			case ApplicationTransferred _ -> throw new Refused(Rule.TRANSFER_ACROSS_YEARS,
					"an application that counts where it was answered first is not handed over");
			default -> {
			}
		}
	}

	private void admitConcluded(Concluded concluded, ApplicationEvent act) {
		switch (act) {
			case ReplyDelivered e -> {
				refuseIf(concluded.deliveredOn() != null, Rule.ALREADY_DELIVERED,
						"the reply was delivered on " + concluded.deliveredOn() + " already");
				notBefore(concluded.on(), e.deliveredOn(), Rule.DAY_ORDER, "the application was concluded on");
			}
			case RedecisionOrdered e -> {
				notBefore(concluded.on(), e.orderedOn(), Rule.DAY_ORDER, "the application was concluded on");
				LocalDate replyBy = e.replyBy();
				refuseIf(replyBy != null && !replyBy.isAfter(e.orderedOn()), Rule.DELAYED_TERM,
						"the term set for the new answer ends after the day of the order");
			}
			case RecordRectified _, EntryStruck _, ApplicantErased _ -> {
			}
			case ApplicationReceived _ ->
				throw new Refused(Rule.APPLICATION_EXISTS, "this agency has an application of this number");
			case DecisionDrafted _, DraftReturned _, ApplicationDecided _, CorrectionLapsed _, FeeLapsed _,
					ApplicationWithdrawn _, ApplicationTransferred _, ApplicationRedecided _ ->
				throw concludedAlready(concluded);
			case CorrectionRequested _, CorrectionSupplied _, ThirdPartyConsulted _, ThirdPartyOpinionRecorded _,
					AgencyConsulted _, AgencyOpinionRecorded _, DeadlineExtended _, ReasonsRequested _,
					ReasonsSupplied _, ReplyDelayed _, FeeNoticeIssued _, FeePaid _ -> {
				// written down late: what was done before the conclusion may still be
				// entered
				if (act.effectiveOn().isAfter(concluded.on())) {
					throw concludedAlready(concluded);
				}
				admitOpen(new Open(concluded.intake(), concluded.procedure()), act);
			}
		}
	}

	private static Refused concludedAlready(Concluded concluded) {
		return new Refused(Rule.ALREADY_CONCLUDED,
				"the application was concluded as " + concluded.outcome() + " on " + concluded.on() + " already");
	}

	static void notBefore(@Nullable LocalDate earlier, LocalDate later, Rule rule, String sentence) {
		refuseIf(earlier != null && later.isBefore(earlier), rule, sentence + " " + earlier + ", after " + later);
	}

	static LocalDate needed(@Nullable LocalDate day, Rule rule, String sentence) {
		if (day == null) {
			throw new Refused(rule, sentence);
		}
		return day;
	}

	static void refuseIf(boolean broken, Rule rule, String sentence) {
		if (broken) {
			throw new Refused(rule, sentence);
		}
	}

}
