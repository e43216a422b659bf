package org.gongkai.command.application;

import org.gongkai.command.application.CaseState.Concluded;
import org.gongkai.command.application.CaseState.Open;
import org.gongkai.command.application.CaseState.Unknown;
import org.gongkai.command.application.CaseState.Voided;
import org.gongkai.events.application.AgencyConsulted;
import org.gongkai.events.application.AgencyOpinionRecorded;
import org.gongkai.events.application.ApplicantErased;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.ApplicationRedecided;
import org.gongkai.events.application.ApplicationTransferred;
import org.gongkai.events.application.ApplicationWithdrawn;
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
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.ReasonsRequested;
import org.gongkai.events.application.ReasonsSupplied;
import org.gongkai.events.application.RecordRectified;
import org.gongkai.events.application.RedecisionOrdered;
import org.gongkai.events.application.ReplyDelayed;
import org.gongkai.events.application.ReplyDelivered;
import org.gongkai.events.application.ThirdPartyConsulted;
import org.gongkai.events.application.ThirdPartyOpinionRecorded;

/// What each event makes of a case. Says nothing about whether it was allowed: [CaseRules] does.
final class CaseEvolution {

	private CaseEvolution() {
	}

	static CaseState evolve(CaseState state, ApplicationEvent event) {
		return switch (state) {
			case Unknown _ -> (event instanceof ApplicationReceived e)
					? new Open(new Intake(e.agency(), e.receivedOn(), e.historical(), null), Procedure.none())
					: impossible(state, event);
			case Open open -> evolve(open, event);
			case Concluded concluded -> evolve(concluded, event);
			case Voided _ -> impossible(state, event);
		};
	}

	private static CaseState evolve(Concluded concluded, ApplicationEvent event) {
		return switch (event) {
			case ReplyDelivered e -> new Concluded(concluded.intake(), concluded.procedure(), concluded.outcome(),
					concluded.on(), e.deliveredOn());
			case RedecisionOrdered e ->
				new Open(concluded.intake().reopened(e.orderedOn()), concluded.procedure().again());
			default -> writtenDownLate(concluded, event);
		};
	}

	private static CaseState evolve(Open open, ApplicationEvent event) {
		Procedure procedure = open.procedure();
		return switch (event) {
			case CorrectionRequested e -> open(open, procedure.correctionRequested(e.notifiedOn(), e.dueOn()));
			case CorrectionSupplied e -> open(open, procedure.correctionSupplied(e.suppliedOn()));
			case ThirdPartyConsulted e -> open(open, procedure.asked(e.consultation(), true, e.askedOn()));
			case ThirdPartyOpinionRecorded e -> open(open, procedure.answered(e.consultation(), e.answeredOn()));
			case AgencyConsulted e -> open(open, procedure.asked(e.consultation(), false, e.askedOn()));
			case AgencyOpinionRecorded e -> open(open, procedure.answered(e.consultation(), e.answeredOn()));
			case DeadlineExtended _ -> open(open, procedure.withExtension());
			case ReasonsRequested e -> open(open, procedure.reasonsAsked(e.askedOn()));
			case ReasonsSupplied e -> open(open, procedure.reasonsSupplied(e.suppliedOn()));
			case ReplyDelayed _ -> open;
			case FeeNoticeIssued e -> open(open, procedure.feeNotified(e.notifiedOn()));
			case FeePaid e -> open(open, procedure.feePaid(e.paidOn()));
			case ApplicationTransferred e -> new Open(open.intake().at(e.toAgency()), procedure, open.draftedOn());
			case DecisionDrafted e -> new Open(open.intake(), procedure, e.draftedOn());
			case DraftReturned _ -> new Open(open.intake(), procedure);
			case ApplicationDecided e -> new Concluded(open.intake(), procedure, e.outcome(), e.decidedOn(), null);
			case CorrectionLapsed e -> new Concluded(open.intake(), procedure, Outcome.OTHER_1, e.lapsedOn(), null);
			case FeeLapsed e -> new Concluded(open.intake(), procedure, Outcome.OTHER_2, e.lapsedOn(), null);
			case ApplicationWithdrawn e ->
				new Concluded(open.intake(), procedure, Outcome.OTHER_3, e.withdrawnOn(), null);
			case ApplicationRedecided e -> new Concluded(open.intake(), procedure, e.outcome(), e.decidedOn(), null);
			case ApplicationReceived _, ReplyDelivered _, RedecisionOrdered _, RecordRectified _, EntryStruck _,
					ApplicantErased _ ->
				impossible(open, event);
		};
	}

	/// An act before the conclusion that was entered after it.
	private static CaseState writtenDownLate(Concluded concluded, ApplicationEvent event) {
		return (evolve(new Open(concluded.intake(), concluded.procedure()), event) instanceof Open open)
				? new Concluded(concluded.intake(), open.procedure(), concluded.outcome(), concluded.on(),
						concluded.deliveredOn())
				: impossible(concluded, event);
	}

	private static Open open(Open open, Procedure procedure) {
		return new Open(open.intake(), procedure, open.draftedOn());
	}

	private static CaseState impossible(CaseState state, ApplicationEvent event) {
		throw new IllegalStateException(event.getClass().getSimpleName() + " in the log of " + event.applicationId()
				+ " does not follow from " + state.getClass().getSimpleName());
	}

}
