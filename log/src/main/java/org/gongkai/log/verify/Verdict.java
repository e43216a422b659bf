package org.gongkai.log.verify;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What a verification found.
///
/// @param origin the log's name; null for a log that was received from others
/// @param hash of its tree
/// @param positions how many were recomputed
/// @param signed the size of the last stored checkpoint; what lies behind it is not sealed yet
/// @param checkpoints how many were checked, given ones included
/// @param findings by position; empty when everything is sound
/// @param more how many findings beside the listed ones
/// @param sources the logs that it was received from; null for a log of its own
public record Verdict(@Nullable String origin, String hash, long positions, long signed, long checkpoints,
		List<Finding> findings, long more, @Nullable List<Received> sources) {

	/// A log that records were received from.
	///
	/// @param source its name
	/// @param position everything up to here is there
	/// @param chain hash of all that was taken from it, in hexadecimal digits
	public record Received(String source, long position, String chain) {
	}

	/// The same with other findings.
	public Verdict with(List<Finding> others) {
		return new Verdict(this.origin, this.hash, this.positions, this.signed, this.checkpoints, List.copyOf(others),
				this.more, this.sources);
	}

	/// Whether nothing is wrong.
	public boolean sound() {
		return this.findings.isEmpty();
	}

}
