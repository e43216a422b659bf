package org.gongkai.statute.calendar;

/// What a calendar day is to the working calendar.
public enum DayKind {

	/// 工作日: a Monday to Friday that is no holiday.
	WORKING("工作日", "working day", true),
	/// 调休上班: a Saturday or Sunday that the yearly notice makes a working day.
	MAKE_UP("调休上班日", "make-up working day", true),
	/// 周休息日: a Saturday or Sunday that no notice names.
	WEEKEND("周休息日", "weekend", false),
	/// 放假: a public holiday or a day off that the yearly notice names, weekends within it
	/// included.
	HOLIDAY("放假日", "public holiday", false);

	private final String chinese;

	private final String english;

	private final boolean working;

	DayKind(String chinese, String english, boolean working) {
		this.chinese = chinese;
		this.english = english;
		this.working = working;
	}

	/// The name in Chinese.
	public String chinese() {
		return this.chinese;
	}

	/// The name in English.
	public String english() {
		return this.english;
	}

	/// Whether the day counts in a term of working days.
	public boolean isWorking() {
		return this.working;
	}

}
