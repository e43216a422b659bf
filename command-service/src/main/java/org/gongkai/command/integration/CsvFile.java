package org.gongkai.command.integration;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gongkai.statute.Rule;

/// A CSV file in UTF-8, with or without a byte order mark, its cells parted by commas.
final class CsvFile implements TableFile {

	private static final byte[] MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

	// blank lines count, so that a row's number is the one a spreadsheet shows
	private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

	private final Path file;

	private final boolean marked;

	CsvFile(Path file) throws IOException {
		this.file = file;
		try (InputStream in = Files.newInputStream(file)) {
			this.marked = Arrays.equals(in.readNBytes(MARK.length), MARK);
		}
	}

	@Override
	public List<String> notes() {
		return this.marked ? List.of("文件以字节顺序标记（BOM）开头，已忽略。 The file begins with a byte order mark, which is ignored.")
				: List.of();
	}

	@Override
	public void read(Consumer<Line> lines) {
		try (Reader reader = open(); CSVParser parser = CSVParser.parse(reader, FORMAT)) {
			for (CSVRecord values : parser) {
				int number = Math.toIntExact(values.getRecordNumber());
				TableFile.requireRoom(number);
				List<String> cells = new ArrayList<>(values.size());
				values.forEach((cell) -> cells.add(cell.strip()));
				Line line = new Line(number, cells);
				if (!line.isBlank()) {
					lines.accept(line);
				}
			}
		}
		catch (UncheckedIOException ex) {
			throw unreadable(ex.getCause());
		}
		catch (IOException ex) {
			throw unreadable(ex);
		}
	}

	private Reader open() throws IOException {
		InputStream in = new BufferedInputStream(Files.newInputStream(this.file));
		if (this.marked) {
			in.skipNBytes(MARK.length);
		}
		return new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
	}

	private static RuntimeException unreadable(IOException failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof CharacterCodingException) {
				return new FileRefused(Rule.IMPORT_UNREADABLE, "文件不是 UTF-8 编码（可能是 GBK），请另存为“CSV UTF-8”后再导入",
						"the file is not UTF-8, perhaps GBK; save it as CSV UTF-8 and import that");
			}
			if (cause instanceof CSVException) {
				return new FileRefused(Rule.IMPORT_UNREADABLE, "文件不是正确的 CSV：引号不成对",
						"the file is not CSV: its quotation marks do not pair");
			}
		}
		return new UncheckedIOException(failure);
	}

}
