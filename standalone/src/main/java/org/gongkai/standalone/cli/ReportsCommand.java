package org.gongkai.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import org.gongkai.standalone.Failed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(name = "reports", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
		description = { "The annual reports' life: open, write, submit, approve, publish, correct.", "年度报告的编制与公布。" },
		subcommands = { ReportsCommand.ListAll.class, ReportsCommand.Open.class, ReportsCommand.Write.class,
				ReportsCommand.Submit.class, ReportsCommand.Return.class, ReportsCommand.Approve.class,
				ReportsCommand.Publish.class, ReportsCommand.Reopen.class, ReportsCommand.Bridge.class,
				ReportsCommand.Compare.class })
final class ReportsCommand implements Runnable {

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(), "a command is missing");
	}

	/// A report as people name it.
	static final class ReportName {

		@Option(names = "--agency", paramLabel = "CODE", required = true, description = { "The agency.", "机关代码。" })
		String agency = "";

		@Option(names = "--year", paramLabel = "YEAR", required = true, description = { "The year.", "年度。" })
		int year;

		String id() {
			return this.agency + "/" + this.year;
		}

		String path() {
			return "/api/reports/" + Client.encode(this.agency) + "/" + this.year;
		}

	}

	@Command(name = "list", mixinStandardHelpOptions = true,
			description = { "All reports, their stage and their last day for publication.", "列出年度报告。" })
	static final class ListAll extends Question {

		@Override
		JsonNode ask(Client client) {
			return client.getJson("/api/reports", Map.of("fresh", true));
		}

		@Override
		void print(JsonNode answer, PrintWriter out) {
			TextTable table = new TextTable(Set.of());
			for (JsonNode report : answer.path("reports")) {
				table.row(text(report, "agency"), text(report, "agencyName"), text(report, "year"),
						text(report, "stage"), "edition " + text(report, "edition"),
						"due 期限 " + text(report, "dueOn") + (report.path("late").asBoolean(false) ? " 逾期 late" : ""));
			}
			out.print(table);
		}

	}

	/// One step of a report's life.
	abstract static class Step implements Callable<Integer> {

		@Mixin
		ReportName name = new ReportName();

		@Option(names = "--on", paramLabel = "DAY", required = true, description = { "The day it happened.", "日期。" })
		LocalDate on = LocalDate.EPOCH;

		@Mixin
		Target target = new Target();

		@Spec
		CommandSpec spec = CommandSpec.create();

		/// The command's name on the wire, and the name of its day.
		abstract Map.Entry<String, String> step();

		/// What else the command needs.
		Map<String, Object> more() {
			return Map.of();
		}

		@Override
		public Integer call() {
			Map<String, Object> fields = new LinkedHashMap<>();
			fields.put("reportId", this.name.id());
			fields.put(step().getValue(), this.on.toString());
			fields.putAll(more());
			try (Target.Session session = this.target.open()) {
				JsonNode receipt = session.client().command(step().getKey(), fields);
				PrintWriter out = this.spec.commandLine().getOut();
				out.println(this.target.json ? receipt.toString()
						: receipt.path("events").get(0).asString() + " " + this.name.id());
				out.flush();
				return GongkaiCommand.DONE;
			}
		}

	}

	@Command(name = "open", mixinStandardHelpOptions = true, description = { "Begin a report.", "启动编制。" })
	static final class Open extends Step {

		@Option(names = "--with-subordinates", description = { "Count every agency below it too.", "含所属机关。" })
		boolean withSubordinates;

		@Override
		Map.Entry<String, String> step() {
			return Map.entry("open-report", "openedOn");
		}

		@Override
		Map<String, Object> more() {
			return Map.of("withSubordinates", this.withSubordinates);
		}

	}

	@Command(name = "write", mixinStandardHelpOptions = true, description = {
			"Give a part of the report its text; facts stand in it as placeholders: {{applications.new}}.", "撰写正文。" })
	static final class Write extends Step {

		@Parameters(index = "0", paramLabel = "SECTION",
				description = { "overview, proactive_disclosure, applications, information_management, platform,",
						"supervision, table_two_note, table_three_note, table_four_note, problems, other_matters" })
		String section = "";

		@Parameters(index = "1", paramLabel = "FILE", description = { "A text file, UTF-8.", "正文文件。" })
		Path file = Path.of("");

		@Override
		Map.Entry<String, String> step() {
			return Map.entry("write-section", "writtenOn");
		}

		@Override
		Map<String, Object> more() {
			try {
				return Map.of("section", this.section, "body", Files.readString(this.file));
			}
			catch (IOException ex) {
				throw new Failed("cannot read the file " + this.file, ex);
			}
		}

	}

	@Command(name = "submit", mixinStandardHelpOptions = true, description = { "Submit for approval.", "送审。" })
	static final class Submit extends Step {

		@Override
		Map.Entry<String, String> step() {
			return Map.entry("submit-report", "submittedOn");
		}

	}

	@Command(name = "return", mixinStandardHelpOptions = true, description = { "Send back to be worked on.", "退回。" })
	static final class Return extends Step {

		@Option(names = "--reason", paramLabel = "TEXT", required = true, description = { "Why.", "理由。" })
		String reason = "";

		@Override
		Map.Entry<String, String> step() {
			return Map.entry("return-report", "returnedOn");
		}

		@Override
		Map<String, Object> more() {
			return Map.of("reason", this.reason);
		}

	}

	@Command(name = "approve", mixinStandardHelpOptions = true, description = { "Approve for publication.", "审定。" })
	static final class Approve extends Step {

		@Override
		Map.Entry<String, String> step() {
			return Map.entry("approve-report", "approvedOn");
		}

	}

	@Command(name = "publish", mixinStandardHelpOptions = true,
			description = { "Publish: position, numbers, texts and carry-over are fixed.", "公布。" })
	static final class Publish extends Step {

		@Override
		Map.Entry<String, String> step() {
			return Map.entry("publish-report", "publishedOn");
		}

	}

	@Command(name = "reopen", mixinStandardHelpOptions = true,
			description = { "Work on a published report again, to publish a correction.", "重新编制。" })
	static final class Reopen extends Step {

		@Option(names = "--reason", paramLabel = "TEXT", required = true, description = { "Why.", "理由。" })
		String reason = "";

		@Override
		Map.Entry<String, String> step() {
			return Map.entry("reopen-report", "reopenedOn");
		}

		@Override
		Map<String, Object> more() {
			return Map.of("reason", this.reason);
		}

	}

	@Command(name = "bridge", mixinStandardHelpOptions = true,
			description = { "This year's carried in against last year's published carried out, case by case.", "结转桥。" })
	static final class Bridge extends Question {

		@Mixin
		ReportName name = new ReportName();

		@Option(names = "--with-subordinates", description = { "With every agency below it.", "含所属机关。" })
		boolean withSubordinates;

		@Override
		JsonNode ask(Client client) {
			return client.getJson(this.name.path() + "/bridge",
					Map.of("withSubordinates", this.withSubordinates, "fresh", true));
		}

		@Override
		void print(JsonNode answer, PrintWriter out) {
			out.println("published carried out 上年公布结转 " + text(answer, "carriedOut") + ", carried in 本年上年结转 "
					+ text(answer, "carriedIn"));
			for (JsonNode difference : answer.path("differences")) {
				out.println("  " + text(difference, "applicationId") + "  " + text(difference, "sentence"));
			}
			out.println(answer.path("differences").isEmpty() ? "no difference 无差异" : text(answer, "footnote"));
		}

	}

	@Command(name = "compare", mixinStandardHelpOptions = true,
			description = { "A published edition against today's numbers.", "已公布数据与现况的差异。" })
	static final class Compare extends Question {

		@Mixin
		ReportName name = new ReportName();

		@Option(names = "--edition", paramLabel = "N", defaultValue = "1", description = { "The edition.", "版次。" })
		int edition;

		@Override
		JsonNode ask(Client client) {
			return client.getJson(this.name.path() + "/editions/" + this.edition + "/comparison",
					Map.of("fresh", true));
		}

		@Override
		void print(JsonNode answer, PrintWriter out) {
			TextTable table = new TextTable(Set.of(3, 4));
			for (JsonNode cell : answer.path("cells")) {
				table.row("table " + text(cell, "table"), text(cell, "row"), text(cell, "column"),
						text(cell, "published"), "-> " + text(cell, "counted"),
						cell.path("gone") + " -> " + cell.path("come"));
			}
			out.print(table);
			out.println(answer.path("cells").size() + " cells differ 处差异");
		}

	}

}
