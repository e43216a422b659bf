package org.gongkai.command;

import java.time.Duration;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.springframework.stereotype.Component;

/// Counts what was asked of the command side, and by which rules it was refused. Labels are names of the product's own, never what a
/// caller sent.
@Component
public final class CommandMeters {

	private static final String COMMANDS = "gongkai.commands";

	private static final String REFUSALS = "gongkai.refusals";

	/// Within which a command may be done; the tools that draw quantiles need some.
	private static final Duration[] BOUNDS = { Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(100),
			Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(5) };

	private final MeterRegistry registry;

	CommandMeters(MeterRegistry registry) {
		this.registry = registry;
	}

	/// Times a command from its text to its commit.
	/// @param name as it was called, of a command or not
	<T> T timed(String name, Supplier<T> work) {
		Timer.Sample sample = Timer.start(this.registry);
		String outcome = "failed";
		try {
			T done = work.get();
			outcome = "accepted";
			return done;
		}
		catch (Refused ex) {
			outcome = "refused";
			refused(ex.rule());
			throw ex;
		}
		finally {
			sample.stop(Timer.builder(COMMANDS)
				.description("commands, and how long each took up to its commit")
				.tag("command", CommandCatalog.isKnown(name) ? name : "unknown")
				.tag("outcome", outcome)
				.serviceLevelObjectives(BOUNDS)
				.register(this.registry));
		}
	}

	/// Counts a row of a file.
	/// @param outcome `recorded` or `unchanged`
	public void row(String outcome) {
		this.registry.counter("gongkai.imports.rows", "outcome", outcome).increment();
	}

	/// Counts a row of a file that was refused.
	/// @param first the rule that its first wrong cell breaks
	public void rowRefused(Rule first) {
		row("refused");
		refused(first);
	}

	private void refused(Rule rule) {
		this.registry.counter(REFUSALS, "rule", rule.code()).increment();
	}

}
