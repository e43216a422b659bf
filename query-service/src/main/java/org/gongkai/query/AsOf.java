package org.gongkai.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import org.gongkai.log.LogReader;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells what an answer is as of.
@Component
public class AsOf {

	private final ReadModels models;

	private final LogReader log;

	private final Completeness completeness;

	AsOf(ReadModels readModels, LogReader logReader, Completeness completeness) {
		this.models = readModels;
		this.log = logReader;
		this.completeness = completeness;
	}

	/// A place in the log.
	///
	/// @param position everything up to here is in the answer
	/// @param recordedAt when the event there was recorded; null before the first
	/// @param sources where it was received from other logs, how far of each; null for a
	/// log of its own
	public record Position(long position, @Nullable Instant recordedAt,
			@Nullable List<Completeness.SourcePosition> sources) {

		/// A place in a log of its own.
		public Position(long position, @Nullable Instant recordedAt) {
			this(position, recordedAt, null);
		}

	}

	/// What answers are as of now.
	public Position now() {
		return at(this.models.position());
	}

	/// A position that may lie in the past.
	public Position at(long position) {
		List<Completeness.SourcePosition> sources = this.completeness.at(position);
		return new Position(position, this.log.recordedAt(position).orElse(null), sources.isEmpty() ? null : sources);
	}

	/// For what will be recorded as of a position.
	/// @throws Refused `only-at-the-source` where positions here are not those of the log
	/// that it is recorded in
	public void requireOwnLog() {
		this.completeness.requireOwnLog();
	}

	/// The position that is asked for; the last one for null.
	/// @throws Refused `unknown-position` where the tables are not that far
	public long position(@Nullable KnownAt asked) {
		long head = this.models.position();
		if (asked == null) {
			return head;
		}
		Instant instant = asked.instant();
		// what was recorded at that very microsecond is known
		long position = (instant != null) ? this.log.positionBefore(instant.plus(1, ChronoUnit.MICROS))
				: Objects.requireNonNull(asked.position());
		if (instant == null && position > head) {
			throw new Refused(Rule.UNKNOWN_POSITION, "the tables are complete to position " + head);
		}
		return Math.min(position, head);
	}

	/// What is asked for as a position, where something is; null for now.
	/// @throws Refused `unknown-position`
	public @Nullable Long positionOrNow(@Nullable KnownAt asked) {
		return (asked == null) ? null : position(asked);
	}

	/// Where the asker stands.
	/// @throws Refused `unknown-position`
	public Vantage vantage(@Nullable KnownAt knownAt, @Nullable LocalDate effectiveOn) {
		return new Vantage(position(knownAt), effectiveOn);
	}

}
