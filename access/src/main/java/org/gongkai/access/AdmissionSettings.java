package org.gongkai.access;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many heavy requests a process computes at once.
///
/// @param atOnce how many run, at least 1
/// @param waiting how many more may wait
/// @param longestWait how long one waits for its turn
@ConfigurationProperties("gongkai.admission")
record AdmissionSettings(@DefaultValue("2") int atOnce, @DefaultValue("64") int waiting,
		@DefaultValue("10s") Duration longestWait) {

	AdmissionSettings {
		if (atOnce < 1 || waiting < 0 || longestWait.isNegative()) {
			throw new IllegalArgumentException("gongkai.admission: at-once is 1 or more, the others are 0 or more");
		}
	}

}
