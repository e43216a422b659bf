package org.gongkai.statute.audit;

import java.util.List;

import org.gongkai.events.Event;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.ApplicationRedecided;
import org.gongkai.events.application.ApplicationTransferred;
import org.gongkai.events.application.CorrectionLapsed;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.RecordRectified;
import org.gongkai.events.application.RedecisionOrdered;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;
import org.gongkai.statute.report.YearToDate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.statute.audit.Course.CASE;
import static org.gongkai.statute.audit.Course.decided;
import static org.gongkai.statute.audit.Course.on;
import static org.gongkai.statute.audit.Course.received;

class CasePlacementTest {

	@Test
	void a_case_of_the_year_is_new_and_in_its_outcome_row() {
		CasePlacement placement = in(2023, received("2023-03-01"), decided("2023-03-20", Outcome.DENIED_7));

		assertThat(placement.entry()).isEqualTo(Row.NEW);
		assertThat(placement.exit()).isEqualTo(Row.DENIED_7);
		assertThat(placement.column()).isEqualTo(Column.NATURAL_PERSON);
		assertThat(told(placement)).containsExactly("receipt [0]", "applicant-kind [0]", "conclusion [1]", "new []",
				"outcome-row []");
		assertThat(placement.reasons().getFirst().zh()).contains("双方确认之日", "2023-03-01");
		assertThat(placement.reasons().getFirst().basis().article()).isEqualTo("条例第三十一条");
		assertThat(placement.reasons().getLast().zh()).contains("7.属于行政执法案卷");
	}

	@Test
	void a_case_that_is_concluded_a_year_later_is_carried() {
		Event[] life = { received("2022-12-20"), decided("2023-01-10", Outcome.GRANTED) };

		assertThat(in(2022, life).exit()).isEqualTo(Row.CARRIED_OUT);
		assertThat(in(2023, life).entry()).isEqualTo(Row.CARRIED_IN);
		assertThat(in(2023, life).exit()).isEqualTo(Row.GRANTED);
		assertThat(in(2024, life).counts()).isFalse();
		assertThat(told(in(2024, life))).endsWith("earlier-year []");
		assertThat(told(in(2021, life))).endsWith("later-year []");
	}

	@Test
	void corrections_move_a_case_and_are_named() {
		CasePlacement placement = in(2023, received("2023-01-02"), decided("2024-01-10", Outcome.GRANTED),
				new RecordRectified(CASE, on("2024-02-01"), "登记有误", ApplicantKind.BUSINESS, null, null,
						on("2022-12-30"), Outcome.PARTLY_GRANTED, on("2023-12-29"), null, null));

		assertThat(placement.entry()).isEqualTo(Row.CARRIED_IN);
		assertThat(placement.exit()).isEqualTo(Row.PARTLY_GRANTED);
		assertThat(placement.column()).isEqualTo(Column.BUSINESS);
		assertThat(told(placement)).contains("receipt-rectified [2]", "applicant-kind-rectified [2]",
				"conclusion-rectified [2]");
	}

	@Test
	void what_is_struck_is_told_and_does_not_count() {
		CasePlacement open = in(2023, received("2023-03-01"), decided("2023-03-20", Outcome.GRANTED),
				new EntryStruck(CASE, on("2023-04-01"), 1, "误录"));
		CasePlacement none = in(2023, received("2023-03-01"), new EntryStruck(CASE, on("2023-04-01"), 0, "误录"));

		assertThat(open.exit()).isEqualTo(Row.CARRIED_OUT);
		assertThat(told(open)).contains("struck [1, 2]");
		assertThat(none.counts()).isFalse();
		assertThat(told(none)).endsWith("void [0, 1]");
	}

	@Test
	void whoever_has_the_case_counts_it_and_its_first_answer_alone() {
		CasePlacement placement = in(2023, received("2023-03-01"),
				new ApplicationTransferred(CASE, "T", "S", on("2023-03-02"), "属于司法所职责"),
				decided("2023-03-20", Outcome.DENIED_7),
				new RedecisionOrdered(CASE, on("2023-06-01"), "review:S/1", null),
				new ApplicationRedecided(CASE, Outcome.GRANTED, on("2023-06-20"), null, null, List.of(), null));

		assertThat(placement.agency()).isEqualTo("S");
		assertThat(placement.exit()).isEqualTo(Row.DENIED_7);
		assertThat(told(placement)).contains("transfer [1]", "redecision [4]");
	}

	@Test
	void the_form_of_2019_prints_other_outcomes_in_one_row() {
		CasePlacement placement = in(2020, received("2020-03-02"), new CorrectionLapsed(CASE, on("2020-04-01"), null));

		assertThat(placement.exit()).isEqualTo(Row.OTHER_1);
		assertThat(placement.reasons().getLast().en()).contains("other_aggregate");
	}

	@Test
	void a_year_that_ends_early_carries_out_what_was_open_then() {
		CasePlacement placement = CasePlacement.of(
				Course.of(received("2023-03-01"), decided("2023-03-20", Outcome.GRANTED)),
				YearToDate.of(2023, on("2023-03-19")));

		assertThat(placement.exit()).isEqualTo(Row.CARRIED_OUT);
	}

	private static CasePlacement in(int year, Event... life) {
		return CasePlacement.of(Course.of(life), YearToDate.of(year, null));
	}

	private static List<String> told(CasePlacement placement) {
		return placement.reasons().stream().map((reason) -> reason.basis().code() + " " + reason.entries()).toList();
	}

}
