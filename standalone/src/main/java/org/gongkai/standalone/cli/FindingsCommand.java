package org.gongkai.standalone.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "findings", mixinStandardHelpOptions = true,
		description = { "Where records depart from the law, the gravest first.", "检查发现，严重的在前。" })
final class FindingsCommand extends Question {

	@Option(names = "--agency", paramLabel = "CODE", description = { "One agency (default: all).", "机关代码。" })
	@Nullable String agency;

	@Option(names = "--with-subordinates", description = { "With every agency below it.", "含所属机关。" })
	boolean withSubordinates;

	@Option(names = "--rule", paramLabel = "RULE", description = { "Of one rule, such as reply-overdue.", "规则代码。" })
	@Nullable String rule;

	@Option(names = "--severity", paramLabel = "SEVERITY", description = { "serious, ordinary or note.", "严重、一般或提示。" })
	@Nullable String severity;

	@Option(names = "--state", paramLabel = "STATE",
			description = { "new, open, answered or closed.", "未立案、已立案、已说明或已结案。" })
	@Nullable String state;

	@Option(names = "--page", paramLabel = "PAGE", defaultValue = "0",
			description = { "From 0 (default: ${DEFAULT-VALUE}).", "页码，自 0 起。" })
	int page;

	@Option(names = "--size", paramLabel = "SIZE", defaultValue = "50",
			description = { "1 to 500 (default: ${DEFAULT-VALUE}).", "每页项数。" })
	int size;

	@Override
	JsonNode ask(Client client) {
		Map<String, Object> query = new LinkedHashMap<>();
		query.put("withSubordinates", this.withSubordinates);
		query.put("page", this.page);
		query.put("size", this.size);
		query.put("fresh", true);
		put(query, "agency", this.agency);
		put(query, "rule", this.rule);
		put(query, "severity", this.severity);
		put(query, "state", this.state);
		return client.getJson("/api/audit/findings", query);
	}

	@Override
	void print(JsonNode answer, PrintWriter out) {
		out.println(answer.path("total").asLong() + " findings 项");
		for (JsonNode finding : answer.path("items")) {
			out.println(text(finding, "severity") + "  " + text(finding, "findingId") + "  " + text(finding, "state")
					+ (finding.path("vanished").asBoolean() ? "  gone 已更正" : ""));
			out.println(
					"    " + text(finding, "title") + "：" + text(finding, "zh") + "（" + text(finding, "article") + "）");
			out.println("    " + text(finding, "en"));
		}
	}

	private static void put(Map<String, Object> query, String name, @Nullable String value) {
		if (value != null) {
			query.put(name, value);
		}
	}

}
