package org.gongkai.standalone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import org.gongkai.log.verify.CannotVerify;
import org.gongkai.standalone.Failed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "applicants", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
		description = { "Find the cases of a person, and forget the person.", "查找申请人的申请，删除其个人信息。" },
		subcommands = { ApplicantsCommand.Find.class, ApplicantsCommand.Erase.class })
final class ApplicantsCommand implements Runnable {

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(), "a command is missing");
	}

	@Command(name = "find", mixinStandardHelpOptions = true,
			description = { "The cases whose applicant has this name, in whole or in part.", "按姓名或者名称查找申请。" })
	static final class Find extends Question {

		private static final int PAGE = 500;

		@Option(names = "--name", paramLabel = "NAME", required = true, description = { "The name.", "姓名或者名称。" })
		String name = "";

		@Override
		JsonNode ask(Client client) {
			ObjectNode all = Client.json.createObjectNode();
			var items = all.putArray("items");
			JsonNode page;
			int number = 0;
			do {
				page = client.form("/api/applications/search", Map.of("q", this.name, "page", number, "size", PAGE));
				for (JsonNode item : page.path("items")) {
					// what was asked for may name somebody too; here it is the applicant
					if (text(item, "applicantName").contains(this.name.strip())) {
						items.add(item);
					}
				}
				number++;
			}
			while ((long) number * PAGE < page.path("total").asLong(0));
			return all;
		}

		@Override
		void print(JsonNode answer, PrintWriter out) {
			TextTable table = new TextTable(Set.of());
			table.row("case", "now with", "applicant", "received", "outcome", "concluded");
			for (JsonNode item : answer.path("items")) {
				table.row(text(item, "applicationId"), text(item, "agency"), text(item, "applicantName"),
						text(item, "receivedOn"), text(item, "outcome"), text(item, "concludedOn"));
			}
			out.print(table);
			out.println(answer.path("items").size() + " cases 件");
		}

	}

	@Command(name = "erase", mixinStandardHelpOptions = true,
			description = {
					"Make everything personal of a concluded case and of the disputes about it unreadable for ever.",
					"删除一件已办结申请及其复议、诉讼中的个人信息，不能恢复。" },
			footer = { "", "At its end the office is verified, with --server by what the server finds of itself.",
					"Exit code 1 when a table changed, something personal can still be read or something is not sound,",
					"2 when it is erased and could not be verified." })
	static final class Erase implements Callable<Integer> {

		@Option(names = "--case", paramLabel = "ID", required = true,
				description = { "Agency code at receipt, slash, number.", "收到申请的机关代码/申请编号。" })
		String id = "";

		@Option(names = "--on", paramLabel = "DAY", required = true, description = { "The day of erasing.", "删除日期。" })
		String on = "";

		@Option(names = "--ground", paramLabel = "GROUND", required = true,
				description = {
						"purpose_achieved, retention_expired, consent_withdrawn, unlawful_processing or other_law.",
						"个人信息保护法第四十七条的情形。" })
		String ground = "";

		@Option(names = "--reason", paramLabel = "TEXT", required = true,
				description = { "Who asked for it, or what ended; it is kept, so it names nobody.", "原因，不得写入个人信息。" })
		String reason = "";

		@Option(names = "--log-only", description = { "Verify the log alone, not the read tables.", "只核验日志，不核对查询表。" })
		boolean logOnly;

		@Mixin
		Target target = new Target();

		@Spec
		CommandSpec spec = CommandSpec.create();

		/// What verifying came to.
		///
		/// @param answer null where it could not be done
		/// @param why it could not; null where it was
		private record Verified(VerifyCommand.@Nullable Answer answer, @Nullable String why) {

			int exit() {
				return (this.answer == null) ? VerifyCommand.COULD_NOT
						: this.answer.sound() ? GongkaiCommand.DONE : GongkaiCommand.FAILED;
			}

			Object json() {
				return (this.answer != null) ? this.answer.json() : Map.of("couldNotVerify", String.valueOf(this.why));
			}

			void tell(PrintWriter out) {
				if (this.answer != null) {
					this.answer.tell(out);
				}
				else {
					out.println("COULD NOT VERIFY 未能核验: " + this.why + "; run gongkai verify");
				}
			}

		}

		@Override
		public Integer call() {
			try (Target.Session session = this.target.open()) {
				Client client = session.client();
				TablesCompared tables = TablesCompared.of(client, this.id);
				JsonNode receipt = client.command("erase-applicant", Map.of("applicationId", this.id, "erasedOn",
						this.on, "ground", this.ground, "reason", this.reason));
				List<TablesCompared.Line> lines = tables.compare(client);
				List<String> left = left(client);
				Verified verified = verify(client);
				boolean equal = lines.stream().allMatch(TablesCompared.Line::equal);
				PrintWriter out = this.spec.commandLine().getOut();
				if (this.target.json) {
					Map<String, @Nullable Object> answer = new LinkedHashMap<>();
					answer.put("receipt", receipt);
					answer.put("tables", lines);
					answer.put("equal", equal);
					answer.put("stillReadable", left);
					answer.put("verification", verified.json());
					out.println(Client.json.writeValueAsString(answer));
				}
				else {
					print(out, lines, left);
					verified.tell(out);
				}
				out.flush();
				return (equal && left.isEmpty()) ? verified.exit() : GongkaiCommand.FAILED;
			}
		}

		private Verified verify(Client client) {
			try {
				Path data = this.target.where.data;
				return new Verified(
						(data != null) ? VerifyCommand.Answer.ofFolder(data, List.of(), List.of(), !this.logOnly)
								: VerifyCommand.Answer.ofServer(client, keys(client), List.of(), !this.logOnly),
						null);
			}
			catch (CannotVerify | Failed ex) {
				return new Verified(null, ex.getMessage());
			}
		}

		/// The key that the server names; whoever does not trust it verifies by another.
		private static List<String> keys(Client client) {
			JsonNode newest = client.getJson("/api/checkpoints", Map.of("limit", 1)).path(0);
			if (newest.isMissingNode()) {
				throw new Failed("nothing is signed yet");
			}
			return List.of(newest.path("verifierKey").asString(""));
		}

		private void print(PrintWriter out, List<TablesCompared.Line> lines, List<String> left) {
			out.println("erased 已删除 " + this.id);
			TextTable table = new TextTable(Set.of(3, 4));
			table.row("agency", "year", "table", "cells", "changed");
			lines.forEach((line) -> table.row(line.agency() + (line.withSubordinates() ? " +" : ""), line.year(),
					line.table(), line.cells(), line.changed()));
			out.print(table);
			out.println(lines.stream().allMatch(TablesCompared.Line::equal)
					? "all " + lines.size() + " tables are equal to the digit 各年各表数据不变" : "TABLES CHANGED 数据有变化");
			out.println(
					left.isEmpty() ? "nothing personal can be read any more 个人信息均不可读" : "STILL READABLE 仍可读取: " + left);
		}

		/// Which entries of the case and its disputes still tell of people.
		private List<String> left(Client client) {
			List<String> left = new ArrayList<>();
			add(left, client.getJson("/api/application/history", Map.of("id", this.id, "fresh", true)), this.id);
			for (JsonNode dispute : client
				.form("/api/disputes/search", Map.of("q", this.id, "size", 500, "fresh", true))
				.path("items")) {
				String about = dispute.path("disputeId").asString("");
				if (dispute.path("applicationId").asString("").equals(this.id)) {
					add(left, client.getJson("/api/dispute/history", Map.of("id", about)), about);
				}
			}
			return left;
		}

		private static void add(List<String> left, JsonNode history, String id) {
			for (JsonNode entry : history.path("entries")) {
				if (!entry.path("payload").path("personal").isEmpty()) {
					left.add(id + "#" + entry.path("sequence").asString(""));
				}
			}
		}

	}

}
