package org.gongkai.statute.application;

/// What one calendar day is to the reply clock.
public enum DayEffect {

	/// The day of receipt, correction or payment: the term counts from the next day.
	START,
	/// Counted.
	COUNTED,
	/// Not counted: a weekend or holiday.
	NOT_WORKING,
	/// Not counted: others are being asked (article 33(3)).
	STOPPED,
	/// Not counted: waiting for a correction or a payment, after which a new term begins.
	WAITING,
	/// Within a delayed term (article 35), which ends on a set day.
	DELAYED,
	/// Left over: the case was concluded before.
	REMAINING,
	/// After the due date, before the reply.
	OVERDUE

}
