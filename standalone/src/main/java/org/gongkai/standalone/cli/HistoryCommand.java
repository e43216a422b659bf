package org.gongkai.standalone.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

@Command(name = "history", mixinStandardHelpOptions = true,
		description = { "Every entry of a case: what happened, when it took effect, who recorded it and when.",
				"一件申请的全部记录：事项、生效日、经办人、录入时间。" })
final class HistoryCommand extends Question {

	// the office's wall clock
	private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
		.withZone(ZoneId.of("Asia/Shanghai"));

	@Mixin
	CaseName name = new CaseName();

	@Override
	JsonNode ask(Client client) {
		return client.getJson("/api/application/history", Map.of("id", this.name.id(), "fresh", true));
	}

	@Override
	void print(JsonNode answer, PrintWriter out) {
		for (JsonNode entry : answer.path("entries")) {
			out.println(text(entry, "effectiveOn") + "  " + text(entry, "zh") + struck(entry));
			out.println("            " + text(entry, "en"));
			out.println("            entry 记录 " + text(entry, "sequence") + ", position 位置 " + text(entry, "position")
					+ ", " + text(entry, "actor") + " via " + text(entry, "via") + ", recorded 录入 "
					+ WHEN.format(Instant.parse(text(entry, "recordedAt"))));
		}
	}

	private static String struck(JsonNode entry) {
		return entry.has("struckBy") ? "  [struck 已撤销]" : "";
	}

}
