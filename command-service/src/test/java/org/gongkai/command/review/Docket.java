package org.gongkai.command.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.gongkai.command.Advice;
import org.gongkai.command.agency.Office;
import org.gongkai.command.application.ApplicationId;
import org.gongkai.command.application.Cases.Case;
import org.gongkai.command.application.Cases.Reply;
import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.review.DisputeEvent;
import org.gongkai.events.review.DisputeOutcome;
import org.gongkai.events.review.DisputedAct;
import org.gongkai.events.review.LawsuitFiled;
import org.gongkai.events.review.LawsuitKind;
import org.gongkai.events.review.ReviewConcluded;
import org.gongkai.events.review.ReviewFiled;
import org.gongkai.events.review.RulingForm;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.Warning;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.hamcrest.CustomMatcher;

/// A docket of disputes against the township T, whose records hold some applications and an earlier review.
final class Docket {

	static final String REVIEW = "review:T/复1";

	static final String LAWSUIT = "lawsuit:T/诉1";

	static final PersonalText NOTHING = new PersonalText(null, null);

	private static final Map<String, Office> OFFICES = Map.of("T", office("T", "2024-01-01", null), "old",
			office("old", null, "2024-02-01"));

	/// Refused on 29 March 2024 as process information, delivered on 1 April.
	private static final Map<String, Case> CASES = Map.of("T/1",
			application("T", new Reply(Outcome.DENIED_6, on("2024-03-29"), on("2024-04-01"))), "T/granted",
			application("T", new Reply(Outcome.GRANTED, on("2024-03-29"), null)), "T/before",
			application("T", new Reply(Outcome.DENIED_6, on("2023-12-29"), null)), "T/open", application("T"), "T/void",
			new Case("T", on("2024-03-04"), List.of(), true), "D/1",
			application("D", new Reply(Outcome.DENIED_6, on("2024-03-29"), null)), "T/moved",
			application("T-in", new Reply(Outcome.GRANTED, on("2024-03-29"), null)));

	private final TestExecutor<Dispute> given;

	private Docket(TestExecutor<Dispute> given) {
		this.given = given;
	}

	static Docket empty() {
		return new Docket(fixture().givenNoPriorActivity());
	}

	static Docket after(DisputeEvent... events) {
		return new Docket(fixture().given(List.of(events)));
	}

	/// Records it with warnings of these codes.
	void records(DisputeCommand command, DisputeEvent event, String... warnings) {
		ResultValidator<Dispute> result = this.given.when(command)
			.expectSuccessfulHandlerExecution()
			.expectEvents(event);
		if (warnings.length > 0) {
			result.expectResultMessagePayloadMatching(new CustomMatcher<Object>("warns of " + List.of(warnings)) {
				@Override
				public boolean matches(Object payload) {
					return payload instanceof Advice advice
							&& advice.warnings().stream().map(Warning::code).toList().equals(List.of(warnings));
				}
			});
		}
	}

	/// Records it and says nothing more.
	void recordsWithoutWarning(DisputeCommand command, DisputeEvent event) {
		this.given.when(command)
			.expectSuccessfulHandlerExecution()
			.expectEvents(event)
			.expectResultMessagePayload(new Advice(List.of()));
	}

	void refuses(DisputeCommand command, Rule rule) {
		this.given.when(command).expectNoEvents().expectException(new CustomMatcher<Throwable>("refused by " + rule) {
			@Override
			public boolean matches(Object refused) {
				return refused instanceof Refused it && it.rule() == rule;
			}
		});
	}

	static LocalDate on(String day) {
		return LocalDate.parse(day);
	}

	static FileReview review(String application, DisputedAct against, String day) {
		return new FileReview("T", "复1", id(application), against, "市政府", on(day), null);
	}

	static ReviewFiled reviewFiled(String application, DisputedAct against, String day) {
		return new ReviewFiled(REVIEW, "T", "复1", application, against, "市政府", on(day), NOTHING);
	}

	static FileLawsuit suit(LawsuitKind kind, String application, String review, DisputedAct against, String day) {
		return new FileLawsuit("T", "诉1", kind, id(application), (review == null) ? null : DisputeId.of(review),
				against, "区法院", on(day), null, null);
	}

	static LawsuitFiled suitFiled(LawsuitKind kind, String application, String review, DisputedAct against,
			String day) {
		return new LawsuitFiled(LAWSUIT, "T", "诉1", kind, application, review, against, "区法院", on(day), false, NOTHING);
	}

	static ReviewConcluded reviewConcluded(DisputeOutcome outcome, RulingForm form, String day) {
		return new ReviewConcluded(REVIEW, outcome, form, on(day), "〔2024〕复1号", false);
	}

	private static AggregateTestFixture<Dispute> fixture() {
		AggregateTestFixture<Dispute> fixture = new AggregateTestFixture<>(Dispute.class);
		fixture.registerInjectableResource(new DisputeRules((code) -> OFFICES.getOrDefault(code, new Office.None(code)),
				(id) -> CASES.get(id.value()), Docket::earlier, (_) -> WorkingCalendar.statutory()));
		return fixture;
	}

	/// Earlier reviews: one of T/1 decided on 3 June 2024, one of T/1 pending, one of
	/// T/granted.
	private static DisputeState earlier(DisputeId id) {
		DisputeState unknown = new DisputeState.Unknown();
		return switch (id.value()) {
			case "review:T/decided" -> unknown.after(reviewFiled("T/1", DisputedAct.REPLY, "2024-04-15"))
				.after(reviewConcluded(DisputeOutcome.UPHELD, null, "2024-06-03"));
			case "review:T/pending" -> unknown.after(reviewFiled("T/1", DisputedAct.REPLY, "2024-04-15"));
			case "review:T/granted" -> unknown.after(reviewFiled("T/granted", DisputedAct.REPLY, "2024-04-15"));
			default -> unknown;
		};
	}

	private static ApplicationId id(String application) {
		return (application == null) ? null : ApplicationId.of(application);
	}

	private static Case application(String agency, Reply... replies) {
		return new Case(agency, on("2023-12-04"), List.of(replies), false);
	}

	private static Office office(String code, String ledger, String closed) {
		return new Office.Registered(code, code, AgencyKind.TOWNSHIP, null, on("2000-01-01"),
				(ledger == null) ? null : on(ledger), (closed == null) ? null : on(closed));
	}

}
