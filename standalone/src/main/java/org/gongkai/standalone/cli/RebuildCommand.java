package org.gongkai.standalone.cli;

import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "rebuild", mixinStandardHelpOptions = true, description = {
		"Compute a read table again from the log; the old one serves until the new one is complete.", "由事件日志重新计算查询表。" })
final class RebuildCommand extends Question {

	@Parameters(paramLabel = "PROJECTION", defaultValue = "all",
			description = { "agencies, case-register, case-facts, calendar or all (default).", "视图名称。" })
	String projection = "";

	@Override
	JsonNode ask(Client client) {
		return client.post("/api/projections/" + Client.encode(this.projection) + "/rebuild", Map.of(),
				"application/json", BodyPublishers.noBody());
	}

	@Override
	void print(JsonNode answer, PrintWriter out) {
		for (JsonNode one : answer.path("rebuilt")) {
			out.println("rebuilt " + text(one, "projection") + " to position " + text(one, "position") + ": "
					+ text(one, "rows") + " rows");
		}
	}

}
