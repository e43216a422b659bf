package org.gongkai.statute.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.gongkai.events.calendar.CalendarAnnounced;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// 工作日历: which days are working days. Immutable and safe to share; a new notice gives a new calendar.
/// A year without a notice has its weekends and the holidays that need no notice, and is provisional.
public final class WorkingCalendar {

	private static final WorkingCalendar STATUTORY = new WorkingCalendar(HolidayNotice.known());

	private static final int LAST_YEAR = 2200;

	private final Map<Integer, HolidayNotice> notices;

	private final Map<Integer, WorkingYear> years = new ConcurrentHashMap<>();

	private WorkingCalendar(Map<Integer, HolidayNotice> notices) {
		this.notices = Map.copyOf(notices);
	}

	/// The calendar of the notices from 2008 to 2026.
	public static WorkingCalendar statutory() {
		return STATUTORY;
	}

	/// The calendar in which this notice holds for its year; an earlier notice of the
	/// year
	/// is forgotten.
	public WorkingCalendar with(CalendarAnnounced announced) {
		Map<Integer, HolidayNotice> changed = new HashMap<>(this.notices);
		changed.put(announced.year(), HolidayNotice.of(announced));
		return new WorkingCalendar(changed);
	}

	/// Whether a notice may be recorded: its days lie in its year or in the last week of
	/// December before, make-up days are weekend days and no public holidays, and no day
	/// stands twice.
	/// @throws Refused with [Rule#CALENDAR_DAY]
	public static void check(CalendarAnnounced announced) {
		int year = announced.year();
		require(year >= HolidayNotice.FIRST_YEAR && year <= LAST_YEAR,
				"a calendar is for a year from 2008 to " + LAST_YEAR + ", not " + year);
		require(!announced.daysOff().isEmpty(), "a notice names at least one day off");
		Set<LocalDate> seen = new HashSet<>();
		for (List<LocalDate> days : List.of(announced.daysOff(), announced.makeUpDays())) {
			for (LocalDate day : days) {
				require(day.getYear() == year || day.getYear() == year - 1 && HolidayNotice.isEdge(day),
						day + " is outside " + year + " and the last week of December before it");
				require(seen.add(day), day + " stands twice");
			}
		}
		for (LocalDate day : announced.makeUpDays()) {
			require(isWeekend(day), day + " is no Saturday or Sunday and cannot be a make-up day");
			require(!PublicHolidays.of(day.getYear()).contains(day),
					day + " is a public holiday and cannot be a make-up day");
		}
	}

	/// Whether the day counts in a term of working days.
	public boolean isWorkingDay(LocalDate day) {
		return kindOf(day).isWorking();
	}

	/// What the day is.
	public DayKind kindOf(LocalDate day) {
		return year(day.getYear()).kindOf(day);
	}

	/// The nth working day after a day; the day itself is not counted. With 0 the day
	/// itself, working or not.
	/// @param n 0 or more
	public LocalDate plusWorkingDays(LocalDate from, int n) {
		if (n < 0) {
			throw new IllegalArgumentException("working days are counted forward, not by " + n);
		}
		if (n == 0) {
			return from;
		}
		int year = from.getYear();
		int target = year(year).passedBy(from) + n;
		while (target > year(year).workingDays()) {
			target -= year(year).workingDays();
			year++;
		}
		return LocalDate.ofYearDay(year, year(year).dayOf(target));
	}

	/// How many working days lie after the one day, up to and including the other; 0 if
	/// there is none between them.
	public int workingDaysBetween(LocalDate after, LocalDate upTo) {
		if (!upTo.isAfter(after)) {
			return 0;
		}
		int days = year(upTo.getYear()).passedBy(upTo) - year(after.getYear()).passedBy(after);
		for (int year = after.getYear(); year < upTo.getYear(); year++) {
			days += year(year).workingDays();
		}
		return days;
	}

	/// The day itself if it is a working day, else the next working day.
	public LocalDate workingDayFrom(LocalDate day) {
		LocalDate found = day;
		while (!isWorkingDay(found)) {
			found = found.plusDays(1);
		}
		return found;
	}

	/// Whether the notice of the year is known.
	public boolean isAnnounced(int year) {
		return this.notices.containsKey(year);
	}

	/// Whether no notice still to come is expected to change the day: its year is
	/// announced and, for the last week of December, so is the next year, whose notice
	/// may
	/// reach back.
	public boolean isSettled(LocalDate day) {
		return isAnnounced(day.getYear()) && (!HolidayNotice.isEdge(day) || isAnnounced(day.getYear() + 1));
	}

	private WorkingYear year(int year) {
		WorkingYear known = this.years.get(year);
		return (known != null) ? known : this.years.computeIfAbsent(year, this::compute);
	}

	private WorkingYear compute(int year) {
		Set<LocalDate> holidays = PublicHolidays.of(year);
		return new WorkingYear(year, (day) -> {
			HolidayNotice notice = noticeFor(day);
			if (holidays.contains(day) || notice.off().contains(day)) {
				return DayKind.HOLIDAY;
			}
			if (isWeekend(day)) {
				return notice.makeUp().contains(day) ? DayKind.MAKE_UP : DayKind.WEEKEND;
			}
			return DayKind.WORKING;
		});
	}

	/// Of two notices that name the same day at the turn of the year, the later one
	/// holds.
	private HolidayNotice noticeFor(LocalDate day) {
		HolidayNotice own = this.notices.getOrDefault(day.getYear(), HolidayNotice.NONE);
		HolidayNotice next = HolidayNotice.isEdge(day)
				? this.notices.getOrDefault(day.getYear() + 1, HolidayNotice.NONE) : HolidayNotice.NONE;
		boolean nextHolds = next.names(day) && (!own.names(day) || !next.announcedOn().isBefore(own.announcedOn()));
		return nextHolds ? next : own;
	}

	private static boolean isWeekend(LocalDate day) {
		return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
	}

	private static void require(boolean holds, String sentence) {
		if (!holds) {
			throw new Refused(Rule.CALENDAR_DAY, sentence);
		}
	}

}
