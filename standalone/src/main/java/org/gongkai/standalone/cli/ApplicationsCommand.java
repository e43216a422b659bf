package org.gongkai.standalone.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "applications", mixinStandardHelpOptions = true,
		description = { "The case register, filtered and paged.", "申请台账。" })
final class ApplicationsCommand extends Question {

	@Option(names = "--agency", paramLabel = "CODE", description = { "Only this agency's.", "机关代码。" })
	@Nullable String agency;

	@Option(names = "--with-subordinates", description = { "Its subordinates' too.", "含所属机关。" })
	boolean withSubordinates;

	@Option(names = "--search", paramLabel = "TEXT", description = { "Words in number, name or subject.", "检索。" })
	@Nullable String search;

	@Option(names = "--state", paramLabel = "STATE", description = { "open, concluded or overdue.", "办理状态。" })
	@Nullable String state;

	@Option(names = "--outcome", paramLabel = "OUTCOME", description = { "A row of table three.", "办理结果。" })
	@Nullable String outcome;

	@Option(names = "--page", paramLabel = "N", defaultValue = "0", description = { "From 0.", "页码。" })
	int page;

	@Option(names = "--size", paramLabel = "N", defaultValue = "50", description = { "Rows a page.", "每页行数。" })
	int size;

	@Override
	JsonNode ask(Client client) {
		Map<String, Object> query = new LinkedHashMap<>();
		put(query, "agency", this.agency);
		put(query, "q", this.search);
		put(query, "state", this.state);
		put(query, "outcome", this.outcome);
		query.put("withSubordinates", this.withSubordinates);
		query.put("page", this.page);
		query.put("size", this.size);
		query.put("fresh", true);
		return client.form("/api/applications/search", query);
	}

	@Override
	void print(JsonNode answer, PrintWriter out) {
		TextTable table = new TextTable(Set.of());
		table.row("agency", "no", "applicant", "received", "due", "outcome", "concluded", "subject");
		for (JsonNode item : answer.path("items")) {
			table.row(text(item, "agency"), text(item, "applicationNo"), text(item, "applicantKind"),
					text(item, "receivedOn"), text(item, "dueOn") + (item.path("overdue").asBoolean(false) ? " !" : ""),
					text(item, "outcome"), text(item, "concludedOn"), text(item, "subject"));
		}
		out.print(table);
		out.println(
				"page " + text(answer, "page") + ", " + answer.path("items").size() + " of " + text(answer, "total"));
	}

	private static void put(Map<String, Object> query, String name, @Nullable Object value) {
		if (value != null) {
			query.put(name, value);
		}
	}

}
