package org.gongkai.command.integration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.gongkai.statute.Rule;

/// A file that holds a table. It is read from its beginning as often as needed, and never held in memory whole.
interface TableFile {

	/// Most rows of a file.
	int MOST_ROWS = 200_000;

	/// Hands over every row that is not blank.
	/// @throws FileRefused if the file cannot be read
	void read(Consumer<Line> lines);

	/// What there is to say about the file as such.
	List<String> notes();

	/// The file by its first bytes, whatever its name says.
	/// @throws FileRefused if it is neither CSV nor XLSX
	static TableFile of(Path file) throws IOException {
		byte[] start;
		try (InputStream in = Files.newInputStream(file)) {
			start = in.readNBytes(4);
		}
		if (start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4) {
			return new XlsxFile(file);
		}
		if (start.length == 4 && (start[0] & 0xFF) == 0xD0 && (start[1] & 0xFF) == 0xCF && start[2] == 0x11
				&& (start[3] & 0xFF) == 0xE0) {
			throw new FileRefused(Rule.IMPORT_UNREADABLE, "这是旧格式（.xls）或加密的表格，请另存为未加密的 .xlsx 或“CSV UTF-8”",
					"this is an old (.xls) or encrypted workbook; save it as .xlsx without a password, or as CSV UTF-8");
		}
		return new CsvFile(file);
	}

	/// Cuts a file off that has too many rows.
	static void requireRoom(int row) {
		if (row > MOST_ROWS + 1) {
			throw new FileRefused(Rule.TOO_LONG, "文件最多" + MOST_ROWS + "行，请分成几个文件导入",
					"a file has at most " + MOST_ROWS + " rows; import it in parts");
		}
	}

}
