package org.gongkai.command.calendar;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.jspecify.annotations.Nullable;

/// 公布放假安排: fixes the working days of a year, or fixes them anew.
///
/// @param year calendar year
/// @param daysOff all days off of the announced holidays, the weekends within them included
/// @param makeUpDays 调休: Saturdays and Sundays that are working days
/// @param source the notice
/// @param announcedOn the day of the notice
public record AnnounceCalendar(int year, @Nullable List<LocalDate> daysOff, @Nullable List<LocalDate> makeUpDays,
		String source, LocalDate announcedOn) implements CalendarCommand {

	public AnnounceCalendar {
		daysOff = (daysOff == null) ? List.of() : List.copyOf(daysOff);
		makeUpDays = (makeUpDays == null) ? List.of() : List.copyOf(makeUpDays);
		Field.text("source", source, true);
		Field.needed("announcedOn", announcedOn);
	}

	@Override
	@TargetAggregateIdentifier
	public String streamId() {
		return "calendar:" + this.year;
	}

}
