package org.gongkai.standalone;

import org.gongkai.standalone.cli.GongkaiCommand;

/// Where the process starts.
public final class Gongkai {

	private Gongkai() {
	}

	/// Runs one command and ends the process with its exit code.
	public static void main(String[] arguments) {
		System.exit(GongkaiCommand.commandLine().execute(arguments));
	}

}
