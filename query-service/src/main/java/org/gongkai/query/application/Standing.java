package org.gongkai.query.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.application.AgencyConsulted;
import org.gongkai.events.application.AgencyOpinionRecorded;
import org.gongkai.events.application.ApplicantErased;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.application.ApplicationRedecided;
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
import org.gongkai.events.application.ReasonsRequested;
import org.gongkai.events.application.ReasonsSupplied;
import org.gongkai.events.application.RedecisionOrdered;
import org.gongkai.events.application.ReplyDelayed;
import org.gongkai.events.application.ReplyDelivered;
import org.gongkai.events.application.ThirdPartyConsulted;
import org.gongkai.events.application.ThirdPartyOpinionRecorded;
import org.jspecify.annotations.Nullable;

/// What has been done with a case, struck entries left out, and so what a clerk is likely to do next. Only proposes: the
/// write side decides.
///
/// @param acts the entries that hold, in their order; empty for a void record
/// @param erased whether what it told of people is forgotten
record Standing(List<ApplicationEvent> acts, boolean erased) {

	private static final String ERASE = "erase-applicant";

	/// A question that has no answer yet.
	///
	/// @param number within the case
	/// @param thirdParty whether a third party was asked, else another agency
	record Question(int number, boolean thirdParty, LocalDate askedOn) {
	}

	/// Acts in the order of their likelihood, by the names of their commands.
	///
	/// @param next what the case waits for
	/// @param more what may happen besides
	/// @param late what may have been done before the conclusion and is written down
	/// after it
	/// @param corrections of the record
	record Proposal(List<String> next, List<String> more, List<String> late, List<String> corrections) {

		/// Those of them that fulfil a condition.
		Proposal among(Predicate<String> wanted) {
			return new Proposal(this.next.stream().filter(wanted).toList(), this.more.stream().filter(wanted).toList(),
					this.late.stream().filter(wanted).toList(), this.corrections.stream().filter(wanted).toList());
		}

		boolean contains(String command) {
			return this.next.contains(command) || this.more.contains(command) || this.late.contains(command)
					|| this.corrections.contains(command);
		}

	}

	static Standing of(List<Recorded<Event>> stream) {
		Set<Long> struck = stream.stream()
			.filter((recorded) -> recorded.event() instanceof EntryStruck)
			.map((recorded) -> ((EntryStruck) recorded.event()).struckSequence())
			.collect(Collectors.toSet());
		return new Standing(
				struck.contains(0L) ? List.of()
						: stream.stream()
							.filter((recorded) -> !struck.contains(recorded.sequence()))
							.map((recorded) -> (ApplicationEvent) recorded.event())
							.toList(),
				stream.stream().anyMatch((recorded) -> recorded.event() instanceof ApplicantErased));
	}

	boolean isVoid() {
		return this.acts.isEmpty();
	}

	boolean isConcluded() {
		return has(ApplicationDecided.class) || has(CorrectionLapsed.class) || has(FeeLapsed.class)
				|| has(ApplicationWithdrawn.class) || has(ApplicationRedecided.class);
	}

	/// Whether a first answer was given, whatever became of it.
	boolean wasAnswered() {
		return isConcluded() || isReopened();
	}

	/// Whether a new answer was ordered.
	private boolean isReopened() {
		return this.acts.stream().anyMatch(RedecisionOrdered.class::isInstance);
	}

	List<Question> unanswered() {
		List<Question> open = new ArrayList<>();
		for (ApplicationEvent act : this.acts) {
			switch (act) {
				case ThirdPartyConsulted e -> open.add(new Question(e.consultation(), true, e.askedOn()));
				case AgencyConsulted e -> open.add(new Question(e.consultation(), false, e.askedOn()));
				case ThirdPartyOpinionRecorded e -> open.removeIf((question) -> question.number() == e.consultation());
				case AgencyOpinionRecorded e -> open.removeIf((question) -> question.number() == e.consultation());
				default -> {
				}
			}
		}
		return open;
	}

	/// The last draft of the present procedure, whether it waits or was returned; null
	/// without one.
	@Nullable DecisionDrafted lastDraft() {
		return isConcluded() ? null
				: procedureActs().stream()
					.filter(DecisionDrafted.class::isInstance)
					.map(DecisionDrafted.class::cast)
					.reduce((_, last) -> last)
					.orElse(null);
	}

