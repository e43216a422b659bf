package org.gongkai.acceptance.register;

import org.gongkai.log.EventJson;
import tools.jackson.databind.JsonNode;

/// What a call of the command line printed, and how it ended.
///
/// @param exit 0 if it did what it was asked
record Answer(int exit, String out, String err) {

	/// The answer stands on the last line; before it may stand what the tests' own
	/// logging
	/// says.
	JsonNode json() {
		return EventJson.mapper().readTree(this.out.strip().lines().reduce((_, last) -> last).orElseThrow());
	}

}
