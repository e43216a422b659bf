package org.gongkai.command.audit;

import java.time.LocalDate;
import java.util.List;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.audit.FindingAnswered;
import org.gongkai.events.audit.FindingClosed;
import org.gongkai.events.audit.FindingEvent;
import org.gongkai.events.audit.FindingOpened;
import org.gongkai.events.audit.FindingResult;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.hamcrest.CustomMatcher;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FindingLifeTest {

	private static final FindingId ID = FindingId.of("reply-overdue:T/1:0");

	private static final PersonalText SAID = new PersonalText(null, "送达回证在卷");

	private static final FindingOpened OPENED = new FindingOpened(ID.value(), "reply-overdue", "T/1", "T",
			on("2024-02-01"), SAID);

	private static final FindingAnswered ANSWERED = new FindingAnswered(ID.value(), on("2024-02-05"), true, SAID);

	private static final FindingClosed CLOSED = new FindingClosed(ID.value(), on("2024-02-10"), FindingResult.DISMISSED,
			SAID);

	@Test
	void a_finding_is_opened_answered_and_closed() {
		records(new OpenFinding(ID, on("2024-02-01"), SAID), OPENED);
		records(new AnswerFinding(ID, on("2024-02-05"), true, SAID), ANSWERED, OPENED);
		records(new CloseFinding(ID, on("2024-02-10"), FindingResult.DISMISSED, SAID), CLOSED, OPENED, ANSWERED);
		records(new CloseFinding(ID, on("2024-02-10"), FindingResult.DISMISSED, SAID), CLOSED, OPENED);
	}

	@Test
	void a_closed_finding_may_be_taken_up_again() {
		records(new OpenFinding(ID, on("2024-03-01"), null), new FindingOpened(ID.value(), "reply-overdue", "T/1", "T",
				on("2024-03-01"), new PersonalText(null, null)), OPENED, CLOSED);
		refuses(new OpenFinding(ID, on("2024-02-09"), null), Rule.DAY_ORDER, OPENED, CLOSED);
	}

	@Test
	void every_other_order_is_refused() {
		refuses(new OpenFinding(ID, on("2024-02-02"), null), Rule.FINDING_STAGE, OPENED);
		refuses(new AnswerFinding(ID, on("2024-02-06"), false, null), Rule.FINDING_STAGE, OPENED, ANSWERED);
		refuses(new AnswerFinding(ID, on("2024-02-11"), false, null), Rule.FINDING_STAGE, OPENED, CLOSED);
		refuses(new CloseFinding(ID, on("2024-02-11"), FindingResult.UPHELD, null), Rule.FINDING_STAGE, OPENED, CLOSED);
		refuses(new AnswerFinding(ID, on("2024-01-31"), false, null), Rule.DAY_ORDER, OPENED);
		refuses(new CloseFinding(ID, on("2024-02-04"), FindingResult.UPHELD, null), Rule.DAY_ORDER, OPENED, ANSWERED);
	}

	@Test
	void nothing_is_found_in_a_record_that_there_is_not() {
		refuses(new OpenFinding(FindingId.of("reply-overdue:T/9:0"), on("2024-02-01"), null), Rule.UNKNOWN_FINDING);
	}

	@Test
	void a_dispute_or_dismissal_says_why() {
		assertThatThrownBy(() -> new AnswerFinding(ID, on("2024-02-05"), true, null)).isInstanceOf(Refused.class);
		assertThatThrownBy(() -> new CloseFinding(ID, on("2024-02-05"), FindingResult.REMEDIED, null))
			.isInstanceOf(Refused.class);
	}

	@Test
	void a_finding_is_named_by_rule_record_and_entry() {
		FindingId id = FindingId.of("review-first:lawsuit:T/（2024）行初1号:0");

		assertThat(id.stream()).isEqualTo("lawsuit:T/（2024）行初1号");
		assertThat(id.streamId()).isEqualTo("finding:review-first:lawsuit:T/（2024）行初1号:0");
		assertThatThrownBy(() -> FindingId.of("no-such-rule:T/1:0")).isInstanceOf(Refused.class);
		assertThatThrownBy(() -> FindingId.of("reply-overdue:T/1")).isInstanceOf(Refused.class);
	}

	private static void records(FindingCommand command, FindingEvent event, FindingEvent... before) {
		given(before).when(command).expectSuccessfulHandlerExecution().expectEvents(event);
	}

	private static void refuses(FindingCommand command, Rule rule, FindingEvent... before) {
		given(before).when(command)
			.expectNoEvents()
			.expectException(new CustomMatcher<Throwable>("refused by " + rule) {
				@Override
				public boolean matches(Object refused) {
					return refused instanceof Refused it && it.rule() == rule;
				}
			});
	}

	private static TestExecutor<Finding> given(FindingEvent... before) {
		AggregateTestFixture<Finding> fixture = new AggregateTestFixture<>(Finding.class);
		Inspected inspected = (stream) -> {
			if (!stream.equals("T/1")) {
				throw new Refused(Rule.UNKNOWN_FINDING, "nothing that can be inspected is recorded there");
			}
			return "T";
		};
		fixture.registerInjectableResource(inspected);
		return (before.length == 0) ? fixture.givenNoPriorActivity() : fixture.given(List.of(before));
	}

	private static LocalDate on(String day) {
		return LocalDate.parse(day);
	}

}
