package org.gongkai.standalone.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "documents", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
		description = { "Rules and normative documents: made, repealed, in force.", "规章和行政规范性文件。" },
		subcommands = DocumentsCommand.Import.class)
final class DocumentsCommand implements Runnable {

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(), "a command is missing");
	}

	@Command(name = "import", mixinStandardHelpOptions = true,
			description = { "Import a list: agency, kind, number, title, made_on, repealed_on, repeal_way, opening.",
					"导入文件目录，含期初存量。" },
			footer = { "", "Importing the same file again records nothing twice. Exit code 1 when rows were refused." })
	static final class Import implements Callable<Integer> {

		@Parameters(paramLabel = "FILE", description = { "The list, CSV (UTF-8) or XLSX.", "清单文件。" })
		Path file = Path.of("");

		@Option(names = "--dry-run", description = { "Judge every row and record nothing.", "只检查，不记录。" })
		boolean dryRun;

		@Option(names = "--reason", paramLabel = "TEXT",
				description = { "Why rows may change what a published report says.", "改变已公布报告数据的理由。" })
		@Nullable String reason;

		@Mixin
		Target target = new Target();

		@Spec
		CommandSpec spec = CommandSpec.create();

		@Override
		public Integer call() {
			try (Target.Session session = this.target.openOrCreate()) {
				return new ImportRun(session.client().because(this.reason), this.spec, this.target.json)
					.run("documents", this.file, Map.of("dryRun", this.dryRun));
			}
		}

	}

}
