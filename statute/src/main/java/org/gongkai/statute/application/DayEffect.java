package org.gongkai.statute.application;

/// What one calendar day is to the reply clock.
public enum DayEffect {

	/// The day of receipt, correction, payment or an order to answer again: the term
	/// counts from the next day.
	START,
	/// Counted.
	COUNTED,
	/// Not counted: a weekend or holiday.
	NOT_WORKING,
	/// Not counted: others are being asked (article 33(3)).
	STOPPED,
	/// Not counted: waiting for a correction or a payment, or concluded until a new
	/// answer
	/// was ordered; a new term begins after it.
	WAITING,
	/// Within a delayed term (article 35) or one set by a decision on a dispute, which
	/// ends on a set day.
	DELAYED,
	/// Left over: the case was concluded before.
	REMAINING,
	/// After the due date, before the reply.
	OVERDUE

}
