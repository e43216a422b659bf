package org.gongkai.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.gongkai.statute.FormulaGuard;
import org.jspecify.annotations.Nullable;

/// Writes every CSV file that is exported. A [Number] is written as it is, and everything else as a text that no spreadsheet
/// program computes ([FormulaGuard]). Begins with a byte order mark, without which Excel in China reads UTF-8 as GBK.
public final class CsvWriter {

	private static final CSVFormat PLAIN = CSVFormat.EXCEL;

	/// Texts are quoted, so that no program takes a semicolon or a tab in one for the end
	/// of its cell and what follows for a cell of its own.
	private static final CSVFormat QUOTED = CSVFormat.EXCEL.builder().setQuoteMode(QuoteMode.ALL).get();

	private static final Pattern CODE = Pattern.compile("(\\w[\\w.\\p{L}]*)?");

	private static final Pattern PARTED = Pattern.compile("[;\\t|]");

	private final StringBuilder csv = new StringBuilder("\uFEFF");

	/// Begins a file with the names of its columns.
	public CsvWriter(List<String> header) {
		for (int at = 0; at < header.size(); at++) {
			String name = FormulaGuard.mark(header.get(at));
			print(PARTED.matcher(name).find() ? QUOTED : PLAIN, name, at == 0);
		}
		this.csv.append(PLAIN.getRecordSeparator());
	}

	/// Adds a row.
	/// @param cells an empty cell may be null or an empty text
	public CsvWriter row(@Nullable Object... cells) {
		return row(Arrays.asList(cells));
	}

	/// Adds a row.
	/// @param cells an empty cell may be null or an empty text
	public CsvWriter row(List<? extends @Nullable Object> cells) {
		for (int at = 0; at < cells.size(); at++) {
			Object cell = cells.get(at);
			if (cell instanceof Number) {
				print(PLAIN, cell, at == 0);
			}
			else {
				String text = FormulaGuard.mark((cell == null) ? "" : cell.toString());
				print(CODE.matcher(text).matches() ? PLAIN : QUOTED, text, at == 0);
			}
		}
		this.csv.append(PLAIN.getRecordSeparator());
		return this;
	}

	/// What was written since the last call, for a file that is too long to be held in
	/// memory.
	public String drain() {
		String text = this.csv.toString();
		this.csv.setLength(0);
		return text;
	}

	/// The file.
	public byte[] bytes() {
		return this.csv.toString().getBytes(StandardCharsets.UTF_8);
	}

	/// The file as text.
	@Override
	public String toString() {
		return this.csv.toString();
	}

	private void print(CSVFormat format, Object cell, boolean first) {
		try {
			format.print(cell, this.csv, first);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
