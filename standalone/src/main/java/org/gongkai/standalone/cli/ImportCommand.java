package org.gongkai.standalone.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "import", mixinStandardHelpOptions = true,
		description = { "Import a register of applications, each row judged by the rules of the law.",
				"导入申请台账，逐行按法定规则检查。" },
		footer = { "", "Importing the same file again records nothing twice. Exit code 1 when rows were refused." })
final class ImportCommand implements Callable<Integer> {

	@Parameters(paramLabel = "FILE", description = { "The register, CSV (UTF-8) or XLSX.", "台账文件。" })
	Path file = Path.of("");

	@Option(names = "--dry-run", description = { "Judge every row and record nothing.", "只检查，不记录。" })
	boolean dryRun;

	@Option(names = "--historical", description = {
			"Take rows of the past that lack their procedure dates; they stay marked.", "历史补录：缺少程序日期的往年记录。" })
	boolean historical;

	@Option(names = "--opening", paramLabel = "DAY",
			description = { "The office's ledger opens on this 1 January; the file lists its open cases.",
					"台账启用日（某年1月1日），文件为未办结申请。" })
	@Nullable LocalDate opening;

	@Option(names = "--reason", paramLabel = "TEXT",
			description = { "Why rows may change what a published report says.", "改变已公布报告数据的理由。" })
	@Nullable String reason;

	@Mixin
	Target target = new Target();

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		Map<String, Object> query = new LinkedHashMap<>();
		query.put("dryRun", this.dryRun);
		query.put("historical", this.historical);
		if (this.opening != null) {
			query.put("opening", this.opening);
		}
		try (Target.Session session = this.target.openOrCreate()) {
			return new ImportRun(session.client().because(this.reason), this.spec, this.target.json).run("applications",
					this.file, query);
		}
	}

}
