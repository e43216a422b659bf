package org.gongkai.acceptance.register;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

import org.gongkai.acceptance.TriedOffice;
import org.gongkai.standalone.cli.GongkaiCommand;
import picocli.CommandLine;

/// The command line through the server that is tried, in this process.
final class ServerCalls {

	private ServerCalls() {
	}

	/// Runs a command to its end.
	static Answer run(String... arguments) {
		TriedOffice office = TriedOffice.get();
		List<String> all = new ArrayList<>(List.of(arguments));
		all.addAll(List.of("--server", office.url().toString(), "--token-file", office.tokenFile().toString(),
				"--actor", "验收"));
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		CommandLine line = GongkaiCommand.commandLine();
		line.setOut(new PrintWriter(out));
		line.setErr(new PrintWriter(err));
		return new Answer(line.execute(all.toArray(String[]::new)), out.toString(), err.toString());
	}

}
