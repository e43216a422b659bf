package org.gongkai.statute.audit;

import org.gongkai.events.Event;
import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.review.DisputeEntryStruck;
import org.gongkai.events.review.DisputeOutcome;
import org.gongkai.events.review.DisputeRectified;
import org.gongkai.events.review.DisputedAct;
import org.gongkai.events.review.LawsuitFiled;
import org.gongkai.events.review.LawsuitKind;
import org.gongkai.events.review.ReviewConcluded;
import org.gongkai.events.review.ReviewFiled;
import org.gongkai.statute.report.DisputeBlock;
import org.gongkai.statute.report.DisputeResult;
import org.gongkai.statute.report.YearToDate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.statute.audit.Course.on;

class DisputePlacementTest {

	private static final ReviewFiled FILED = new ReviewFiled("review:T/1", "T", "1", "T/1", DisputedAct.REPLY, null,
			on("2022-11-01"), new PersonalText(null, null));

	private static final ReviewConcluded CONCLUDED = new ReviewConcluded("review:T/1", DisputeOutcome.CORRECTED, null,
			on("2023-01-20"), null, false);

	@Test
	void a_dispute_is_pending_in_its_year_and_decided_in_the_next_where_the_office_counts_so() {
		assertThat(in(2022, DisputeCounting.INCLUDING_CARRIED_IN, FILED, CONCLUDED).result())
			.isEqualTo(DisputeResult.PENDING);
		assertThat(in(2023, DisputeCounting.INCLUDING_CARRIED_IN, FILED, CONCLUDED).result())
			.isEqualTo(DisputeResult.CORRECTED);
		assertThat(in(2023, DisputeCounting.INCLUDING_CARRIED_IN, FILED, CONCLUDED).block())
			.isEqualTo(DisputeBlock.REVIEW);
		assertThat(last(in(2023, DisputeCounting.NEW_ONLY, FILED, CONCLUDED))).isEqualTo("new-only");
		assertThat(in(2023, DisputeCounting.NEW_ONLY, FILED, CONCLUDED).result()).isNull();
		assertThat(last(in(2024, DisputeCounting.INCLUDING_CARRIED_IN, FILED, CONCLUDED))).isEqualTo("earlier-year");
		assertThat(last(in(2021, DisputeCounting.INCLUDING_CARRIED_IN, FILED, CONCLUDED))).isEqualTo("later-year");
	}

	@Test
	void a_co_defendant_and_a_struck_record_count_nowhere() {
		LawsuitFiled suit = new LawsuitFiled("lawsuit:T/1", "T", "1", LawsuitKind.DIRECT, null, null, DisputedAct.OTHER,
				null, on("2023-02-01"), true, new PersonalText(null, null));

		assertThat(last(in(2023, DisputeCounting.NEW_ONLY, suit))).isEqualTo("co-defendant");
		assertThat(last(in(2022, DisputeCounting.NEW_ONLY, FILED,
				new DisputeEntryStruck("review:T/1", on("2022-11-02"), 0, "误录"))))
			.isEqualTo("void");
	}

	@Test
	void corrections_move_a_dispute_and_are_named() {
		LawsuitFiled suit = new LawsuitFiled("lawsuit:T/1", "T", "1", LawsuitKind.DIRECT, null, null, DisputedAct.OTHER,
				null, on("2023-02-01"), true, new PersonalText(null, null));
		DisputeRectified right = new DisputeRectified("lawsuit:T/1", on("2024-01-02"), "登记有误", null, null,
				LawsuitKind.AFTER_REVIEW, null, null, on("2022-12-30"), false, DisputeOutcome.UPHELD, null,
				on("2023-05-01"), null, null);
		DisputePlacement open = in(2022, DisputeCounting.NEW_ONLY, suit, right);

		assertThat(open.block()).isEqualTo(DisputeBlock.AFTER_REVIEW);
		assertThat(open.result()).isEqualTo(DisputeResult.PENDING);
		assertThat(open.reasons().stream().filter((reason) -> reason.basis() == Basis.DISPUTE_RECTIFIED))
			.extracting(Reason::zh)
			.containsExactly("类别更正为复议后起诉", "申请、起诉日期更正为2022-12-30", "更正为并非仅为共同被告");
		assertThat(open.withSums()).hasSize(2);
	}

	@Test
	void a_struck_decision_leaves_the_dispute_pending() {
		DisputePlacement placement = in(2023, DisputeCounting.INCLUDING_CARRIED_IN, FILED, CONCLUDED,
				new DisputeEntryStruck("review:T/1", on("2023-02-02"), 1, "误录"));

		assertThat(placement.result()).isEqualTo(DisputeResult.PENDING);
		assertThat(placement.reasons()).anySatisfy((reason) -> assertThat(reason.entries()).containsExactly(1L, 2L));
	}

	private static DisputePlacement in(int year, DisputeCounting counting, Event... life) {
		return DisputePlacement.of(Course.of(life), YearToDate.of(year, null), counting);
	}

	private static String last(DisputePlacement placement) {
		return placement.reasons().getLast().basis().code();
	}

}
