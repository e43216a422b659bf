package org.gongkai.standalone.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "difference", mixinStandardHelpOptions = true,
		description = { "What differs between two views of the record, by cell and by case.", "两个时点的差异，逐格逐案。" },
		footer = { "", "A moment is a position of the log, an instant or a day; a view without one is of now." })
final class DifferenceCommand extends Question {

	@Option(names = "--agency", paramLabel = "CODE", description = { "One agency (default: all).", "机关代码。" })
	@Nullable String agency;

	@Option(names = "--with-subordinates", description = { "With every agency below it.", "含所属机关。" })
	boolean withSubordinates;

	@Option(names = "--year", paramLabel = "YEAR",
			description = { "With the agency's tables of this year.", "并比较该年度的表二至表四。" })
	@Nullable Integer year;

	@Option(names = "--from-known-at", paramLabel = "MOMENT", description = { "As known then.", "前：截至。" })
	@Nullable String fromKnownAt;

	@Option(names = "--from-effective-on", paramLabel = "DAY", description = { "As effective on.", "前：以此日为准。" })
	@Nullable LocalDate fromEffectiveOn;

	@Option(names = "--to-known-at", paramLabel = "MOMENT", description = { "As known then.", "后：截至。" })
	@Nullable String toKnownAt;

	@Option(names = "--to-effective-on", paramLabel = "DAY", description = { "As effective on.", "后：以此日为准。" })
	@Nullable LocalDate toEffectiveOn;

	@Override
	JsonNode ask(Client client) {
		Map<String, Object> query = new LinkedHashMap<>();
		query.put("fresh", true);
		query.put("withSubordinates", this.withSubordinates);
		put(query, "agency", this.agency);
		put(query, "year", this.year);
		put(query, "fromKnownAt", this.fromKnownAt);
		put(query, "fromEffectiveOn", this.fromEffectiveOn);
		put(query, "toKnownAt", this.toKnownAt);
		put(query, "toEffectiveOn", this.toEffectiveOn);
		ObjectNode whole = (ObjectNode) client.getJson("/api/audit/difference", query);
		ArrayNode cases = whole.withArray("cases");
		JsonNode page = whole;
		while (page.has("next")) {
			query.put("behind", text(cases.get(cases.size() - 1), "applicationId"));
			page = client.getJson("/api/audit/difference", query);
			page.path("cases").forEach(cases::add);
		}
		whole.remove("next");
		return whole;
	}

	@Override
	void print(JsonNode answer, PrintWriter out) {
		out.println("from 前 " + standpoint(answer.path("from")) + "; to 后 " + standpoint(answer.path("to")));
		if (answer.has("year")) {
			out.println(answer.path("cells").size() + " cells differ 不同的格");
			TextTable table = new TextTable(Set.of(3, 4));
			answer.path("cells")
				.forEach((one) -> table.row("表" + text(one.path("cell"), "table"), text(one.path("cell"), "row"),
						text(one.path("cell"), "column"), one.path("from").asString(), one.path("to").asString(),
						signed("-", one.path("gone")), signed("+", one.path("come"))));
			out.print(table);
		}
		out.println(answer.path("cases").size() + " cases differ 不同的案件");
		TextTable table = new TextTable(Set.of());
		answer.path("cases")
			.forEach((one) -> one.path("fields")
				.forEach((field) -> table.row(text(one, "applicationId"), text(one, "change"), text(field, "field"),
						value(field, "from"), "→", value(field, "to"))));
		out.print(table);
	}

	private static void put(Map<String, Object> query, String name, @Nullable Object value) {
		if (value != null) {
			query.put(name, value);
		}
	}

	private static String standpoint(JsonNode view) {
		return "position " + view.at("/asOf/position").asLong()
				+ (view.has("effectiveOn") ? ", effective on " + text(view, "effectiveOn") : "");
	}

	private static String signed(String sign, JsonNode ids) {
		return ids.valueStream().map((id) -> sign + id.asString()).collect(Collectors.joining(" "));
	}

	private static String value(JsonNode field, String side) {
		return field.has(side) ? text(field, side) : "–";
	}

}
