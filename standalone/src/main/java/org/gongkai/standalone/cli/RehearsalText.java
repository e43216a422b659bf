package org.gongkai.standalone.cli;

import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/// A rehearsed definition in words: rows, columns, cells and cases that would move, and the identities.
final class RehearsalText {

	private static final String LINE = System.lineSeparator();

	private RehearsalText() {
	}

	static String of(JsonNode answer) {
		StringBuilder text = new StringBuilder();
		text.append("口径预演 ")
			.append(Question.text(answer, "version"))
			.append("：")
			.append(answer.at("/counted/agencies").asInt())
			.append(" agencies 机关, ")
			.append(answer.at("/counted/cases").asInt())
			.append(" cases 申请; years 年度 ")
			.append(answer.path("years")
				.valueStream()
				.map((year) -> year.path("year").asInt() + " (" + Question.text(year, "inForce") + ")")
				.collect(Collectors.joining(", ")))
			.append(LINE);
		heads("row 行", answer.path("rows"), text);
		heads("column 列", answer.path("columns"), text);
		text.append(answer.path("cells").size()).append(" cells would move 变动的格").append(LINE);
		if (!answer.path("cells").isEmpty()) {
			text.append(cells(answer.path("cells")));
		}
		text.append(answer.path("cases").size()).append(" places of cases would move 变动的案件").append(LINE);
		if (!answer.path("cases").isEmpty()) {
			text.append(cases(answer.path("cases")));
		}
		answer.path("identities").forEach((identity) -> identity(identity, text));
		return text.toString();
	}

	private static void heads(String what, JsonNode heads, StringBuilder text) {
		heads.forEach((head) -> text.append(what)
			.append(' ')
			.append(Question.text(head, "key"))
			.append(' ')
			.append(Question.text(head, "label"))
			.append(Question.text(head, "onlyIn").equals("in_force")
					? ": only in force 仅现行口径 (" + Question.text(head, "inForce") + ")" : ": only rehearsed 仅预演口径")
			.append(LINE));
	}

	private static TextTable cells(JsonNode cells) {
		TextTable table = new TextTable(Set.of(4, 5)).row("agency 机关", "year 年度", "row 行", "column 列", "from 现行",
				"to 预演");
		cells.forEach((cell) -> table.row(Question.text(cell, "agency"), cell.path("year").asInt(),
				Question.text(cell, "row"), Question.text(cell, "column"), number(cell, "from"), number(cell, "to")));
		return table;
	}

	private static TextTable cases(JsonNode cases) {
		TextTable table = new TextTable(Set.of()).row("case 申请", "year 年度", "from 现行", "to 预演");
		cases.forEach((one) -> table.row(Question.text(one, "id"), one.path("year").asInt(), place(one.path("from")),
				place(one.path("to"))));
		return table;
	}

	private static void identity(JsonNode identity, StringBuilder text) {
		boolean holds = identity.path("holds").asBoolean();
		text.append("identity 勾稽关系 ")
			.append(Question.text(identity, "name"))
			.append(holds ? ": holds 成立" : ": broken 不成立")
			.append(LINE);
		if (!holds) {
			TextTable table = new TextTable(Set.of(3, 4)).row("agency 机关", "year 年度", "column 列", "left 左", "right 右");
			identity.path("broken")
				.forEach((cell) -> table.row(Question.text(cell, "agency"), cell.path("year").asInt(),
						Question.text(cell, "column"), number(cell, "left"), number(cell, "right")));
			text.append(table);
		}
	}

	/// Where a form has no such cell a dash stands.
	private static String number(JsonNode cell, String field) {
		return cell.has(field) ? Integer.toString(cell.path(field).asInt()) : "–";
	}

	private static String place(JsonNode place) {
		return Question.text(place, "row") + " / " + Question.text(place, "column");
	}

}
