package org.gongkai.testing;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// Lets every test wait long for a condition. A condition that comes true ends its wait at once, so the limit costs time only when a test
/// fails, and a busy machine fails no test. Loaded by the test platform in each module that depends on this one.
public final class PatientTests implements LauncherSessionListener {

	/// How long a condition may take when a test names no limit.
	public static final Duration LIMIT = Duration.ofMinutes(2);

	@Override
	public void launcherSessionOpened(LauncherSession session) {
		Awaitility.setDefaultTimeout(LIMIT);
	}

}
