package org.gongkai.command;

import java.time.Duration;

import javax.sql.DataSource;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.gongkai.access.CachedHealth;
import org.gongkai.log.JdbcLogReader;
import org.gongkai.log.LogReader;
import org.gongkai.log.Sequencer;
import org.gongkai.log.Standstill;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Whether what is recorded gets its position. Every node tells what stands in the one database; which of them gives the positions, each
/// tells of itself. By the name of the bean it stands in the answer of health.
@Component("positions")
final class LogMeters implements MeterBinder, HealthIndicator {

	private final JdbcLogReader log;

	private final Sequencer sequencer;

	private final Standstill standstill = new Standstill();

	private final CachedHealth health = new CachedHealth(this::check);

	LogMeters(@Qualifier("appendDataSource") DataSource append, Sequencer sequencer) {
		this.log = JdbcLogReader.impersonal(append);
		this.sequencer = sequencer;
	}

	/// How long events wait for their position.
	static Timer delay(MeterRegistry registry) {
		return Timer.builder("gongkai.sequencer.delay")
			.description("from a commit on the node that gives the positions to the position")
			.serviceLevelObjectives(Duration.ofMillis(50), Duration.ofMillis(250), Duration.ofSeconds(1),
					Duration.ofSeconds(10))
			.register(registry);
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("gongkai.log.position", this.log, LogReader::head)
			.description("last position of the log")
			.register(registry);
		Gauge.builder("gongkai.log.waiting", this, (one) -> one.waiting())
			.description("committed events without a position")
			.register(registry);
		Gauge.builder("gongkai.log.held", this.log, JdbcLogReader::held)
			.description("events without a position because no node of this log appended them")
			.register(registry);
		Gauge.builder("gongkai.log.standstill", this, (one) -> one.standstill().toMillis() / 1000.0)
			.description("for how long, at least, events have waited and none got a position")
			.baseUnit("seconds")
			.register(registry);
		Gauge.builder("gongkai.sequencer.leading", this.sequencer, (one) -> one.leading() ? 1 : 0)
			.description("1 on the node that gives the positions")
			.register(registry);
	}

	/// Not ready while positions are not given: what is recorded now would be shown
	/// nowhere.
	@Override
	public Health health() {
		return this.health.get();
	}

	private Health check() {
		Health.Builder health = (standstill().compareTo(Standstill.PATIENCE) < 0) ? Health.up() : Health.outOfService();
		return health.withDetail("held", this.log.held()).build();
	}

	private long waiting() {
		return Math.max(0, this.log.committed() - this.log.head());
	}

	private Duration standstill() {
		long head = this.log.head();
		return this.standstill.seen(head, this.log.committed());
	}

}
