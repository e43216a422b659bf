package org.gongkai.standalone;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/// Leaves it to the command to say in one line why an office did not start; anything else is a fault and told as such.
final class FailedReporter implements SpringBootExceptionReporter {

	FailedReporter(@Nullable ConfigurableApplicationContext context) {
	}

	@Override
	public boolean reportException(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof Failed || cause instanceof BindException) {
				return true;
			}
		}
		return false;
	}

}
