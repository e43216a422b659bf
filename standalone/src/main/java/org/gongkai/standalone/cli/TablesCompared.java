package org.gongkai.standalone.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

/// Tables two to four of all years of the offices that a case concerns: the one that has it, the one that received it, and
/// everybody above them. Held against the same tables later, cell by cell.
final class TablesCompared {

	private static final List<String> TABLES = List.of("table2", "table3", "table4");

	/// The Regulation is in force since this year.
	private static final int FIRST_YEAR = 2008;

	private final Map<Question, JsonNode> before;

	private TablesCompared(Map<Question, JsonNode> before) {
		this.before = before;
	}

	/// A report that is asked for.
	private record Question(String agency, int year, boolean withSubordinates) {
	}

	/// One table of one report.
	///
	/// @param cells how many it had
	/// @param changed how many are another now
	record Line(String agency, int year, boolean withSubordinates, String table, int cells, int changed) {

		boolean equal() {
			return this.changed == 0;
		}

	}

	/// The tables as they are now.
	static TablesCompared of(Client client, String applicationId) {
		JsonNode answer = client.getJson("/api/application", Map.of("id", applicationId, "fresh", true));
		String today = answer.path("asOf").path("recordedAt").asString("");
		int last = today.isEmpty() ? FIRST_YEAR : Integer.parseInt(today.substring(0, 4)) + 1;
		Map<Question, JsonNode> before = new LinkedHashMap<>();
		for (Map.Entry<String, Boolean> office : offices(client, answer.path("application").path("agency").asString(""),
				applicationId.substring(0, applicationId.indexOf('/')))
			.entrySet()) {
			for (int year = FIRST_YEAR; year <= last; year++) {
				ask(client, before, new Question(office.getKey(), year, false));
				if (Boolean.TRUE.equals(office.getValue())) {
					ask(client, before, new Question(office.getKey(), year, true));
				}
			}
		}
		return new TablesCompared(before);
	}

	/// Holds the tables of now against those of before.
	List<Line> compare(Client client) {
		List<Line> lines = new ArrayList<>();
		this.before.forEach((question, was) -> {
			Map<Question, JsonNode> now = new HashMap<>();
			ask(client, now, question);
			JsonNode is = now.get(question);
			for (String table : TABLES) {
				Map<String, String> cells = cells(was.path(table));
				Map<String, String> others = (is == null) ? Map.of() : cells(is.path(table));
				int changed = (int) cells.entrySet()
					.stream()
					.filter((cell) -> !Objects.equals(cell.getValue(), others.get(cell.getKey())))
					.count() + (int) others.keySet().stream().filter((cell) -> !cells.containsKey(cell)).count();
				lines.add(new Line(question.agency(), question.year(), question.withSubordinates(), table, cells.size(),
						changed));
			}
		});
		return lines;
	}

	private static void ask(Client client, Map<Question, JsonNode> answers, Question question) {
		try {
			answers.put(question,
					client.getJson("/api/reports/" + Client.encode(question.agency()) + "/" + question.year(),
							Map.of("withSubordinates", question.withSubordinates(), "fresh", true)));
		}
		catch (Refusal ex) {
			if (!"unknown-year".equals(ex.problem().path("code").asString(""))) {
				throw ex;
			}
		}
	}

	/// The offices, and whether others report to them.
	private static Map<String, Boolean> offices(Client client, String now, String atReceipt) {
		Map<String, String> parents = new HashMap<>();
		for (JsonNode agency : client.getJson("/api/agencies", Map.of("fresh", true)).path("agencies")) {
			parents.put(agency.path("code").asString(""), agency.path("parent").asString(""));
		}
		Map<String, Boolean> offices = new TreeMap<>();
		for (String own : List.of(now, atReceipt)) {
			for (String office = own; parents.containsKey(office); office = parents.get(office)) {
				String code = office;
				offices.put(code, parents.values().stream().anyMatch(code::equals));
			}
		}
		return offices;
	}

	private static Map<String, String> cells(JsonNode table) {
		Map<String, String> cells = new LinkedHashMap<>();
		collect("", table, cells);
		return cells;
	}

	private static void collect(String path, JsonNode node, Map<String, String> cells) {
		if (node.isObject()) {
			node.properties().forEach((field) -> collect(path + "." + field.getKey(), field.getValue(), cells));
		}
		else if (node.isArray()) {
			for (int i = 0; i < node.size(); i++) {
				collect(path + "[" + i + "]", node.get(i), cells);
			}
		}
		else if (!node.isMissingNode()) {
			cells.put(path, node.asString(""));
		}
	}

}
