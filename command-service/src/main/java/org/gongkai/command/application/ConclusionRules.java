package org.gongkai.command.application;

import java.time.LocalDate;
import org.gongkai.command.application.CaseState.Open;
import org.gongkai.command.calendar.Calendars;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.application.ApplicationRedecided;
import org.gongkai.events.application.CorrectionLapsed;
import org.gongkai.events.application.DecisionDrafted;
import org.gongkai.events.application.FeeLapsed;
import org.gongkai.events.application.Outcome;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

import static org.gongkai.command.application.CaseRules.needed;
import static org.gongkai.command.application.CaseRules.notBefore;
import static org.gongkai.command.application.CaseRules.refuseIf;

/// What the Regulation and the record allow an open case to be concluded as.
final class ConclusionRules {

	/// 逾期不缴费: days to pay, from the day after the notice (国办函〔2020〕109号, article 6).
	static final int WORKING_DAYS_TO_PAY = 20;

	private final Calendars calendars;

	/// @param calendars tell the end of the term for paying
	ConclusionRules(Calendars calendars) {
		this.calendars = calendars;
	}

	/// @throws Refused when the conclusion, or the draft of one, may not follow
	void admit(Open open, ApplicationEvent conclusion) {
		switch (conclusion) {
			case DecisionDrafted e -> admit(new Open(open.intake(), open.procedure()), proposed(open, e));
			case ApplicationDecided e -> admitDecision(open, e);
			case CorrectionLapsed e -> admitCorrectionLapse(open, e);
			case FeeLapsed e -> admitFeeLapse(open, e);
			case ApplicationRedecided e -> admitRedecision(open, e);
			default -> throw new IllegalStateException(conclusion.getClass() + " concludes nothing");
		}
	}

	/// What a draft would become on its own day.
	private static ApplicationEvent proposed(Open open, DecisionDrafted e) {
		return open.intake().isReopened()
				? new ApplicationRedecided(e.applicationId(), e.outcome(), e.draftedOn(), e.replyNo(), e.legalBasis(),
						e.withheldParts(), e.referredTo())
				: new ApplicationDecided(e.applicationId(), e.outcome(), e.draftedOn(), e.replyNo(), e.legalBasis(),
						e.withheldParts(), e.referredTo());
	}

	/// A lapse or withdrawal in the new procedure is a new answer of that kind.
	private void admitRedecision(Open open, ApplicationRedecided e) {
		refuseIf(!open.intake().isReopened(), Rule.REDECISION_NOT_ORDERED, "no new answer was ordered");
		switch (e.outcome()) {
			case OTHER_1 -> admitCorrectionLapse(open, new CorrectionLapsed(e.applicationId(), e.decidedOn(), null));
			case OTHER_2 -> admitFeeLapse(open, new FeeLapsed(e.applicationId(), e.decidedOn(), null));
			default -> admitDecision(open, new ApplicationDecided(e.applicationId(), e.outcome(), e.decidedOn(),
					e.replyNo(), e.legalBasis(), e.withheldParts(), e.referredTo()));
		}
	}

