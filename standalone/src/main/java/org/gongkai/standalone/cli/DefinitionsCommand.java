package org.gongkai.standalone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import org.gongkai.log.EventJson;
import org.gongkai.statute.Refused;
import org.gongkai.statute.report.Definition;
import org.gongkai.statute.report.Definitions;
import org.gongkai.standalone.Failed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(name = "definitions", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
		description = { "The definitions of table three by year, and what a changed one would move.",
				"表三统计口径的各个版本及变更预演。" },
		subcommands = { DefinitionsCommand.Listing.class, DefinitionsCommand.Show.class,
				DefinitionsCommand.Rehearse.class })
final class DefinitionsCommand implements Runnable {

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(), "a command is missing");
	}

	@Command(name = "list", mixinStandardHelpOptions = true,
			description = { "The definitions in force, the oldest first.", "现行各版本。" })
	static final class Listing implements Callable<Integer> {

		@Option(names = "--json", description = { "Print them whole, as JSON.", "以 JSON 输出。" })
		boolean json;

		@Spec
		CommandSpec spec = CommandSpec.create();

		@Override
		public Integer call() {
			PrintWriter out = this.spec.commandLine().getOut();
			if (this.json) {
				out.println(EventJson.mapper().writeValueAsString(Map.of("definitions", Definitions.all())));
			}
			else {
				TextTable table = new TextTable(Set.of(2, 3)).row("version 版本", "years 年度", "rows 行", "columns 列",
						"document 文件");
				Definitions.all()
					.forEach((one) -> table.row(one.version(), years(one), one.rows().size(), one.columns().size(),
							one.document()));
				out.print(table);
			}
			out.flush();
			return GongkaiCommand.DONE;
		}

		private static String years(Definition definition) {
			return String.join(", ",
					definition.years()
						.stream()
						.map((span) -> span.from() + "–" + ((span.to() != null) ? span.to() : ""))
						.toList());
		}

	}

	@Command(name = "show", mixinStandardHelpOptions = true,
			description = { "A definition as JSON: to read, or to change and rehearse.", "某一版本的 JSON，可修改后预演。" })
	static final class Show implements Callable<Integer> {

		@Parameters(paramLabel = "VERSION", description = { "2019 or 2021.", "版本。" })
		String version = "";

		@Option(names = "--json", description = { "The same on one line.", "同上，不分行。" })
		boolean json;

		@Spec
		CommandSpec spec = CommandSpec.create();

		@Override
		public Integer call() {
			PrintWriter out = this.spec.commandLine().getOut();
			try {
				Definition definition = Definitions.get(this.version);
				out.println(
						(this.json ? EventJson.mapper().writer() : EventJson.mapper().writerWithDefaultPrettyPrinter())
							.writeValueAsString(definition));
			}
			catch (Refused refused) {
				throw new Failed(
						refused.rule().chinese() + " " + refused.getMessage() + " [" + refused.rule().code() + "]");
			}
			out.flush();
			return GongkaiCommand.DONE;
		}

	}

	@Command(name = "rehearse", mixinStandardHelpOptions = true,
			description = { "Which cells and cases of table three would move under a changed definition.",
					"口径变更预演：表三哪些格、哪些案件会变动。" },
			footer = { "", "Start from: gongkai definitions show 2021 > changed.json", "Nothing is recorded." })
	static final class Rehearse extends Question {

		@Parameters(paramLabel = "FILE", description = { "The changed definition, JSON.", "修改后的口径文件。" })
		Path file = Path.of("");

		@Option(names = "--agency", paramLabel = "CODE",
				description = { "One agency alone (default: all).", "只看一个机关。" })
		@Nullable String agency;

		@Option(names = "--from", paramLabel = "YEAR",
				description = { "The first year, whatever the file binds it to.", "起始年度，不论文件所列适用年度。" })
		@Nullable Integer from;

		@Option(names = "--to", paramLabel = "YEAR",
				description = { "The last year, whatever the file binds it to.", "截止年度，不论文件所列适用年度。" })
		@Nullable Integer to;

		@Override
		JsonNode ask(Client client) {
			Map<String, Object> query = new LinkedHashMap<>();
			query.put("fresh", true);
			if (this.agency != null) {
				query.put("agency", this.agency);
			}
			if (this.from != null) {
				query.put("from", this.from);
			}
			if (this.to != null) {
				query.put("to", this.to);
			}
			return client.post("/api/definitions/rehearsal", query, "application/json", Client.file(this.file));
		}

		@Override
		void print(JsonNode answer, PrintWriter out) {
			out.print(RehearsalText.of(answer));
		}

	}

}
