package org.gongkai.log.verify;

import java.util.List;

/// What a verification found.
///
/// @param origin the log's name
/// @param hash of its tree
/// @param positions how many were recomputed
/// @param signed the size of the last stored checkpoint; what lies behind it is not sealed yet
/// @param checkpoints how many were checked, given ones included
/// @param findings by position; empty when everything is sound
/// @param more how many findings beside the listed ones
public record Verdict(String origin, String hash, long positions, long signed, long checkpoints, List<Finding> findings,
		long more) {

	/// Whether nothing is wrong.
	public boolean sound() {
		return this.findings.isEmpty();
	}

}
