package org.gongkai.standalone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(name = "agencies", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
		description = { "The agencies whose applications are recorded.", "机关。" },
		subcommands = { AgenciesCommand.Import.class, AgenciesCommand.ListAll.class })
final class AgenciesCommand implements Runnable {

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(), "a command is missing");
	}

	@Command(name = "import", mixinStandardHelpOptions = true,
			description = { "Register the agencies of a CSV file: code, name, kind, parent.", "导入机关代码表。" })
	static final class Import implements Callable<Integer> {

		@Parameters(paramLabel = "FILE", description = { "The CSV file.", "CSV 文件。" })
		Path file = Path.of("");

		@Option(names = "--dry-run", description = { "Judge every row and record nothing.", "只检查，不记录。" })
		boolean dryRun;

		@Mixin
		Target target = new Target();

		@Spec
		CommandSpec spec = CommandSpec.create();

		@Override
		public Integer call() {
			try (Target.Session session = this.target.openOrCreate()) {
				return new ImportRun(session.client(), this.spec, this.target.json).run("agencies", this.file,
						Map.of("dryRun", this.dryRun));
			}
		}

	}

	@Command(name = "list", mixinStandardHelpOptions = true, description = { "List the agencies.", "列出机关。" })
	static final class ListAll extends Question {

		@Override
		JsonNode ask(Client client) {
			return client.getJson("/api/agencies", Map.of("fresh", true));
		}

		@Override
		void print(JsonNode answer, PrintWriter out) {
			TextTable table = new TextTable(Set.of());
			for (JsonNode agency : answer.path("agencies")) {
				table.row(agency.path("code").asString(""), agency.path("name").asString(""),
						agency.path("kind").asString(""), agency.path("parent").asString(""));
			}
			out.print(table);
		}

	}

}
