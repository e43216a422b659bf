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

@Command(name = "tallies", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
		description = { "Dated numbers: decisions, fees, complaints, trainings.", "统计数：许可、处罚、强制、收费、投诉、举报、培训。" },
		subcommands = TalliesCommand.Import.class)
final class TalliesCommand implements Runnable {

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(), "a command is missing");
	}

	@Command(name = "import", mixinStandardHelpOptions = true, description = {
			"Import a list: agency, item, from, to, count or amount (in 10,000 yuan), number, reference.", "导入统计数。" },
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
				return new ImportRun(session.client().because(this.reason), this.spec, this.target.json).run("tallies",
						this.file, Map.of("dryRun", this.dryRun));
			}
		}

	}

}
