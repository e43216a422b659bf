package org.gongkai.command.application;

import java.util.ArrayList;
import java.util.List;

import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.application.ApplicationRedecided;
import org.gongkai.events.application.CorrectionRequested;
import org.gongkai.events.application.DeadlineExtended;
import org.gongkai.events.application.DeliveryWay;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.RecordRectified;
import org.gongkai.events.application.RedecisionOrdered;
import org.gongkai.events.application.ReplyDelivered;
import org.gongkai.events.application.ThirdPartyConsulted;
import org.gongkai.statute.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.gongkai.command.application.Desk.CASE;
import static org.gongkai.command.application.Desk.ID;
import static org.gongkai.command.application.Desk.NOTHING;
import static org.gongkai.command.application.Desk.correctionRequested;
import static org.gongkai.command.application.Desk.correctionSupplied;
import static org.gongkai.command.application.Desk.decide;
import static org.gongkai.command.application.Desk.decided;
import static org.gongkai.command.application.Desk.extended;
import static org.gongkai.command.application.Desk.on;
import static org.gongkai.command.application.Desk.received;
import static org.gongkai.command.application.Desk.thirdPartyAsked;

class RedecisionTest {

	@Test
	void a_decision_on_a_dispute_opens_an_answered_case_again() {
		Desk.after(received(), decided(Outcome.DENIED_6))
			.records(order("review:T/quashed", "2024-06-05", "2024-07-05"),
					new RedecisionOrdered(CASE, on("2024-06-05"), "review:T/quashed", on("2024-07-05")));
	}

	@ParameterizedTest
	@CsvSource({ "review:T/none, 2024-06-05, UNKNOWN_DISPUTE", "review:T/other, 2024-06-05, UNKNOWN_DISPUTE",
			"review:T/pending, 2024-06-05, REDECISION_NOT_ORDERED",
			"review:T/upheld, 2024-06-05, REDECISION_NOT_ORDERED", "review:T/quashed, 2024-06-02, DAY_ORDER" })
	void only_a_recorded_decision_about_the_case_that_orders_it_does(String disputeId, String day, Rule rule) {
		Desk.after(received(), decided(Outcome.DENIED_6)).refuses(order(disputeId, day, null), rule);
	}

	@Test
	void a_case_without_an_answer_has_none_to_replace() {
		Desk.after(received()).refuses(order("review:T/quashed", "2024-06-05", null), Rule.NOT_CONCLUDED);
		reopened().refuses(order("review:T/quashed", "2024-06-06", null), Rule.REDECISION_RUNNING);
		Desk.after(received(), decided(Outcome.DENIED_6))
			.refuses(order("review:T/quashed", "2024-06-05", "2024-06-05"), Rule.DELAYED_TERM);
	}

	@Test
	void the_acts_of_an_open_case_are_allowed_once_more() {
		reopened(correctionRequested(), correctionSupplied(), extended()).records(
				new RequestCorrection(ID, on("2024-06-06"), on("2024-06-20"), null),
				new CorrectionRequested(CASE, on("2024-06-06"), on("2024-06-20"), NOTHING));
		reopened(extended()).records(new ExtendDeadline(ID, on("2024-06-20"), 5, "检索量大", null),
				new DeadlineExtended(CASE, on("2024-06-20"), 5, "检索量大", null));
		reopened(thirdPartyAsked(1)).records(new ConsultThirdParty(ID, on("2024-06-06"), null),
				new ThirdPartyConsulted(CASE, 2, on("2024-06-06"), NOTHING));
		reopened().refuses(new ExtendDeadline(ID, on("2024-06-04"), 5, "检索量大", null), Rule.DAY_ORDER);
	}

