package org.gongkai.query.report.published;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;

/// DOCX and XLSX, which are both zip files. They are unpacked once to see how large they are before a library gets them.
final class OfficeBlocks {

	/// Unpacked, and no more: a report is a few hundred KB.
	static final long MOST_BYTES = 128L << 20;

	private static final int MOST_ENTRIES = 2_000;

	private OfficeBlocks() {
	}

	static PrintedReport read(Path file, byte[] content) {
		try {
			return switch (kind(content)) {
				case "word" -> new DocumentReading(file, DocxBlocks.of(content), true).report();
				// a workbook is made of tables: it owes no sections
				case "xl" -> new DocumentReading(file, XlsxBlocks.of(content), false).report();
				default -> throw new Unreadable("is a zip file and neither DOCX nor XLSX");
			};
		}
		catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException
				| IllegalStateException ex) {
			throw new Unreadable("is damaged or no DOCX or XLSX", ex);
		}
	}

	private static String kind(byte[] content) throws IOException {
		String kind = "";
		long size = 0;
		int entries = 0;
		byte[] buffer = new byte[1 << 16];
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				entries++;
				for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
					size += read;
					if (size > MOST_BYTES || entries > MOST_ENTRIES) {
						throw new Unreadable(
								"unpacks to more than " + (MOST_BYTES >> 20) + " MiB or " + MOST_ENTRIES + " parts");
					}
				}
				kind = switch (entry.getName()) {
					case "word/document.xml" -> "word";
					case "xl/workbook.xml" -> "xl";
					default -> kind;
				};
			}
		}
		return kind;
	}

}
