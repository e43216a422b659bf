package org.gongkai.query;

import java.time.Duration;
import java.util.List;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.gongkai.access.CachedHealth;
import org.gongkai.log.LogReader;
import org.gongkai.log.Standstill;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// How complete the read tables are. Every node tells what stands in the one database.
final class TableMeters implements MeterBinder, HealthIndicator {

	private final LogReader log;

	private final ReadModels models;

	private final List<Projection> projections;

	private final Standstill standstill = new Standstill();

	private final CachedHealth health = new CachedHealth(this::check);

	/// The head of the log when this node started. The node takes no calls before the
	/// tables have reached it.
	private final long headAtStart;

	TableMeters(LogReader log, ReadModels models, List<Projection> projections) {
		this.log = log;
		this.models = models;
		this.projections = projections;
		this.headAtStart = log.head();
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (Projection projection : this.projections) {
			String name = projection.name();
			Gauge.builder("gongkai.projection.position", this.models, (one) -> position(name))
				.description("position up to which a read model shows everything")
				.tag("projection", name)
				.register(registry);
			Gauge.builder("gongkai.projection.lag", this.models, (one) -> Math.max(0, this.log.head() - position(name)))
				.description("events with a position that a read model does not show yet")
				.tag("projection", name)
				.register(registry);
		}
		Gauge.builder("gongkai.tables.complete", this, (one) -> one.complete() ? 1 : 0)
			.description("1 while everything that is committed is shown")
			.register(registry);
		Gauge.builder("gongkai.tables.standstill", this, (one) -> one.standstill().toMillis() / 1000.0)
			.description("for how long, at least, the tables have been behind and have not moved")
			.baseUnit("seconds")
			.register(registry);
	}

	/// Not ready before the tables show what was recorded before this node started, and
	/// while they are behind and do not move. Tables that follow are ready, also while
	/// others are made anew beside them.
	@Override
	public Health health() {
		return this.health.get();
	}

	private Health check() {
		long position = this.models.position();
		boolean ready = position >= this.headAtStart && standstill().compareTo(Standstill.PATIENCE) < 0;
		return (ready ? Health.up() : Health.outOfService()).build();
	}

	private double position(String projection) {
		return this.models.positions().getOrDefault(projection, 0L);
	}

	private boolean complete() {
		long shown = this.models.position();
		return shown >= this.log.committed();
	}

	private Duration standstill() {
		long position = this.models.position();
		return this.standstill.seen(position, this.log.head());
	}

}