	@Test
	void it_is_closed_again_by_a_new_answer_and_by_nothing_that_counts() {
		reopened().records(redecide(Outcome.GRANTED, "2024-06-20"), redecided(Outcome.GRANTED));
		reopened().refuses(decide(Outcome.GRANTED, "2024-06-20"), Rule.REDECISION_RUNNING);
		reopened().refuses(new WithdrawApplication(ID, on("2024-06-20"), null), Rule.REDECISION_RUNNING);
		reopened().refuses(redecide(Outcome.GRANTED, "2024-06-04"), Rule.DAY_ORDER);
		reopened().refuses(new TransferApplication(ID, "T-in", on("2024-06-06"), "内设机构办理"), Rule.TRANSFER_ACROSS_YEARS);
		Desk.after(received()).refuses(redecide(Outcome.GRANTED, "2024-06-20"), Rule.REDECISION_NOT_ORDERED);
		Desk.after(received(), decided(Outcome.DENIED_6))
			.refuses(redecide(Outcome.GRANTED, "2024-06-20"), Rule.ALREADY_CONCLUDED);
	}

	@Test
	void the_new_answer_keeps_the_rules_of_its_outcome() {
		reopened().refuses(redecide(Outcome.DENIED_4, "2024-06-20"), Rule.THIRD_PARTY_NOT_CONSULTED);
		reopened(thirdPartyAsked(1)).records(redecide(Outcome.DENIED_4, "2024-06-20"), redecided(Outcome.DENIED_4));
		reopened().refuses(redecide(Outcome.OTHER_1, "2024-06-20"), Rule.CORRECTION_NOT_REQUESTED);
		reopened().records(redecide(Outcome.OTHER_3, "2024-06-20"), redecided(Outcome.OTHER_3));
	}

	@Test
	void the_new_answer_is_delivered_and_may_be_quashed_in_its_turn() {
		Desk.after(received(), decided(Outcome.DENIED_6), ordered(), redecided(Outcome.GRANTED))
			.records(new DeliverReply(ID, DeliveryWay.POST, on("2024-06-21")),
					new ReplyDelivered(CASE, DeliveryWay.POST, on("2024-06-21")));
		Desk.after(received(), decided(Outcome.DENIED_6), ordered(), redecided(Outcome.GRANTED))
			.records(order("review:T/quashed", "2024-07-01", null),
					new RedecisionOrdered(CASE, on("2024-07-01"), "review:T/quashed", null));
	}

	@Test
	void the_first_answer_can_still_be_rectified_and_not_struck() {
		RectifyRecord right = new RectifyRecord(ID, on("2024-06-10"), "录入错误", null, null, null, null, Outcome.DENIED_5,
				null, null, null);
		reopened().records(right, new RecordRectified(CASE, on("2024-06-10"), "录入错误", null, null, null, null,
				Outcome.DENIED_5, null, null, null));
		reopened().refuses(new StrikeEntry(ID, on("2024-06-10"), 1, "误录"), Rule.ENTRY_NEEDED);
		reopened().records(new StrikeEntry(ID, on("2024-06-10"), 2, "误录"),
				new EntryStruck(CASE, on("2024-06-10"), 2, "误录"));
	}

	private static Desk reopened(ApplicationEvent... acts) {
		List<ApplicationEvent> life = new ArrayList<>(List.of(received()));
		life.addAll(List.of(acts));
		life.addAll(List.of(decided(Outcome.DENIED_6), ordered()));
		return Desk.after(life.toArray(ApplicationEvent[]::new));
	}

	private static RedecisionOrdered ordered() {
		return new RedecisionOrdered(CASE, on("2024-06-05"), "review:T/quashed", null);
	}

	private static OrderRedecision order(String disputeId, String day, String replyBy) {
		return new OrderRedecision(ID, on(day), disputeId, (replyBy == null) ? null : on(replyBy));
	}

	private static RedecideApplication redecide(Outcome outcome, String day) {
		return new RedecideApplication(ID, outcome, on(day), "〔2024〕2号", null, List.of(), null);
	}

	private static ApplicationRedecided redecided(Outcome outcome) {
		return new ApplicationRedecided(CASE, outcome, on("2024-06-20"), "〔2024〕2号", null, List.of(), null);
	}

}
