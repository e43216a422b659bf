package org.gongkai.query.report.published;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.gongkai.query.report.published.PrintedReport.Contents;
import org.gongkai.query.report.published.PrintedReport.Source;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A report as data: published reports that were collected, and what the report API answers.
final class JsonReport {

	private static final JsonMapper json = JsonMapper.builder().build();

	private JsonReport() {
	}

	static PrintedReport read(String name, byte[] content) {
		JsonNode report;
		try {
			report = json.readTree(content);
		}
		catch (JacksonException ex) {
			throw new Unreadable("is damaged JSON", ex);
		}
		Map<Place, Printed> cells = Place.cells();
		tableTwo(report.path("table2"), cells);
		tableThree(report.path("table3"), cells);
		tableFour(report.path("table4"), cells);
		if (cells.isEmpty()) {
			throw new Unreadable("has none of table2, table3 and table4");
		}
		JsonNode agency = report.path("agency");
		Source source = new Source(agency.isString() ? agency.asString() : agency.path("name").asString(""),
				agency.path("code").asString(""), report.path("year").asInt(0), false);
		return new PrintedReport(name, source, cells, Contents.of(counts(report.path("narrative"))));
	}

	private static void tableTwo(JsonNode table, Map<Place, Printed> cells) {
		for (JsonNode row : table.isArray() ? table : table.path("rows")) {
			TableTwoItem.named(row.path("item").asString(""))
				.ifPresent((item) -> row.properties()
					.forEach((cell) -> TableTwoColumn.named(cell.getKey())
						.ifPresent((column) -> cells.put(Place.of(item, column), printed(cell.getValue())))));
		}
	}

	private static void tableThree(JsonNode table, Map<Place, Printed> cells) {
		List<String> known = Stream.of(Row.values()).map(Row::jsonName).toList();
		for (Row row : Row.values()) {
			JsonNode numbers = table.path(row.jsonName());
			if (numbers.isArray() && numbers.size() == Column.values().length) {
				for (Column column : Column.values()) {
					cells.put(Place.of(row, column), printed(numbers.get(column.ordinal())));
				}
			}
			else if (!numbers.isMissingNode() && !numbers.isNull()) {
				throw new Unreadable("has a row " + row.jsonName() + " that is no list of seven numbers");
			}
		}
		table.propertyNames().stream().filter((row) -> !known.contains(row)).findFirst().ifPresent((row) -> {
			throw new Unreadable("has a row in table3 that the form does not have");
		});
		// the report API gives the three rows of the later form and their sum
		if (cells.containsKey(Place.of(Row.OTHER_1, Column.TOTAL))
				&& cells.containsKey(Place.of(Row.OTHER_AGGREGATE, Column.TOTAL))) {
			Stream.of(Row.OTHER_1, Row.OTHER_2, Row.OTHER_3)
				.forEach((row) -> Stream.of(Column.values()).forEach((column) -> cells.remove(Place.of(row, column))));
		}
	}

	private static void tableFour(JsonNode table, Map<Place, Printed> cells) {
		List<Place> places = Place.disputes();
		if (table.isArray()) {
			if (table.size() != places.size()) {
				throw new Unreadable("has a table4 of " + table.size() + " numbers instead of " + places.size());
			}
			for (Place place : places) {
				cells.put(place, printed(table.get(places.indexOf(place))));
			}
		}
	}

	private static Printed printed(JsonNode value) {
		return Printed.of((value.isNull() || value.isMissingNode()) ? null
				: value.isNumber() ? value.decimalValue().toPlainString() : value.asString());
	}

	private static Map<String, BigDecimal> counts(JsonNode narrative) {
		Map<String, BigDecimal> counts = new LinkedHashMap<>();
		new ArrayList<>(narrative.properties()).forEach((count) -> {
			if (count.getValue().isNumber()) {
				counts.put(count.getKey(), count.getValue().decimalValue());
			}
		});
		return counts;
	}

}
