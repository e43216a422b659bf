package org.gongkai.statute.disclosure;

import java.time.LocalDate;

import org.gongkai.statute.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/// 公开期限: until when a piece of information is to be published (article 26). Derived and never stored, so that a changed
/// calendar moves it.
///
/// @param dueOn the last day in time
/// @param provisional whether a notice of holidays still to come may move it
public record PublicationTerm(LocalDate dueOn, boolean provisional) {

	/// 20 working days from the day after creation or change.
	public static final int WORKING_DAYS = 20;

	/// @param madeOn the day of creation or change
	/// @param otherTerm the day another law sets; null for 20 working days
	public static PublicationTerm of(LocalDate madeOn, @Nullable LocalDate otherTerm, WorkingCalendar calendar) {
		if (otherTerm != null) {
			return new PublicationTerm(otherTerm, false);
		}
		LocalDate dueOn = calendar.plusWorkingDays(madeOn, WORKING_DAYS);
		return new PublicationTerm(dueOn, !calendar.isSettled(dueOn));
	}

	/// Whether publication came, or is still to come, after the term.
	/// @param publishedOn the first publication; null while there is none
	public boolean isLate(@Nullable LocalDate publishedOn, LocalDate today) {
		return ((publishedOn != null) ? publishedOn : today).isAfter(this.dueOn);
	}

}
