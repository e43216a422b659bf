package org.gongkai.statute.application;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
import org.gongkai.events.application.RecordRectified;
import org.gongkai.events.application.RedecisionOrdered;
import org.gongkai.events.application.ReasonsRequested;
import org.gongkai.events.application.ReasonsSupplied;
import org.gongkai.events.application.ReplyDelayed;
import org.gongkai.events.application.ReplyDelivered;
import org.gongkai.events.application.ThirdPartyConsulted;
import org.gongkai.events.application.ThirdPartyOpinionRecorded;
import org.gongkai.statute.application.ClockFact.Kind;

/// Folds the events of one case into what its reply clock looks at.
public final class ClockFacts {

	private ClockFacts() {
	}

	/// The facts after one more event. A rectified day is a fact of its own, so that
	/// striking the rectification restores the old day; striking entry 0 leaves no fact.
	/// @param facts the facts so far, in the order of recording
	/// @param sequence the place of the event within the case, from 0
	public static List<ClockFact> fold(List<ClockFact> facts, long sequence, ApplicationEvent event) {
		return switch (event) {
			case ApplicationReceived e -> and(facts,
					ClockFact.of(sequence, e.historical() ? Kind.RECEIVED_HISTORICAL : Kind.RECEIVED, e.receivedOn()));
			case CorrectionRequested e ->
				and(facts, ClockFact.until(sequence, Kind.CORRECTION_REQUESTED, e.notifiedOn(), e.dueOn()));
			case CorrectionSupplied e -> and(facts, ClockFact.of(sequence, Kind.CORRECTION_SUPPLIED, e.suppliedOn()));
			case ThirdPartyConsulted e ->
				and(facts, ClockFact.numbered(sequence, Kind.THIRD_PARTY_ASKED, e.askedOn(), e.consultation()));
			case ThirdPartyOpinionRecorded e ->
				and(facts, ClockFact.numbered(sequence, Kind.THIRD_PARTY_ANSWERED, e.answeredOn(), e.consultation()));
			case AgencyConsulted e ->
				and(facts, ClockFact.numbered(sequence, Kind.AGENCY_ASKED, e.askedOn(), e.consultation()));
			case AgencyOpinionRecorded e ->
				and(facts, ClockFact.numbered(sequence, Kind.AGENCY_ANSWERED, e.answeredOn(), e.consultation()));
			case DeadlineExtended e ->
				and(facts, ClockFact.numbered(sequence, Kind.EXTENDED, e.notifiedOn(), e.workingDays()));
			case ReasonsRequested e -> and(facts, ClockFact.of(sequence, Kind.REASONS_ASKED, e.askedOn()));
			case ReasonsSupplied e -> and(facts, ClockFact.of(sequence, Kind.REASONS_SUPPLIED, e.suppliedOn()));
			case ReplyDelayed e ->
				and(facts, ClockFact.until(sequence, Kind.REPLY_DELAYED, e.notifiedOn(), e.replyBy()));
			case FeeNoticeIssued e -> and(facts, ClockFact.of(sequence, Kind.FEE_NOTIFIED, e.notifiedOn()));
			case FeePaid e -> and(facts, ClockFact.of(sequence, Kind.FEE_PAID, e.paidOn()));
			case ApplicationTransferred e -> and(facts, ClockFact.of(sequence, Kind.TRANSFERRED, e.transferredOn()));
			case ApplicationDecided e -> and(facts, ClockFact.of(sequence, Kind.DECIDED, e.decidedOn()));
			case CorrectionLapsed e -> and(facts, ClockFact.of(sequence, Kind.CORRECTION_LAPSED, e.lapsedOn()));
			case FeeLapsed e -> and(facts, ClockFact.of(sequence, Kind.FEE_LAPSED, e.lapsedOn()));
			case ApplicationWithdrawn e -> and(facts, ClockFact.of(sequence, Kind.WITHDRAWN, e.withdrawnOn()));
			case ReplyDelivered e -> and(facts, ClockFact.of(sequence, Kind.DELIVERED, e.deliveredOn()));
			case RedecisionOrdered e ->
				and(facts, ClockFact.until(sequence, Kind.REDECISION_ORDERED, e.orderedOn(), e.replyBy()));
			case ApplicationRedecided e -> and(facts, ClockFact.of(sequence, Kind.REDECIDED, e.decidedOn()));
			case RecordRectified e -> rectify(facts, sequence, e);
			case EntryStruck e -> strike(facts, e.struckSequence());
			case DecisionDrafted _, DraftReturned _, ApplicantErased _ -> facts;
		};
	}

	private static List<ClockFact> and(List<ClockFact> facts, ClockFact fact) {
		List<ClockFact> more = new ArrayList<>(facts.size() + 1);
		more.addAll(facts);
		more.add(fact);
		return List.copyOf(more);
	}

	private static List<ClockFact> rectify(List<ClockFact> facts, long sequence, RecordRectified event) {
		Stream<ClockFact> receipt = Stream.ofNullable(event.receivedOn())
			.map((day) -> ClockFact.of(sequence, Kind.RECEIPT_RECTIFIED, day));
		Stream<ClockFact> conclusion = Stream.ofNullable(event.concludedOn())
			.map((day) -> ClockFact.of(sequence, Kind.CONCLUSION_RECTIFIED, day));
		return Stream.of(facts.stream(), receipt, conclusion).flatMap((part) -> part).toList();
	}

	private static List<ClockFact> strike(List<ClockFact> facts, long sequence) {
		return (sequence == 0) ? List.of() : facts.stream().filter((fact) -> fact.sequence() != sequence).toList();
	}

}
