package org.gongkai.query.audit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.gongkai.log.LogBehind;
import org.gongkai.log.LogProofs;
import org.gongkai.log.LogReader;
import org.gongkai.query.Completeness;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.springframework.stereotype.Component;

/// Checkpoints for callers who ask right after an event was recorded. The log is signed when it has been idle for a moment, and every three
/// seconds under load, so a caller waits for the signature within a limit instead of being refused.
@Component
class AwaitedCheckpoints {

	/// Several times the longest interval between two signatures.
	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final LogProofs proofs;

	private final LogReader log;

	private final Completeness completeness;

	AwaitedCheckpoints(LogProofs logProofs, LogReader logReader, Completeness completeness) {
		this.proofs = logProofs;
		this.log = logReader;
		this.completeness = completeness;
	}

	/// The newest checkpoint, once it covers a position.
	/// @param position at most the head of the log
	/// @throws Refused `unknown-checkpoint` where nothing can be signed: the log is
	/// empty, or was received from other offices
	/// @throws LogBehind if no signature covers the position within 20 s
	LogProofs.Signed latestCovering(long position) {
		return await(() -> this.proofs.latest().filter((signed) -> signed.size() >= position),
				this.proofs.latest().isPresent() || signedHere());
	}

	/// The newest checkpoint; waits only for the first one of a log.
	/// @throws Refused `unknown-checkpoint` as above
	/// @throws LogBehind as above
	LogProofs.Signed latest() {
		return await(this.proofs::latest, signedHere());
	}

	/// The smallest checkpoint that covers a position.
	/// @throws Refused `unknown-checkpoint` as above, or if the log has no such position
	/// yet
	/// @throws LogBehind as above
	LogProofs.Signed smallestCovering(long position) {
		return await(() -> this.proofs.holding(position), position <= this.log.head() && signedHere());
	}

	private boolean signedHere() {
		long head = this.log.head();
		return head > 0 && this.completeness.at(head).isEmpty();
	}

	private static LogProofs.Signed await(Supplier<Optional<LogProofs.Signed>> wanted, boolean willBeSigned) {
		long deadline = System.nanoTime() + LIMIT.toNanos();
		while (true) {
			Optional<LogProofs.Signed> found = wanted.get();
			if (found.isPresent()) {
				return found.get();
			}
			if (!willBeSigned) {
				throw new Refused(Rule.UNKNOWN_CHECKPOINT,
						"there is no such checkpoint; nothing that it covers is in this log");
			}
			if (System.nanoTime() > deadline) {
				throw LogBehind.unsigned(LIMIT);
			}
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
	}

}
