package org.gongkai.standalone.cli;

import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

import org.gongkai.log.EventJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(name = "rebuilds", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
		description = { "Watch and lead the rebuilding of read tables; the old ones serve meanwhile.", "查询表重建的进度与控制。" },
		subcommands = { RebuildsCommand.Status.class, RebuildsCommand.Start.class, RebuildsCommand.Pause.class,
				RebuildsCommand.Resume.class, RebuildsCommand.Cancel.class, RebuildsCommand.Swap.class })
final class RebuildsCommand implements Runnable {

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(), "a command is missing");
	}

	/// Whatever is asked, the answer tells how all rebuilds stand.
	abstract static class Told extends Question {

		@Override
		void print(JsonNode answer, PrintWriter out) {
			for (JsonNode one : answer.path("rebuilds")) {
				StringBuilder line = new StringBuilder(text(one, "projection")).append("  ").append(state(one));
				long head = one.path("head").asLong(0);
				if (head > 0) {
					line.append("  ").append(one.path("events").asLong() * 100 / head).append(" %");
				}
				line.append("  ").append(text(one, "rows")).append(" rows");
				if (one.has("position")) {
					line.append(", position 位置 ").append(text(one, "position"));
				}
				if (one.has("node")) {
					line.append(", node 节点 ").append(text(one, "node"));
				}
				if (one.has("why")) {
					line.append(": ").append(text(one, "why"));
				}
				out.println(line);
			}
		}

		private static String state(JsonNode one) {
			return switch (text(one, "state")) {
				case "running" -> (one.has("position") && !one.path("swaps").asBoolean()) ? "ready 待切换" : "running 进行中";
				case "paused" -> "paused 已暂停";
				case "cancelling" -> "cancelling 正在取消";
				case "cancelled" -> "cancelled 已取消";
				case "failed" -> "failed 失败";
				default -> "done 完成";
			};
		}

	}

	@Command(name = "status", mixinStandardHelpOptions = true,
			description = { "How far the last rebuild of each table is.", "重建进度。" })
	static final class Status extends Told {

		@Override
		JsonNode ask(Client client) {
			return client.getJson("/api/rebuilds", Map.of());
		}

	}

	@Command(name = "start", mixinStandardHelpOptions = true,
			description = { "Begin, and do not wait for the end.", "开始重建，不等待结束。" })
	static final class Start extends Told {

		@Parameters(paramLabel = "PROJECTION", description = { "A read table, or all.", "视图名称。" })
		String projection = "";

		@Option(names = "--hold",
				description = { "The new tables follow the log until `swap` is said.", "新表建成后等待切换命令。" })
		boolean hold;

		@Override
		JsonNode ask(Client client) {
			return client.post("/api/rebuilds", Map.of(), "application/json", BodyPublishers.ofByteArray(
					EventJson.mapper().writeValueAsBytes(Map.of("projection", this.projection, "hold", this.hold))));
		}

	}

	/// One word to a rebuild.
	abstract static class Act extends Told {

		@Parameters(paramLabel = "PROJECTION", description = { "A read table.", "视图名称。" })
		String projection = "";

		@Override
		JsonNode ask(Client client) {
			return client.post("/api/rebuilds/" + Client.encode(this.projection) + "/" + this.spec.name(), Map.of(),
					"application/json", BodyPublishers.noBody());
		}

	}

	@Command(name = "pause", mixinStandardHelpOptions = true,
			description = { "Stop behind what is being loaded; `resume` goes on from there.", "暂停重建。" })
	static final class Pause extends Act {

	}

	@Command(name = "resume", mixinStandardHelpOptions = true, description = { "Go on.", "继续重建。" })
	static final class Resume extends Act {

	}

	@Command(name = "cancel", mixinStandardHelpOptions = true,
			description = { "Give it up and remove the new tables.", "取消重建。" })
	static final class Cancel extends Act {

	}

	@Command(name = "swap", mixinStandardHelpOptions = true,
			description = { "Put the new tables in their place as soon as they have caught up.", "切换到新表。" })
	static final class Swap extends Act {

	}

}
