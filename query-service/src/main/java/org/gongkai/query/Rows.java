package org.gongkai.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.gongkai.log.personal.BlindIndex;
import org.gongkai.log.personal.Safe;
import org.jspecify.annotations.Nullable;

/// The rows of one stream, by table.
public final class Rows {

	private final String streamId;

	private final Map<Projection.Table, List<List<@Nullable Object>>> byTable = new LinkedHashMap<>();

	/// @param streamId the first column of every row
	public Rows(String streamId) {
		this.streamId = streamId;
	}

	/// A cell that is personal: it is stored sealed.
	public record Personal(@Nullable String text) {
	}

	/// The marks by which the words of personal cells are found.
	public record Marks(List<@Nullable String> texts) {

		/// Of these texts together; null tells nothing.
		public static Marks of(@Nullable String... texts) {
			return new Marks(Arrays.asList(texts));
		}

	}

	/// Adds a row.
	/// @param values of the columns after `stream_id`; null is an empty cell
	public Rows add(Projection.Table table, @Nullable Object... values) {
		if (values.length + 1 != table.columns().size()) {
			throw new IllegalArgumentException(table.name() + " has " + table.columns().size() + " columns");
		}
		this.byTable.computeIfAbsent(table, (_) -> new ArrayList<>()).add(Arrays.asList(values));
		return this;
	}

	String streamId() {
		return this.streamId;
	}

	int count(Projection.Table table) {
		return this.byTable.getOrDefault(table, List.of()).size();
	}

	/// Writes the rows in the text form of COPY, with what is personal sealed.
	void writeTo(StringBuilder lines, Projection.Table table, Safe safe, BlindIndex index) {
		for (List<@Nullable Object> row : this.byTable.getOrDefault(table, List.of())) {
			escape(lines, this.streamId);
			for (int i = 0; i < row.size(); i++) {
				lines.append('\t');
				String text = text(row.get(i), table.columns().get(i + 1), safe, index);
				if (text == null) {
					lines.append("\\N");
				}
				else {
					escape(lines, text);
				}
			}
			lines.append('\n');
		}
	}

	private @Nullable String text(@Nullable Object value, String column, Safe safe, BlindIndex index) {
		return switch (value) {
			case null -> null;
			case Personal(var text) -> (text == null) ? null : safe.sealCell(this.streamId, column, text);
			case Marks(var texts) ->
				index.marks(texts).stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
			case Enum<?> constant -> Stored.name(constant);
			default -> value.toString();
		};
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
