package org.gongkai.query;

import org.jspecify.annotations.Nullable;

/// The parameter `fresh`: with true the answer waits until it shows everything that was recorded before the call.
///
/// @param fresh whether to wait
public record Fresh(@Nullable Boolean fresh) {

	/// @throws ReadModels.StillBehind when that takes too long
	public void await(ReadModels models) {
		if (Boolean.TRUE.equals(this.fresh)) {
			models.settle();
		}
	}

}
