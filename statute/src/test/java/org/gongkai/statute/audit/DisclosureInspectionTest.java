package org.gongkai.statute.audit;

import java.util.List;

import org.gongkai.events.Event;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.application.PersonalText;
import org.gongkai.events.disclosure.Category;
import org.gongkai.events.disclosure.InformationDrafted;
import org.gongkai.events.disclosure.InformationPublished;
import org.gongkai.events.disclosure.InformationReviewed;
import org.gongkai.events.disclosure.InformationStruck;
import org.gongkai.events.disclosure.PublicationChannel;
import org.gongkai.events.disclosure.ReviewCheck;
import org.gongkai.events.disclosure.ReviewResult;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.statute.audit.Course.on;

/// Made on Wednesday 1 March 2023; to be published by Wednesday 29 March.
class DisclosureInspectionTest {

	private static final PersonalText NOTHING = new PersonalText(null, null);

	private static final InformationDrafted DRAFTED = new InformationDrafted("T/1", "T", "1", Category.ARTICLE_20_7,
			on("2023-03-01"), null, NOTHING);

	@Test
	void what_is_published_in_time_is_no_finding() {
		assertThat(found("2024-07-31", DRAFTED, published("2023-03-29"))).isEmpty();
	}

	@Test
	void what_is_late_is_found_published_or_not() {
		assertThat(found("2024-07-31", DRAFTED, published("2023-03-31"))).containsExactly("[0, 1] 2");
		assertThat(found("2023-03-30", DRAFTED)).containsExactly("[0] 1");
		assertThat(found("2023-03-29", DRAFTED)).isEmpty();
	}

	@Test
	void what_is_withheld_or_struck_has_no_term() {
		assertThat(found("2024-07-31", DRAFTED, new InformationReviewed("T/1", on("2023-03-02"), ReviewCheck.FAILED,
				ReviewCheck.PASSED, ReviewResult.WITHHOLD, Outcome.DENIED_1, "李主任", NOTHING)))
			.isEmpty();
		assertThat(found("2024-07-31", DRAFTED, new InformationStruck("T/1", on("2023-03-02"), "误录"))).isEmpty();
	}

	private static InformationPublished published(String day) {
		return new InformationPublished("T/1", PublicationChannel.WEBSITE, on(day), "预算公开", null);
	}

	private static List<String> found(String today, Event... life) {
		return DisclosureInspection.of(Course.of(life), WorkingCalendar.statutory(), on(today))
			.stream()
			.map((one) -> one.entries() + " " + one.workingDays())
			.toList();
	}

}
