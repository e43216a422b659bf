package org.gongkai.query.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.access.ReadsRequest;
import org.gongkai.query.AsOf;
import org.gongkai.query.desk.Answer;
import org.gongkai.query.desk.Desk;
import org.gongkai.query.desk.Form;
import org.gongkai.query.desk.Input;
import org.gongkai.query.desk.Input.Kind;
import org.gongkai.query.desk.Sheet;
import org.gongkai.statute.calendar.DayKind;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The years whose working days are known, and the notice of a further one.
@Controller
class CalendarConsole {

	private static final int FIRST = 2008;

	private final Desk desk;

	private final Calendars calendars;

	private final AsOf asOf;

	private final Clock clock;

	CalendarConsole(Desk desk, Calendars calendars, AsOf asOf, Clock clock) {
		this.desk = desk;
		this.calendars = calendars;
		this.asOf = asOf;
		this.clock = clock;
	}

	/// A year.
	///
	/// @param workingDays how many
	/// @param holidays days off that are no weekend days
	/// @param makeUpDays 调休上班
	/// @param source the recorded notice; empty for one that came with the product
	record Line(int year, int workingDays, List<LocalDate> holidays, List<LocalDate> makeUpDays, String source) {
	}

	@GetMapping("/calendar")
	String show(@RequestParam(defaultValue = "false") boolean recorded, Model model) {
		model.addAttribute("recorded", recorded);
		return page(Sheet.blank(form(), Map.of("year", String.valueOf(nextYear()))), model);
	}

	@PostMapping("/calendar")
	@ReadsRequest("the fields of a form, which become a command of its own scope")
	String announce(Model model, HttpServletRequest request, HttpServletResponse response) {
		return switch (this.desk.take(form(), Map.of(), request, response)) {
			case Sheet sheet -> page(sheet, model);
			case Answer.Recorded _ -> "redirect:/calendar?recorded=true";
		};
	}

	private String page(Sheet sheet, Model model) {
		WorkingCalendar calendar = this.calendars.current();
		Map<Integer, String> sources = this.calendars.sources();
		model.addAttribute("years",
				IntStream.range(FIRST, nextYear())
					.filter(calendar::isAnnounced)
					.mapToObj((year) -> line(year, calendar, sources.getOrDefault(year, "")))
					.toList()
					.reversed());
		model.addAttribute("sheet", sheet);
		model.addAttribute("asOf", this.asOf.now());
		return "calendar/show";
	}

	private static Line line(int year, WorkingCalendar calendar, String source) {
		LocalDate first = LocalDate.of(year, 1, 1);
		List<LocalDate> days = first.datesUntil(first.plusYears(1)).toList();
		return new Line(year, (int) days.stream().filter(calendar::isWorkingDay).count(),
				days.stream().filter((day) -> calendar.kindOf(day) == DayKind.HOLIDAY).toList(),
				days.stream().filter((day) -> calendar.kindOf(day) == DayKind.MAKE_UP).toList(), source);
	}

	/// The first year without a notice.
	private int nextYear() {
		WorkingCalendar calendar = this.calendars.current();
		return IntStream.iterate(LocalDate.now(this.clock).getYear(), (year) -> year + 1)
			.filter((year) -> !calendar.isAnnounced(year))
			.findFirst()
			.orElseThrow();
	}

	private static Form form() {
		return Form
			.of("announce-calendar", "登记放假安排", "Record a year's notice", Input.of(Kind.NUMBER, "year", "年份", "year"),
					Input.of(Kind.DAYS, "daysOff", "放假日期", "days off").hint("每行一天或一段，含其中的周末，例如2027-02-05 至 2027-02-11"),
					Input.of(Kind.DAYS, "makeUpDays", "调休上班日期", "make-up days").optional().hint("要上班的周六、周日，每行一天"),
					Input.line("source", "通知名称和文号", "source").required(),
					Input.day("announcedOn", "发布日期", "announced on"))
			.hint("国务院办公厅每年发布次年部分节假日安排。登记后，在办申请的答复期限自动按新日历计算。");
	}

}
