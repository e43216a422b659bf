package org.gongkai.query.report.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.gongkai.query.CsvWriter;
import org.gongkai.query.report.document.FormTable.Cell;
import org.gongkai.query.report.document.FormTable.Name;

/// Prints one table for a spreadsheet: a line for each row of numbers, with its name on the wire and its words.
final class CsvRenderer {

	private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

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
		List<String> header = new ArrayList<>(List.of("行", "项目"));
		columns.values().forEach((column) -> header.add(column.label()));
		CsvWriter csv = new CsvWriter(header);
		rows.forEach((row, numbers) -> {
			List<Object> line = new ArrayList<>(List.of(row.wire(), row.label()));
			columns.values().forEach((column) -> line.add(number(numbers.getOrDefault(column, ""))));
			csv.row(line);
		});
		return csv.bytes();
	}

	/// What a spreadsheet reckons with; anything else that stands for a number is a text.
	private static Object number(String text) {
		if (!NUMBER.matcher(text).matches()) {
			return text;
		}
		BigDecimal number = new BigDecimal(text);
		return number.toString().equals(text) ? number : text;
	}

}
