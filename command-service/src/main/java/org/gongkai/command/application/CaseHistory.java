package org.gongkai.command.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.gongkai.events.application.AgencyConsulted;
import org.gongkai.events.application.ApplicantErased;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.ApplicationWithdrawn;
import org.gongkai.events.application.CorrectionLapsed;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.application.FeeLapsed;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.RecordRectified;
import org.gongkai.events.application.ThirdPartyConsulted;
import org.jspecify.annotations.Nullable;

/// All entries of one case as recorded, and the acts that hold after corrections of the record. An entry's place in the
/// list is its sequence in the log.
///
/// @param entries in the order of the log
public record CaseHistory(List<ApplicationEvent> entries) {

	public CaseHistory {
		entries = List.copyOf(entries);
	}

	CaseHistory with(ApplicationEvent entry) {
		List<ApplicationEvent> all = new ArrayList<>(this.entries);
		all.add(entry);
		return new CaseHistory(all);
	}

	/// The acts that hold: struck entries left out, rectified fields put in their place;
	/// empty when the record is void.
	public List<ApplicationEvent> acts() {
		List<Long> struck = struck();
		List<ApplicationEvent> acts = new ArrayList<>();
		if (struck.contains(0L)) {
			return acts;
		}
		for (int sequence = 0; sequence < this.entries.size(); sequence++) {
			if (struck.contains((long) sequence)) {
				continue;
			}
			switch (this.entries.get(sequence)) {
				case RecordRectified rectified -> acts.replaceAll((act) -> rectify(act, rectified));
				case EntryStruck _, ApplicantErased _ -> {
				}
				case ApplicationEvent act -> acts.add(act);
			}
		}
		return acts;
	}

	/// The number that a new consultation gets. A struck one keeps its number, so that an
	/// answer never moves to another question.
	public int nextConsultation() {
		return 1 + (int) this.entries.stream()
			.filter((entry) -> entry instanceof ThirdPartyConsulted || entry instanceof AgencyConsulted)
			.count();
	}

	/// Whether an entry can be struck: it exists, holds, and is neither a striking nor an
	/// erasure.
	boolean mayStrike(long sequence) {
		return sequence >= 0 && sequence < this.entries.size()
				&& !(this.entries.get((int) sequence) instanceof EntryStruck)
				&& !(this.entries.get((int) sequence) instanceof ApplicantErased) && !struck().contains(sequence);
	}

	/// Whether what the case told of people is forgotten.
	boolean isErased() {
		return this.entries.stream().anyMatch(ApplicantErased.class::isInstance);
	}

	CaseState state() {
		if (this.entries.isEmpty()) {
			return new CaseState.Unknown();
		}
		List<ApplicationEvent> acts = acts();
		CaseState state = acts.isEmpty() ? new CaseState.Voided() : new CaseState.Unknown();
		for (ApplicationEvent act : acts) {
			state = CaseEvolution.evolve(state, act);
		}
		return state;
	}

	private List<Long> struck() {
		return this.entries.stream()
			.filter(EntryStruck.class::isInstance)
			.map((entry) -> ((EntryStruck) entry).struckSequence())
			.toList();
	}

	private static ApplicationEvent rectify(ApplicationEvent act, RecordRectified by) {
		return switch (act) {
			case ApplicationReceived e -> new ApplicationReceived(e.applicationId(), e.agency(), e.applicationNo(),
					or(by.applicantKind(), e.applicantKind()), or(by.channel(), e.channel()),
					or(by.submittedOn(), e.submittedOn()), or(by.receivedOn(), e.receivedOn()), e.historical(),
					e.personal());
			case ApplicationDecided e -> concluded(e, by, e.outcome(), e.decidedOn(), e.replyNo());
			case CorrectionLapsed e -> concluded(e, by, Outcome.OTHER_1, e.lapsedOn(), e.noticeNo());
			case FeeLapsed e -> concluded(e, by, Outcome.OTHER_2, e.lapsedOn(), e.noticeNo());
			case ApplicationWithdrawn e -> concluded(e, by, Outcome.OTHER_3, e.withdrawnOn(), e.noticeNo());
			default -> act;
		};
	}

	/// The conclusion in the form that belongs to its right outcome.
	private static ApplicationEvent concluded(ApplicationEvent act, RecordRectified by, Outcome was, LocalDate wasOn,
			@Nullable String wasNo) {
		Outcome outcome = or(by.outcome(), was);
		LocalDate on = or(by.concludedOn(), wasOn);
		String no = (by.replyNo() != null) ? by.replyNo() : wasNo;
		String id = act.applicationId();
		if (act instanceof ApplicationWithdrawn && outcome == Outcome.OTHER_3) {
			return new ApplicationWithdrawn(id, on, no);
		}
		return switch (outcome) {
			case OTHER_1 -> new CorrectionLapsed(id, on, no);
			case OTHER_2 -> new FeeLapsed(id, on, no);
			default -> (act instanceof ApplicationDecided e)
					? new ApplicationDecided(id, outcome, on, no, e.legalBasis(),
							(outcome == Outcome.PARTLY_GRANTED) ? e.withheldParts() : List.of(), e.referredTo())
					: new ApplicationDecided(id, outcome, on, no, null, List.of(), null);
		};
	}

	private static <T> T or(@Nullable T right, T was) {
		return Objects.requireNonNullElse(right, was);
	}

}
