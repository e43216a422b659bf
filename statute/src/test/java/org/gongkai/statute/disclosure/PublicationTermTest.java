package org.gongkai.statute.disclosure;

import java.time.LocalDate;

import org.gongkai.statute.calendar.WorkingCalendar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PublicationTermTest {

	@ParameterizedTest
	@CsvSource({ "2024-03-01, 2024-03-29", "2024-01-25, 2024-02-27", "2024-09-14, 2024-10-18" })
	void information_is_published_within_20_working_days_of_its_making(LocalDate madeOn, LocalDate dueOn) {
		PublicationTerm term = PublicationTerm.of(madeOn, null, WorkingCalendar.statutory());

		assertThat(term).isEqualTo(new PublicationTerm(dueOn, false));
	}

	@Test
	void a_term_into_a_year_without_a_notice_is_provisional() {
		assertThat(PublicationTerm.of(LocalDate.parse("2026-12-15"), null, WorkingCalendar.statutory()).provisional())
			.isTrue();
	}

	@Test
	void another_law_may_set_another_term() {
		PublicationTerm term = PublicationTerm.of(LocalDate.parse("2024-03-01"), LocalDate.parse("2024-03-08"),
				WorkingCalendar.statutory());

		assertThat(term).isEqualTo(new PublicationTerm(LocalDate.parse("2024-03-08"), false));
	}

	@Test
	void publication_is_late_after_the_due_day_and_silence_is_late_after_it_too() {
		PublicationTerm term = new PublicationTerm(LocalDate.parse("2024-03-29"), false);

		assertThat(term.isLate(LocalDate.parse("2024-03-29"), LocalDate.parse("2024-07-31"))).isFalse();
		assertThat(term.isLate(LocalDate.parse("2024-03-30"), LocalDate.parse("2024-07-31"))).isTrue();
		assertThat(term.isLate(null, LocalDate.parse("2024-03-29"))).isFalse();
		assertThat(term.isLate(null, LocalDate.parse("2024-03-30"))).isTrue();
	}

}
