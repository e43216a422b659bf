package org.gongkai.standalone.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Set;

import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

@Command(name = "status", mixinStandardHelpOptions = true,
		description = { "How far the log and the read tables are.", "日志与查询表的进度。" })
final class StatusCommand extends Question {

	@Override
	JsonNode ask(Client client) {
		return client.getJson("/api/status", Map.of());
	}

	@Override
	void print(JsonNode answer, PrintWriter out) {
		JsonNode log = answer.path("log");
		out.println("log 日志: " + text(log, "committed") + " events committed, position " + text(log, "position"));
		TextTable table = new TextTable(Set.of(1));
		for (JsonNode projection : answer.path("projections")) {
			table.row(text(projection, "name"), text(projection, "position"),
					projection.path("rebuilding").asBoolean(false) ? "rebuilding 重建中" : "");
		}
		out.print(table);
		out.println(answer.path("complete").asBoolean(false) ? "complete 完整" : "catching up 追赶中");
	}

}
