package org.gongkai.standalone.cli;

import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(name = "keys", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
		description = { "The keys under which personal data is recorded.", "个人信息加密密钥。" },
		subcommands = KeysCommand.Rotate.class)
final class KeysCommand implements Runnable {

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(), "a command is missing");
	}

	@Command(name = "rotate", mixinStandardHelpOptions = true,
			description = { "Replace the master key and wrap every key anew, or finish what was cut off.", "更换主密钥。" },
			footer = { "", "Back the new master.key up: with the old one no later copy can be read." })
	static final class Rotate extends Question {

		@Override
		JsonNode ask(Client client) {
			return client.post("/api/keys/rotation", Map.of(), "application/json", BodyPublishers.noBody());
		}

		@Override
		void print(JsonNode answer, PrintWriter out) {
			out.println("master key replaced 主密钥已更换: " + text(answer, "keys") + " keys wrapped anew 个密钥重新加密"
					+ (answer.path("resumed").asBoolean(false) ? ", finishing an earlier rotation 接续上次更换" : ""));
		}

	}

}
