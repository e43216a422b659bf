package org.gongkai.events.application;

/// 收费方式: an application is charged by one of the two schedules, never by both (国办函〔2020〕109号, article 3).
public enum FeeSchedule {

	/// 按件计收 (article 4): counted over the applicant's applications of a calendar month.
	PER_ITEM,
	/// 按量计收 (article 5): counted over the pages of one application.
	PER_PAGE

}
