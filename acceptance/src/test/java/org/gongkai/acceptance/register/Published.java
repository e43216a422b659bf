package org.gongkai.acceptance.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;

import org.gongkai.log.EventJson;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;
import org.gongkai.statute.report.TableThree;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// A report as its office published it: what is counted, without the printed totals.
///
/// @param register the register made for it; null where the office had no applications
record Published(@Nullable String register, String agency, int year, JsonNode tables) {

	static List<Published> all() {
		try (InputStream in = Published.class.getResourceAsStream("/registers/published.json")) {
			JsonNode reports = EventJson.mapper().readTree(Objects.requireNonNull(in).readAllBytes());
			return StreamSupport.stream(reports.spliterator(), false)
				.map((one) -> new Published(one.path("register").isString() ? one.path("register").asString() : null,
						one.path("agency").asString(), one.path("year").asInt(), one))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	TableThree tableThree() {
		return tableThree(this.tables);
	}

	/// Where 其他处理 was printed as one row, its three rows are one.
	void assertPrinted(TableThree table) {
		TableThree expected = tableThree();
		for (Row row : Row.values()) {
			boolean split = row == Row.OTHER_1 || row == Row.OTHER_2 || row == Row.OTHER_3;
			if (!split || this.tables.path("table3").path(row.jsonName()).isArray()) {
				for (Column column : Column.values()) {
					assertThat(table.get(row, column)).as(this + " " + row + " " + column)
						.isEqualTo(expected.get(row, column));
				}
			}
		}
	}

	static TableThree tableThree(JsonNode report) {
		Map<String, List<@Nullable Integer>> rows = new LinkedHashMap<>();
		report.path("table3").properties().forEach((row) -> {
			// a row that the form of its year does not split is left out
			if (row.getValue().isArray()) {
				rows.put(row.getKey(), numbers(row.getValue()));
			}
		});
		return TableThree.parse(rows);
	}

	static List<@Nullable Integer> numbers(JsonNode row) {
		List<@Nullable Integer> numbers = new ArrayList<>();
		row.forEach((number) -> numbers.add(number.isNull() ? null : number.asInt()));
		return numbers;
	}

	@Override
	public String toString() {
		return this.agency + " " + this.year;
	}

}
