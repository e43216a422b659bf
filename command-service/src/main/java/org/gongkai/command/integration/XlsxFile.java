package org.gongkai.command.integration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import javax.xml.parsers.ParserConfigurationException;

import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.gongkai.statute.Rule;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/// The first sheet of an XLSX workbook, row after row as the file is unpacked, within the limits that POI sets for packed
/// files.
final class XlsxFile implements TableFile {

	/// Most bytes, unpacked, of the texts, which are held while the rows go by.
	private static final long MOST_TEXTS = 32L << 20;

	/// Most bytes, unpacked, of the styles, which take many times as much when held.
	private static final long MOST_STYLES = 4L << 20;

	private final Path file;

	private final List<String> notes = new ArrayList<>();

	/// @throws FileRefused if this is no such workbook, or cells of its sheet are merged
	XlsxFile(Path file) {
		this.file = file;
		open((pack, reader, workbook) -> {
			try (InputStream sheet = sheet(reader)) {
				parse(sheet, new Merged());
			}
			if (workbook.sheets > 1) {
				this.notes.add("工作簿有" + workbook.sheets + "张工作表，只导入第一张。 The workbook has " + workbook.sheets
						+ " sheets; only the first is imported.");
			}
		});
	}

	@Override
	public List<String> notes() {
		return List.copyOf(this.notes);
	}

	@Override
	public void read(Consumer<Line> lines) {
		open((pack, reader, workbook) -> {
			SharedStrings texts = new ReadOnlySharedStringsTable(pack, false);
			try (InputStream sheet = sheet(reader)) {
				parse(sheet, new XlsxSheet(texts, reader.getStylesTable(), workbook.from1904, lines));
			}
		});
	}

	@FunctionalInterface
	private interface Work {

		void on(OPCPackage pack, XSSFReader reader, Workbook workbook)
				throws IOException, OpenXML4JException, SAXException, ParserConfigurationException;

	}

	private void open(Work work) {
		try (OPCPackage pack = OPCPackage.open(this.file.toFile(), PackageAccess.READ)) {
			requireSmall(pack, XSSFRelation.SHARED_STRINGS, MOST_TEXTS);
			requireSmall(pack, XSSFRelation.STYLES, MOST_STYLES);
			requireSmall(pack, XSSFRelation.THEME, MOST_STYLES);
			XSSFReader reader = new XSSFReader(pack);
			Workbook workbook = new Workbook();
			try (InputStream in = reader.getWorkbookData()) {
				parse(in, workbook);
			}
			work.on(pack, reader, workbook);
		}
		catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException | POIXMLException
				| OpenXML4JRuntimeException | UnsupportedFileFormatException ex) {
			throw new FileRefused(Rule.IMPORT_UNREADABLE, "文件不是可读取的 .xlsx 工作簿，请用表格软件打开后另存",
					"the file is not a workbook that can be read; open it in a spreadsheet program and save it anew");
		}
	}

	private static void requireSmall(OPCPackage pack, XSSFRelation kind, long most)
			throws IOException, OpenXML4JException {
		byte[] chunk = new byte[1 << 16];
		for (PackagePart part : pack.getPartsByContentType(kind.getContentType())) {
			long length = 0;
			try (InputStream in = part.getInputStream()) {
				for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
					length += read;
					if (length > most) {
						throw new FileRefused(Rule.TOO_LONG, "工作簿解压后过大，请分成几个文件导入",
								"the workbook is too large when it is unpacked; import it in parts");
					}
				}
			}
		}
	}

	private static InputStream sheet(XSSFReader reader) throws IOException, OpenXML4JException {
		Iterator<InputStream> sheets = reader.getSheetsData();
		if (!sheets.hasNext()) {
			throw new FileRefused(Rule.IMPORT_HEADER, "工作簿没有工作表", "the workbook has no sheet");
		}
		return sheets.next();
	}

	private static void parse(InputStream in, DefaultHandler handler)
			throws IOException, SAXException, ParserConfigurationException {
		XMLReader reader = XMLHelper.newXMLReader();
		reader.setContentHandler(handler);
		reader.parse(new InputSource(in));
	}

	/// What the workbook says of its sheets and days.
	private static final class Workbook extends DefaultHandler {

		private int sheets;

		private boolean from1904;

		@Override
		public void startElement(String uri, String name, String qualified, Attributes attributes) {
			if (name.equals("sheet")) {
				this.sheets++;
			}
			else if (name.equals("workbookPr")) {
				String told = Objects.requireNonNullElse(attributes.getValue("date1904"), "0");
				this.from1904 = told.equals("1") || told.equals("true");
			}
		}

	}

	/// Refuses merged cells: which column and row their text belongs to cannot be told.
	private static final class Merged extends DefaultHandler {

		@Override
		public void startElement(String uri, String name, String qualified, Attributes attributes) {
			if (name.equals("mergeCell")) {
				String range = attributes.getValue("ref");
				throw new FileRefused(Rule.IMPORT_HEADER, "表中有合并单元格（" + range + "），请取消合并：表头一行，每列一个单元格",
						"cells are merged (" + range + "); unmerge them: one row of headers, one cell for each column");
			}
		}

	}

}
