package org.gongkai.query.integration;

import java.util.Objects;

import org.gongkai.log.received.ReceivedLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a receiver tells of its source: to the log of this server, each change once, and to all nodes by the database.
final class Bulletin {

	private static final Logger LOGGER = LoggerFactory.getLogger(Bulletin.class);

	private final String origin;

	private final ReceivedLog log;

	private long seen;

	private @Nullable Fault fault;

	private boolean told;

	Bulletin(String origin, ReceivedLog log) {
		this.origin = origin;
		this.log = log;
	}

	/// Goes on from what was told last, by whichever node.
	void resume(ReceivedLog.Standing standing) {
		this.seen = Math.max(this.seen, standing.seen());
		if (this.fault == null) {
			this.fault = Fault.of(standing.fault());
		}
	}

	/// The highest position that was seen on the topic.
	long seen() {
		return this.seen;
	}

	/// What was told last; null where nothing is wrong.
	@Nullable Fault fault() {
		return this.fault;
	}

	/// Something up to this position lies on the topic. Is told with what comes next.
	void sees(long position) {
		if (position > this.seen) {
			this.seen = position;
			this.told = false;
		}
	}

	/// Everything that lies on the topic was taken, and nothing is wrong.
	void whole(long position) {
		if (this.seen != position) {
			this.seen = position;
			this.told = false;
		}
		tell(null, position);
	}

	/// @param now what is wrong; null while nothing is
	/// @param position everything up to here was taken
	void tell(@Nullable Fault now, long position) {
		Fault before = this.fault;
		this.fault = now;
		if (now != null && !now.equals(before)) {
			LOGGER.error("source {} stops at position {}: {} {} ({})", this.origin, position, now.kind(),
					now.kind().zh(), now.detail());
		}
		else if (now == null && before != null) {
			LOGGER.warn("source {} goes on at position {}", this.origin, position);
		}
		if (!this.told || !Objects.equals(now, before)) {
			this.told = false;
			this.log.tell(this.origin, this.seen, (now == null) ? null : now.stop());
			this.told = true;
		}
	}

}
