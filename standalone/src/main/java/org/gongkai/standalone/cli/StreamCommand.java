package org.gongkai.standalone.cli;

import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;

import org.gongkai.log.EventJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(name = "stream", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
		description = { "The topic that every event is sent to.", "事件流：逐条发送全部事件的主题。" },
		subcommands = { StreamCommand.Status.class, StreamCommand.Verify.class, StreamCommand.Emit.class })
final class StreamCommand implements Runnable {

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(), "a command is missing");
	}

	@Command(name = "status", mixinStandardHelpOptions = true,
			description = { "How far the log is on the topic.", "事件流的进度。" })
	static final class Status extends Question {

		@Override
		JsonNode ask(Client client) {
			return client.getJson("/api/stream", Map.of());
		}

		@Override
		void print(JsonNode answer, PrintWriter out) {
			if (!answer.path("on").asBoolean(false)) {
				out.println("no stream 没有设置事件流");
				return;
			}
			out.println(text(answer, "topic") + ": position 位置 " + text(answer, "relayed") + " of "
					+ text(answer, "position") + ", " + text(answer, "lag") + " behind 落后");
			if (answer.has("error")) {
				out.println("stands still 停滞: " + text(answer, "error"));
			}
		}

	}

	@Command(name = "verify", mixinStandardHelpOptions = true,
			description = { "Read the topic through and compare it with the log.", "通读主题并与日志逐条核对。" },
			footer = { "", "Exit codes: 0 whole, 1 faults or refused." })
	static final class Verify extends Question {

		@Override
		JsonNode ask(Client client) {
			return read(client);
		}

		/// Has the topic read through.
		static JsonNode read(Client client) {
			return client.post("/api/stream/verification", Map.of(), "application/json", BodyPublishers.noBody());
		}

		@Override
		void print(JsonNode answer, PrintWriter out) {
			tell(answer, out);
		}

		static void tell(JsonNode answer, PrintWriter out) {
			out.println(text(answer, "topic") + ": " + text(answer, "records")
					+ " records read 已读, acknowledged up to 已确认至 " + text(answer, "relayed") + " of "
					+ text(answer, "position") + ", " + text(answer, "expired") + " expired 已过保留期");
			for (JsonNode fault : answer.path("faults")) {
				String position = text(fault, "position");
				String upTo = text(fault, "upTo");
				out.println("position 位置 " + (position.equals(upTo) ? position : position + "–" + upTo)
						+ " (partition 分区 " + text(fault, "partition") + "): " + text(fault, "what"));
			}
			if (answer.path("more").asLong(0) > 0) {
				out.println("and " + text(answer, "more") + " more 另有更多");
			}
			out.println(whole(answer) ? "whole 完整" : "NOT WHOLE 不完整");
		}

		@Override
		int exitCode(JsonNode answer) {
			return whole(answer) ? GongkaiCommand.DONE : GongkaiCommand.FAILED;
		}

		static boolean whole(JsonNode answer) {
			return answer.path("whole").asBoolean(false);
		}

	}

	@Command(name = "emit", mixinStandardHelpOptions = true,
			description = { "Send the log from a position on to a new topic.", "自某一位置起重新发送到新主题。" })
	static final class Emit extends Question {

		@Option(names = "--to", paramLabel = "TOPIC", required = true,
				description = { "A topic without records; made when it is missing.", "没有内容的主题。" })
		String topic = "";

		@Option(names = "--from", paramLabel = "POSITION", defaultValue = "1",
				description = { "The first position (default: 1).", "起始位置。" })
		long from;

		@Option(names = "--partitions", paramLabel = "N",
				description = { "Of the topic (default: as the stream has).", "分区数。" })
		@Nullable Integer partitions;

		@Override
		JsonNode ask(Client client) {
			Map<String, Object> wanted = new LinkedHashMap<>(Map.of("topic", this.topic, "from", this.from));
			if (this.partitions != null) {
				wanted.put("partitions", this.partitions);
			}
			return client.post("/api/stream/emissions", Map.of(), "application/json",
					BodyPublishers.ofByteArray(EventJson.mapper().writeValueAsBytes(wanted)));
		}

		@Override
		void print(JsonNode answer, PrintWriter out) {
			out.println("sent 已发送 " + text(answer, "records") + " records to 至 " + text(answer, "topic")
					+ ": positions 位置 " + text(answer, "from") + "–" + text(answer, "to"));
		}

	}

}
