package org.gongkai.command.application;

import java.util.List;

import org.gongkai.events.application.ApplicationDecided;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.application.DecisionDrafted;
import org.gongkai.events.application.DraftReturned;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.WithheldPart;
import org.gongkai.statute.Rule;
import org.junit.jupiter.api.Test;

import static org.gongkai.command.application.Desk.CASE;
import static org.gongkai.command.application.Desk.ID;
import static org.gongkai.command.application.Desk.correctionRequested;
import static org.gongkai.command.application.Desk.decide;
import static org.gongkai.command.application.Desk.on;
import static org.gongkai.command.application.Desk.received;

/// What a draft of a reply may be and what may follow it. Who may do it is judged before, by accounts.
class DraftLifeTest {

	private static final List<WithheldPart> PART = List.of(new WithheldPart(Outcome.DENIED_1, "第二页"));

	@Test
	void a_draft_waits_is_replaced_returned_and_decided() {
		Desk.after(received()).records(draft(Outcome.GRANTED, "2024-03-11"), drafted("2024-03-11"));
		Desk.after(received(), drafted("2024-03-11"))
			.records(draft(Outcome.DENIED_1, "2024-03-12"), drafted(Outcome.DENIED_1, "2024-03-12"));
		Desk.after(received(), drafted("2024-03-11")).records(giveBack("2024-03-12"), returned("2024-03-12"));
		Desk.after(received(), drafted("2024-03-11"))
			.when(decide(Outcome.GRANTED, "2024-03-12"))
			.expectSuccessfulHandlerExecution();
	}

	@Test
	void a_draft_keeps_the_rules_of_the_reply_it_proposes() {
		Desk.after(received()).refuses(draft(Outcome.OTHER_1, "2024-03-11"), Rule.OUTCOME_BY_LAPSE);
		Desk.after(received()).refuses(draft(Outcome.DENIED_4, "2024-03-11"), Rule.THIRD_PARTY_NOT_CONSULTED);
		Desk.after(received()).refuses(draft(Outcome.GRANTED, "2024-03-03"), Rule.BEFORE_RECEIPT);
		Desk.after(received(), correctionRequested()).refuses(draft(Outcome.GRANTED, "2024-03-05"), Rule.DAY_ORDER);
		Desk.after(received())
			.refuses(new DraftDecision(ID, Outcome.GRANTED, on("2024-03-11"), null, null, PART, null),
					Rule.WITHHELD_PARTS);
	}

	@Test
	void only_a_draft_that_waits_is_returned_and_no_reply_is_older_than_its_draft() {
		Desk.after(received()).refuses(giveBack("2024-03-12"), Rule.DECISION_NOT_DRAFTED);
		Desk.after(received(), drafted("2024-03-11"), returned("2024-03-12"))
			.refuses(giveBack("2024-03-13"), Rule.DECISION_NOT_DRAFTED);
		Desk.after(received(), drafted("2024-03-11")).refuses(giveBack("2024-03-08"), Rule.DAY_ORDER);
		Desk.after(received(), drafted("2024-03-11")).refuses(decide(Outcome.GRANTED, "2024-03-08"), Rule.DAY_ORDER);
		Desk.after(received(), drafted("2024-03-11"), returned("2024-03-12"))
			.when(decide(Outcome.GRANTED, "2024-03-08"))
			.expectSuccessfulHandlerExecution();
	}

	@Test
	void an_answered_case_takes_no_draft() {
		ApplicationEvent decided = new ApplicationDecided(CASE, Outcome.GRANTED, on("2024-03-18"), null, null,
				List.of(), null);
		Desk.after(received(), decided).refuses(draft(Outcome.GRANTED, "2024-03-11"), Rule.ALREADY_CONCLUDED);
		Desk.after(received(), drafted("2024-03-11"), decided).refuses(giveBack("2024-03-12"), Rule.ALREADY_CONCLUDED);
	}

	@Test
	void a_draft_that_was_struck_waits_no_more_and_one_that_was_returned_is_not_struck() {
		Desk.after(received(), drafted("2024-03-11"), new EntryStruck(CASE, on("2024-03-12"), 1, "误录"))
			.refuses(giveBack("2024-03-13"), Rule.DECISION_NOT_DRAFTED);
		Desk.after(received(), drafted("2024-03-11"), returned("2024-03-12"))
			.refuses(new StrikeEntry(ID, on("2024-03-13"), 1, "误录"), Rule.ENTRY_NEEDED);
	}

	private static DraftDecision draft(Outcome outcome, String day) {
		return new DraftDecision(ID, outcome, on(day), null, null, null, null);
	}

	private static ReturnDraft giveBack(String day) {
		return new ReturnDraft(ID, on(day), "理由不充分");
	}

	private static DecisionDrafted drafted(String day) {
		return drafted(Outcome.GRANTED, day);
	}

	private static DecisionDrafted drafted(Outcome outcome, String day) {
		return new DecisionDrafted(CASE, outcome, on(day), null, null, List.of(), null);
	}

	private static DraftReturned returned(String day) {
		return new DraftReturned(CASE, on(day), "理由不充分");
	}

}
