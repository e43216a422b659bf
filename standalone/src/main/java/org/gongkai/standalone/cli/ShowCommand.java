package org.gongkai.standalone.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Set;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

@Command(name = "show", mixinStandardHelpOptions = true, description = { "All that is known of a case.", "一件申请的现状。" })
final class ShowCommand extends Question {

	@Mixin
	CaseName name = new CaseName();

	@Override
	JsonNode ask(Client client) {
		return client.getJson("/api/application", Map.of("id", this.name.id(), "fresh", true));
	}

	@Override
	void print(JsonNode answer, PrintWriter out) {
		TextTable table = new TextTable(Set.of());
		answer.path("application")
			.properties()
			.stream()
			.filter((field) -> field.getValue().isValueNode())
			.forEach((field) -> table.row(field.getKey(), field.getValue().asString()));
		out.print(table);
	}

}
