package org.gongkai.command;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.gongkai.command.application.DecideApplication;
import org.gongkai.command.application.RectifyRecord;
import org.gongkai.command.application.RedecideApplication;
import org.gongkai.command.disclosure.ReviewInformation;
import org.gongkai.command.report.ApproveReport;
import org.gongkai.events.Metadata;
import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationRedecided;
import org.gongkai.events.application.DecisionDrafted;
import org.gongkai.events.application.DraftReturned;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.RedecisionOrdered;
import org.gongkai.events.application.WithheldPart;
import org.gongkai.events.disclosure.InformationDrafted;
import org.gongkai.events.report.ReportSubmitted;
import org.gongkai.events.report.SectionWritten;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// 起草与审定不得同一人: what one account prepares another reviews, approves or decides (article 17, 国办公开办函〔2021〕30号).
final class FourEyes {

	private final EventStore store;

	/// @param store tells who prepared what
	FourEyes(EventStore store) {
		this.store = store;
	}

	/// @throws Refused `four-eyes`, `decision-not-drafted`, `decision-not-as-drafted`
	void require(Command command, String account) {
		switch (command) {
			case ReviewInformation _ -> refusePreparer(command, Set.of(InformationDrafted.class), account);
			case ApproveReport _ ->
				refusePreparer(command, Set.of(ReportSubmitted.class, SectionWritten.class), account);
			case RectifyRecord c when c.outcome() != null ->
				refusePreparer(command, Set.of(ApplicationDecided.class, ApplicationRedecided.class), account);
			case DecideApplication c -> requireDraft(command, c.replyNo(),
					new Reply(c.outcome(), c.legalBasis(), c.withheldParts(), c.referredTo()), account);
			case RedecideApplication c -> requireDraft(command, c.replyNo(),
					new Reply(c.outcome(), c.legalBasis(), c.withheldParts(), c.referredTo()), account);
			default -> {
			}
		}
	}

	private void refusePreparer(Command command, Set<Class<?>> preparing, String account) {
		if (events(command).stream()
			.filter((event) -> preparing.contains(event.getPayloadType()))
			.anyMatch((event) -> account(event).equals(account))) {
			throw new Refused(Rule.FOUR_EYES, "whoever prepared or decided it does not review, approve or change it");
		}
	}

	/// What is answered, apart from its number, which a signed reply may get last.
	private record Reply(Outcome outcome, @Nullable String legalBasis, @Nullable List<WithheldPart> withheldParts,
			@Nullable String referredTo) {

		static Reply of(DecisionDrafted draft) {
			return new Reply(draft.outcome(), draft.legalBasis(), draft.withheldParts(), draft.referredTo());
		}

	}

	private void requireDraft(Command command, @Nullable String replyNo, Reply reply, String account) {
		DomainEventMessage<?> standing = standingDraft(events(command));
		if (standing == null) {
			throw new Refused(Rule.DECISION_NOT_DRAFTED, "a reply is drafted by one account and decided by another");
		}
		if (account(standing).equals(account)) {
			throw new Refused(Rule.FOUR_EYES, "whoever drafted the reply does not decide it");
		}
		DecisionDrafted draft = (DecisionDrafted) standing.getPayload();
		boolean otherNumber = draft.replyNo() != null && !draft.replyNo().equals(replyNo);
		if (otherNumber || !Reply.of(draft).equals(reply)) {
			throw new Refused(Rule.DECISION_NOT_AS_DRAFTED, "the reply is decided as it was drafted, or returned");
		}
	}

	/// The draft that waits for a decision; null without one.
	private static @Nullable DomainEventMessage<?> standingDraft(List<? extends DomainEventMessage<?>> events) {
		List<Long> struck = events.stream()
			.filter((event) -> event.getPayload() instanceof EntryStruck)
			.map((event) -> ((EntryStruck) event.getPayload()).struckSequence())
			.toList();
		DomainEventMessage<?> standing = null;
		for (DomainEventMessage<?> event : events) {
			if (struck.contains(event.getSequenceNumber())) {
				continue;
			}
			switch (event.getPayload()) {
				case DecisionDrafted _ -> standing = event;
				case DraftReturned _, ApplicationDecided _, ApplicationRedecided _, RedecisionOrdered _ ->
					standing = null;
				default -> {
				}
			}
		}
		return standing;
	}

	private List<? extends DomainEventMessage<?>> events(Command command) {
		return this.store.readEvents(command.streamId()).asStream().toList();
	}

	private static String account(DomainEventMessage<?> event) {
		return Objects.toString(event.getMetaData().get(Metadata.ACCOUNT), "");
	}

}