	/// The draft that waits for a decision; null without one.
	@Nullable DecisionDrafted draft() {
		DecisionDrafted draft = null;
		for (ApplicationEvent act : isConcluded() ? List.<ApplicationEvent>of() : procedureActs()) {
			draft = switch (act) {
				case DecisionDrafted e -> e;
				case DraftReturned _ -> null;
				default -> draft;
			};
		}
		return draft;
	}

	/// @param transferable whether there is another body of the same organ
	/// @param alone whether who asks may decide without a draft of somebody else
	Proposal proposal(boolean transferable, boolean alone) {
		List<String> corrections = List.of("rectify-record", "strike-entry");
		if (isVoid()) {
			return new Proposal(List.of(), this.erased ? List.of() : List.of(ERASE), List.of(), List.of());
		}
		if (isConcluded()) {
			return new Proposal(has(ReplyDelivered.class) ? List.of() : List.of("deliver-reply"),
					this.erased ? List.of("order-redecision") : List.of("order-redecision", ERASE), procedure(),
					corrections);
		}
		if (isReopened()) {
			List<String> more = besides("redecide-application", alone);
			more.addAll(procedure());
			return new Proposal(towards("redecide-application"), more, List.of(), corrections);
		}
		List<String> next = awaited();
		List<String> more = new ArrayList<>(towards("decide-application"));
		more.addAll(besides("decide-application", alone));
		more.addAll(procedure());
		more.add("withdraw-application");
		if (transferable) {
			more.add("transfer-application");
		}
		more.removeAll(next);
		return new Proposal(next, more, List.of(), corrections);
	}

	/// What leads to a decision next.
	private List<String> towards(String decide) {
		return (draft() == null) ? List.of("draft-decision") : List.of(decide, "return-draft");
	}

	private List<String> besides(String decide, boolean alone) {
		List<String> besides = new ArrayList<>();
		add(besides, draft() != null, "draft-decision");
		add(besides, draft() == null && alone, decide);
		return besides;
	}

	/// What the case waits for.
	private List<String> awaited() {
		if (has(CorrectionRequested.class) && !has(CorrectionSupplied.class)) {
			return List.of("supply-correction", "lapse-correction");
		}
		if (has(FeeNoticeIssued.class) && !has(FeePaid.class)) {
			return List.of("record-fee-payment", "lapse-fee");
		}
		List<String> next = new ArrayList<>();
		if (unanswered().stream().anyMatch(Question::thirdParty)) {
			next.add("record-third-party-opinion");
		}
		if (unanswered().stream().anyMatch((question) -> !question.thirdParty())) {
			next.add("record-agency-opinion");
		}
		if (has(ReasonsRequested.class) && !has(ReasonsSupplied.class)) {
			next.add("supply-reasons");
		}
		next.addAll(towards("decide-application"));
		return next;
	}

	/// The steps that may still be taken, or written down, before the conclusion.
	private List<String> procedure() {
		List<String> steps = new ArrayList<>();
		add(steps, !has(CorrectionRequested.class), "request-correction");
		add(steps, has(CorrectionRequested.class) && !has(CorrectionSupplied.class), "supply-correction");
		add(steps, !has(DeadlineExtended.class), "extend-deadline");
		add(steps, true, "consult-third-party");
		add(steps, unanswered().stream().anyMatch(Question::thirdParty), "record-third-party-opinion");
		add(steps, true, "consult-agency");
		add(steps, unanswered().stream().anyMatch((question) -> !question.thirdParty()), "record-agency-opinion");
		add(steps, !has(FeeNoticeIssued.class), "issue-fee-notice");
		add(steps, has(FeeNoticeIssued.class) && !has(FeePaid.class), "record-fee-payment");
		add(steps, !has(ReasonsRequested.class), "ask-for-reasons");
		add(steps, has(ReasonsRequested.class) && !has(ReasonsSupplied.class), "supply-reasons");
		add(steps, has(ReasonsRequested.class) && !has(ReplyDelayed.class), "delay-reply");
		return steps;
	}

	private static void add(List<String> steps, boolean possible, String step) {
		if (possible) {
			steps.add(step);
		}
	}

	private boolean has(Class<? extends ApplicationEvent> type) {
		return procedureActs().stream().anyMatch(type::isInstance);
	}

	/// The acts of the present procedure: all, or those after the last order to answer
	/// again.
	private List<ApplicationEvent> procedureActs() {
		int begin = 0;
		for (int i = 0; i < this.acts.size(); i++) {
			begin = (this.acts.get(i) instanceof RedecisionOrdered) ? i + 1 : begin;
		}
		return this.acts.subList(begin, this.acts.size());
	}

}
