package org.gongkai.acceptance.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Signals to processes of this machine.
final class Signals {

	private Signals() {
	}

	/// @param name without SIG
	static void send(String name, long pid) {
		try {
			int failed = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
			if (failed != 0) {
				throw new IllegalStateException("there is no process " + pid);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
