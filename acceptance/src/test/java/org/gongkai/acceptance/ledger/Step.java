package org.gongkai.acceptance.ledger;

/// What somebody tries to do, in numbers that mean something only to the [Clerk] who does it: so a history that fails can
/// be made smaller and still be one.
///
/// @param act what is tried
/// @param which the case or agency it is tried on
/// @param day when it is said to have happened
/// @param detail everything else
record Step(int act, int which, int day, int detail) {

	/// Above every number in a step.
	static final int NUMBERS = 10_000;

	/// One of the choices, by the detail.
	@SafeVarargs
	static <T> T pick(int detail, T... choices) {
		return choices[detail % choices.length];
	}

}
