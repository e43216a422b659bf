package org.gongkai.query.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.application.AgencyConsulted;
import org.gongkai.events.application.AgencyOpinionRecorded;
import org.gongkai.events.application.ApplicantErased;
import org.gongkai.events.application.ApplicantKind;
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
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.Personal;
import org.gongkai.events.application.ReasonsRequested;
import org.gongkai.events.application.ReasonsSupplied;
import org.gongkai.events.application.RecordRectified;
import org.gongkai.events.application.RedecisionOrdered;
import org.gongkai.events.application.ReplyDelayed;
import org.gongkai.events.application.ReplyDelivered;
import org.gongkai.events.application.ThirdPartyConsulted;
import org.gongkai.events.application.ThirdPartyOpinionRecorded;
import org.jspecify.annotations.Nullable;

/// What holds of a case after corrections of its record: struck entries left out, rectified fields in their place.
///
/// @param agency code of the agency that has it
/// @param conclusion its outcome and the day, of the first answer; null while open
/// @param redecision the new answer that a decision on a dispute ordered, the last one; null where none was ordered
record CaseView(ApplicationReceived received, String agency, ApplicantKind applicantKind, Channel channel,
		LocalDate submittedOn, LocalDate receivedOn, Personal personal, @Nullable Conclusion conclusion,
		@Nullable LocalDate deliveredOn, @Nullable Redecision redecision, boolean isVoid) {

	private static final Personal FORGOTTEN = new Personal(null, null, null, null, null, null, null, null);

	/// @param outcome the row of table three
	/// @param on the day of decision or closing
	/// @param no 答复文号 or number of the notice
	record Conclusion(Outcome outcome, LocalDate on, @Nullable String no) {
	}

	/// @param conclusion null until it is given
	record Redecision(LocalDate orderedOn, @Nullable Conclusion conclusion, @Nullable LocalDate deliveredOn) {
	}

	/// Folds the events of a case, from the first on.
	static CaseView of(List<Recorded<Event>> stream) {
		Set<Long> struck = stream.stream()
			.filter((recorded) -> recorded.event() instanceof EntryStruck)
			.map((recorded) -> ((EntryStruck) recorded.event()).struckSequence())
			.collect(Collectors.toSet());
		CaseView view = received((ApplicationReceived) stream.getFirst().event(), struck.contains(0L));
		for (Recorded<Event> recorded : stream) {
			if (recorded.event() instanceof ApplicantErased) {
				view = view.forgotten();
			}
			else if (!struck.contains(recorded.sequence())) {
				view = view.after((ApplicationEvent) recorded.event());
			}
		}
		return view;
	}

	private static CaseView received(ApplicationReceived e, boolean isVoid) {
		return new CaseView(e, e.agency(), e.applicantKind(), e.channel(), e.submittedOn(), e.receivedOn(),
				e.personal(), null, null, null, isVoid);
	}

	private CaseView after(ApplicationEvent event) {
		return switch (event) {
			case ApplicationReceived _, CorrectionRequested _, CorrectionSupplied _, ThirdPartyConsulted _,
					ThirdPartyOpinionRecorded _, AgencyConsulted _, AgencyOpinionRecorded _, DeadlineExtended _,
					ReasonsRequested _, ReasonsSupplied _, ReplyDelayed _, FeeNoticeIssued _, FeePaid _,
					DecisionDrafted _, DraftReturned _, EntryStruck _, ApplicantErased _ ->
				this;
			case ApplicationTransferred e -> new CaseView(this.received, e.toAgency(), this.applicantKind, this.channel,
					this.submittedOn, this.receivedOn, this.personal, this.conclusion, this.deliveredOn,
					this.redecision, this.isVoid);
			case ApplicationDecided e -> concluded(new Conclusion(e.outcome(), e.decidedOn(), e.replyNo()));
			case CorrectionLapsed e -> concluded(new Conclusion(Outcome.OTHER_1, e.lapsedOn(), e.noticeNo()));
			case FeeLapsed e -> concluded(new Conclusion(Outcome.OTHER_2, e.lapsedOn(), e.noticeNo()));
			case ApplicationWithdrawn e -> concluded(new Conclusion(Outcome.OTHER_3, e.withdrawnOn(), e.noticeNo()));
			case ReplyDelivered e -> delivered(e.deliveredOn());
			case RedecisionOrdered e -> again(new Redecision(e.orderedOn(), null, null));
			case ApplicationRedecided e ->
				(this.redecision == null) ? this : again(new Redecision(this.redecision.orderedOn(),
						new Conclusion(e.outcome(), e.decidedOn(), e.replyNo()), null));
			case RecordRectified e -> rectified(e);
		};
	}

	private CaseView forgotten() {
		return new CaseView(this.received, this.agency, this.applicantKind, this.channel, this.submittedOn,
				this.receivedOn, FORGOTTEN, this.conclusion, this.deliveredOn, this.redecision, this.isVoid);
	}

	private CaseView concluded(Conclusion conclusion) {
		return new CaseView(this.received, this.agency, this.applicantKind, this.channel, this.submittedOn,
				this.receivedOn, this.personal, conclusion, this.deliveredOn, this.redecision, this.isVoid);
	}

	private CaseView delivered(LocalDate on) {
		Redecision again = this.redecision;
		return (again != null) ? again(new Redecision(again.orderedOn(), again.conclusion(), on))
				: new CaseView(this.received, this.agency, this.applicantKind, this.channel, this.submittedOn,
						this.receivedOn, this.personal, this.conclusion, on, null, this.isVoid);
	}

	private CaseView again(Redecision redecision) {
		return new CaseView(this.received, this.agency, this.applicantKind, this.channel, this.submittedOn,
				this.receivedOn, this.personal, this.conclusion, this.deliveredOn, redecision, this.isVoid);
	}

	private CaseView rectified(RecordRectified e) {
		Conclusion was = this.conclusion;
		return new CaseView(this.received, this.agency, or(e.applicantKind(), this.applicantKind),
				or(e.channel(), this.channel), or(e.submittedOn(), this.submittedOn),
				or(e.receivedOn(), this.receivedOn), merged(this.personal, e.personal()),
				(was == null) ? null
						: new Conclusion(or(e.outcome(), was.outcome()), or(e.concludedOn(), was.on()),
								(e.replyNo() != null) ? e.replyNo() : was.no()),
				this.deliveredOn, this.redecision, this.isVoid);
	}

	private static Personal merged(Personal was, @Nullable Personal right) {
		return (right == null) ? was : new Personal(either(right.name(), was.name()),
				either(right.identityDocument(), was.identityDocument()), either(right.address(), was.address()),
				either(right.phone(), was.phone()), either(right.email(), was.email()),
				either(right.subject(), was.subject()), either(right.formWanted(), was.formWanted()),
				either(right.receiptEvidence(), was.receiptEvidence()));
	}

	private static @Nullable String either(@Nullable String right, @Nullable String was) {
		return (right != null) ? right : was;
	}

	private static <T> T or(@Nullable T right, T was) {
		return (right != null) ? right : was;
	}

}
