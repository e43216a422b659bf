package org.gongkai.acceptance.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Rounds of one fault each, on one fleet, with its clerks at work. `-Dgongkai.chaos.rounds=200` tries more,
/// `-Dgongkai.chaos.long=true` also what takes longer, `-Dgongkai.chaos.seed=…` the faults and cases of a run before; when
/// processes get the processor is their own affair.
@Isolated("it takes the whole machine, and what it waits for is waited for minutes")
class ChaosTest {

	private static final long SEED = Long.getLong("gongkai.chaos.seed", 20260302);

	private static final int ROUNDS = Integer.getInteger("gongkai.chaos.rounds", 20);

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	Path folder;

	@Test
	void whatever_breaks_nothing_acknowledged_is_lost_or_doubled_and_every_table_is_right() {
		Random chance = new Random(SEED);
		List<Fault> series = Fault.series(ROUNDS, chance);
		try (Fleet fleet = new Fleet(this.folder); Load load = new Load(fleet, SEED)) {
			Examination examination = new Examination(fleet, load);
			for (int round = 1; round <= ROUNDS; round++) {
				Fault fault = series.get(round - 1);
				String name = "round " + round + " of " + ROUNDS + " " + fault;
				long began = System.nanoTime();
				try {
					load.begin();
					load.goesOn(5 + chance.nextInt(20));
					fault.strike(fleet, load, chance);
					Staleness staleness = Staleness.measure(fleet, load, round);
					fleet.repair();
					load.goesOn(5);
					load.end();
					examination.passes();
					System.out.println(name + ": " + staleness + ", " + load.acknowledged().size()
							+ " acknowledged, calls repeated " + load.repeated() + ", took "
							+ Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms");
				}
				catch (RuntimeException | AssertionError ex) {
					throw new AssertionError(name + " of -Dgongkai.chaos.seed=" + SEED
							+ ", what the processes said is in " + this.folder, ex);
				}
			}
		}
	}

}