	private static void admitDecision(Open open, ApplicationDecided e) {
		Procedure procedure = open.procedure();
		boolean complete = !open.intake().historical();
		// what the first answer rested on may carry the second
		boolean first = complete && !open.intake().isReopened();
		afterActs(procedure, e.decidedOn());
		notBefore(open.draftedOn(), e.decidedOn(), Rule.DAY_ORDER, "the decision was drafted on");
		switch (e.outcome()) {
			case OTHER_1, OTHER_2 ->
				throw new Refused(Rule.OUTCOME_BY_LAPSE, "a lapse is recorded as such: LapseCorrection or LapseFee");
			case DENIED_4 -> refuseIf(complete && !procedure.askedThirdParty(), Rule.THIRD_PARTY_NOT_CONSULTED,
					"the third party is asked before its interests are the ground of a refusal");
			case UNAVAILABLE_3 -> refuseIf(first && procedure.correctionSuppliedOn() == null,
					Rule.CORRECTION_NOT_SUPPLIED, "no correction was supplied that could still be unclear");
			case NOT_PROCESSED_4 -> refuseIf(first && procedure.reasonsAskedOn() == null, Rule.REASONS_NOT_ASKED,
					"reasons are asked for before an application is not processed for want of them");
			case GRANTED, PARTLY_GRANTED, DENIED_1, DENIED_2, DENIED_3, DENIED_5, DENIED_6, DENIED_7, DENIED_8,
					UNAVAILABLE_1, UNAVAILABLE_2, NOT_PROCESSED_1, NOT_PROCESSED_2, NOT_PROCESSED_3, NOT_PROCESSED_5,
					OTHER_3 ->
				{
				}
		}
		// article 37: what is kept back of a partly granted reply has one of the eight
		// grounds
		refuseIf(!e.withheldParts().isEmpty() && e.outcome() != Outcome.PARTLY_GRANTED, Rule.WITHHELD_PARTS,
				"only a partly granted application has withheld parts");
		refuseIf(e.withheldParts().stream().anyMatch((part) -> !part.ground().isDenial()), Rule.WITHHELD_PARTS,
				"a withheld part has one of the eight grounds of denial");
	}

	private static void admitCorrectionLapse(Open open, CorrectionLapsed e) {
		Procedure procedure = open.procedure();
		afterActs(procedure, e.lapsedOn());
		refuseIf(procedure.correctionSuppliedOn() != null, Rule.CORRECTION_ALREADY_SUPPLIED,
				"the correction came on " + procedure.correctionSuppliedOn());
		if (open.intake().historical() && procedure.correctionNotifiedOn() == null) {
			return;
		}
		needed(procedure.correctionNotifiedOn(), Rule.CORRECTION_NOT_REQUESTED, "no correction was requested");
		LocalDate dueOn = procedure.correctionDueOn();
		refuseIf(dueOn != null && !e.lapsedOn().isAfter(dueOn), Rule.CORRECTION_TERM_RUNNING,
				"the term for the correction ends on " + dueOn);
	}

	private void admitFeeLapse(Open open, FeeLapsed e) {
		Procedure procedure = open.procedure();
		afterActs(procedure, e.lapsedOn());
		refuseIf(procedure.feePaidOn() != null, Rule.FEE_ALREADY_PAID, "the fee was paid on " + procedure.feePaidOn());
		if (open.intake().historical() && procedure.feeNotifiedOn() == null) {
			return;
		}
		LocalDate notified = needed(procedure.feeNotifiedOn(), Rule.FEE_NOT_NOTIFIED, "no fee notice was issued");
		LocalDate lastDay = this.calendars.from(notified).plusWorkingDays(notified, WORKING_DAYS_TO_PAY);
		refuseIf(!e.lapsedOn().isAfter(lastDay), Rule.FEE_TERM_RUNNING, "the fee can be paid until " + lastDay);
	}

	/// A conclusion is not dated before something that led to it.
	private static void afterActs(Procedure procedure, LocalDate on) {
		notBefore(procedure.correctionNotifiedOn(), on, Rule.DAY_ORDER, "a correction was requested on");
		notBefore(procedure.correctionSuppliedOn(), on, Rule.DAY_ORDER, "the correction came on");
		notBefore(procedure.reasonsAskedOn(), on, Rule.DAY_ORDER, "reasons were asked for on");
		notBefore(procedure.reasonsSuppliedOn(), on, Rule.DAY_ORDER, "the reasons came on");
		notBefore(procedure.feeNotifiedOn(), on, Rule.DAY_ORDER, "the fee notice was received on");
		notBefore(procedure.feePaidOn(), on, Rule.DAY_ORDER, "the fee was paid on");
		for (Procedure.Consultation consultation : procedure.consultations()) {
			notBefore(consultation.askedOn(), on, Rule.DAY_ORDER, "a consultation began on");
			notBefore(consultation.answeredOn(), on, Rule.DAY_ORDER, "a consultation was answered on");
		}
	}

}
