package org.gongkai.query.report.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.gongkai.query.report.document.FormTable.Cell;
import org.gongkai.query.report.document.FormTable.Name;

/// Prints one table for a spreadsheet: a line for each row of numbers, with its name on the wire and its words. Begins with a
/// byte order mark, without which Excel in China reads UTF-8 as GBK.
final class CsvRenderer {

	private CsvRenderer() {
	}

	static byte[] render(FormTable table) {
		Map<Name, Map<Name, String>> rows = new LinkedHashMap<>();
		Map<String, Name> columns = new LinkedHashMap<>();
		for (Cell cell : table.numbers()) {
			Name column = Objects.requireNonNull(cell.column());
			columns.putIfAbsent(column.wire(), column);
			rows.computeIfAbsent(Objects.requireNonNull(cell.row()), (_) -> new LinkedHashMap<>())
				.put(column, cell.text());
		}
		StringBuilder csv = new StringBuilder("\uFEFF行,项目");
		columns.values().forEach((column) -> csv.append(',').append(column.label()));
		csv.append("\r\n");
		rows.forEach((row, numbers) -> {
			List<String> line = new ArrayList<>(List.of(row.wire(), "\"" + row.label().replace("\"", "\"\"") + "\""));
			columns.values().forEach((column) -> line.add(numbers.getOrDefault(column, "")));
			csv.append(String.join(",", line)).append("\r\n");
		});
		return csv.toString().getBytes(StandardCharsets.UTF_8);
	}

}
