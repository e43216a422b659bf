package org.gongkai.standalone.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Set;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

@Command(name = "deadline", mixinStandardHelpOptions = true,
		description = { "A case's due date with its receipt: which day counted and why.", "答复期限及逐日计算依据。" })
final class DeadlineCommand extends Question {

	@Mixin
	CaseName name = new CaseName();

	@Override
	JsonNode ask(Client client) {
		return client.getJson("/api/application/deadline", Map.of("id", this.name.id(), "fresh", true));
	}

	@Override
	void print(JsonNode answer, PrintWriter out) {
		out.println("due 期限 " + text(answer, "dueOn")
				+ (answer.path("provisional").asBoolean(false)
						? " (provisional: the calendar of that year is not announced 暂定)" : "")
				+ ", " + text(answer, "state"));
		TextTable table = new TextTable(Set.of(2));
		for (JsonNode day : answer.path("receipt")) {
			table.row(text(day, "day"), text(day, "kind"), text(day, "counted"), text(day, "zh"), text(day, "article"),
					text(day, "en"));
		}
		out.print(table);
	}

}
