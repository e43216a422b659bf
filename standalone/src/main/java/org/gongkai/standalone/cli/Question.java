package org.gongkai.standalone.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// A command that asks an office one thing and prints the answer, in words or as the JSON it came as.
abstract class Question implements Callable<Integer> {

	@Mixin
	Target target = new Target();

	@Spec
	CommandSpec spec = CommandSpec.create();

	/// What the office answers.
	abstract JsonNode ask(Client client);

	/// The answer in words.
	abstract void print(JsonNode answer, PrintWriter out);

	/// How the process ends.
	int exitCode(JsonNode answer) {
		return GongkaiCommand.DONE;
	}

	@Override
	public Integer call() {
		try (Target.Session session = this.target.open()) {
			JsonNode answer = ask(session.client());
			PrintWriter out = this.spec.commandLine().getOut();
			if (this.target.json) {
				out.println(answer);
			}
			else {
				print(answer, out);
			}
			out.flush();
			return exitCode(answer);
		}
	}

	/// A field as text; empty where the answer leaves it out.
	static String text(JsonNode node, String field) {
		return node.path(field).asString("");
	}

}
