package org.gongkai.query.application;

import java.time.LocalDate;

import org.gongkai.statute.application.ClockState;
import org.gongkai.statute.application.Deadline;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/// How much time there is, as a clerk asks it.
///
/// @param zh in Chinese
/// @param en in English
/// @param urgency `late`, `soon` or `calm`
record DueWords(String zh, String en, String urgency) {

	private static final int SOON = 5;

	/// @return null where nothing is due
	static @Nullable DueWords of(Deadline deadline, LocalDate today, WorkingCalendar calendar) {
		LocalDate dueOn = deadline.dueOn();
		int late = deadline.overdueWorkingDays(today, calendar);
		if (late > 0) {
			boolean open = deadline.state() != ClockState.CONCLUDED;
			return new DueWords((open ? "已超期" : "超期") + late + "个工作日" + (open ? "，请立即答复" : "答复"),
					late + " working days late", "late");
		}
		if (deadline.state() == ClockState.CONCLUDED || deadline.state() == ClockState.VOID) {
			return null;
		}
		if (dueOn == null) {
			LocalDate until = deadline.stoppedUntil();
			return (until == null) ? null
					: new DueWords(until.isBefore(today) ? "对方期限已于" + until + "届满，可以办结" : "对方期限至" + until + "，本机关期限不计算",
							"the term of the applicant ends on " + until, until.isBefore(today) ? "soon" : "calm");
		}
		int left = calendar.workingDaysBetween(today, dueOn);
		return new DueWords((left == 0) ? "今天到期" : "还有" + left + "个工作日", left + " working days left",
				(left <= SOON) ? "soon" : "calm");
	}

}
