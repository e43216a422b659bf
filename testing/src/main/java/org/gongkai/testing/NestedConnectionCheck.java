package org.gongkai.testing;

import java.util.List;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Fails a test class during which a thread requested a second connection of a pool, even if the thread caught the exception. It is
/// registered for all test classes.
public final class NestedConnectionCheck implements AfterAllCallback {

	@Override
	public void afterAll(ExtensionContext context) {
		List<NestedConnectionDetector.NestedConnection> found = NestedConnectionDetector.drain();
		if (!found.isEmpty()) {
			AssertionError error = new AssertionError(
					found.size() + " requests for a second connection of the same pool, the first of them below",
					found.getFirst());
			found.stream().skip(1).limit(4).forEach(error::addSuppressed);
			throw error;
		}
	}

}
