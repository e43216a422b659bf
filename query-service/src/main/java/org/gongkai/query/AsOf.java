package org.gongkai.query;

import java.time.Instant;

import org.gongkai.log.LogReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells what an answer is as of.
@Component
public class AsOf {

	private final ReadModels models;

	private final LogReader log;

	AsOf(ReadModels readModels, LogReader logReader) {
		this.models = readModels;
		this.log = logReader;
	}

	/// A place in the log.
	///
	/// @param position everything up to here is in the answer
	/// @param recordedAt when the event there was recorded; null before the first
	public record Position(long position, @Nullable Instant recordedAt) {
	}

	/// What answers are as of now.
	public Position now() {
		return at(this.models.position());
	}

	/// A position that may lie in the past.
	public Position at(long position) {
		return new Position(position, this.log.recordedAt(position).orElse(null));
	}

}
