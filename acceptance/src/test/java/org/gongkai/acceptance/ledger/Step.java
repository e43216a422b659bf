package org.gongkai.acceptance.ledger;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

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

	/// Any step, each number as likely as another.
	static Arbitrary<Step> any() {
		Arbitrary<Integer> numbers = Arbitraries.integers()
			.between(0, NUMBERS)
			.withDistribution(RandomDistribution.uniform());
		return Combinators.combine(numbers, numbers, numbers, numbers).as(Step::new);
	}

	/// One of the choices, by the detail.
	@SafeVarargs
	static <T> T pick(int detail, T... choices) {
		return choices[detail % choices.length];
	}

}
