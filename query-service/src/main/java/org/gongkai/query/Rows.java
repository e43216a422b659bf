package org.gongkai.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// The rows of one stream, by table, each in the text form of COPY.
public final class Rows {

	private final String streamId;

	private final Map<Projection.Table, List<String>> byTable = new LinkedHashMap<>();

	/// @param streamId the first column of every row
	public Rows(String streamId) {
		this.streamId = streamId;
	}

	/// Adds a row.
	/// @param values of the columns after `stream_id`; null is an empty cell
	public Rows add(Projection.Table table, @Nullable Object... values) {
		if (values.length + 1 != table.columns().size()) {
			throw new IllegalArgumentException(table.name() + " has " + table.columns().size() + " columns");
		}
		StringBuilder line = new StringBuilder();
		escape(line, this.streamId);
		for (Object value : values) {
			line.append('\t');
			if (value == null) {
				line.append("\\N");
			}
			else {
				escape(line, (value instanceof Enum<?> constant) ? Stored.name(constant) : value.toString());
			}
		}
		this.byTable.computeIfAbsent(table, (_) -> new ArrayList<>()).add(line.append('\n').toString());
		return this;
	}

	List<String> of(Projection.Table table) {
		return this.byTable.getOrDefault(table, List.of());
	}

	private static void escape(StringBuilder line, String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			switch (c) {
				case '\\' -> line.append("\\\\");
				case '\t' -> line.append("\\t");
				case '\n' -> line.append("\\n");
				case '\r' -> line.append("\\r");
				default -> line.append(c);
			}
		}
	}

}
