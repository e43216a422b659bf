package org.gongkai.access;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many requests work at the same time on one node; more than that wait.
///
/// @param readers requests that only read
/// @param writers requests that may change something
/// @param maxWait after which a waiting request is answered with 503
@ConfigurationProperties("gongkai.requests")
record RequestQueueSettings(@DefaultValue("24") int readers, @DefaultValue("8") int writers,
		@DefaultValue("10s") Duration maxWait) {

	RequestQueueSettings {
		if (readers < 1 || writers < 1) {
			throw new IllegalArgumentException("gongkai.requests: readers and writers are 1 or more");
		}
	}

}
