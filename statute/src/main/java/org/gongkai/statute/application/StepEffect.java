package org.gongkai.statute.application;

/// What a recorded fact does to the reply clock.
public enum StepEffect {

	/// The term begins.
	BEGINS,
	/// A later rectification took the place of this day.
	RECTIFIED,
	/// The term ends without a due date until the applicant corrects or pays.
	WAITS,
	/// As [#WAITS], but the request came after the 7 working days of article 30.
	WAITS_LATE,
	/// A new term begins.
	RESTARTS,
	/// The clock stops for an opinion.
	STOPS,
	/// The clock runs on.
	RUNS_ON,
	/// The opinion came after the 15 working days; the clock ran on already.
	AFTER_SILENCE,
	/// The term gets longer.
	EXTENDS,
	/// Told after the term had run out; no effect.
	TOO_LATE,
	/// No term was running; no effect.
	NO_TERM,
	/// This term has been extended or delayed before; no effect.
	SPENT,
	/// A delayed day of reply is set.
	SETS_DAY,
	/// The clock stops for good.
	CONCLUDES,
	/// A decision on a dispute opens the case again; a new term begins.
	REOPENS,
	/// The day that is compared with the due date.
	DELIVERS,
	/// The case was concluded before; no effect.
	AFTER_CONCLUSION,
	/// The clock does not look at it.
	NONE

}
