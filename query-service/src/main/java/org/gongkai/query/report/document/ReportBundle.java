package org.gongkai.query.report.document;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// 发布包: everything that is published of a report, in one zip file: the report in every format, and a folder for each annex.
final class ReportBundle {

	private static final String FOLDER = "附件";

	private ReportBundle() {
	}

	static byte[] render(ReportDocument document) {
		SortedMap<String, byte[]> files = new TreeMap<>(files("", document));
		int digits = String.valueOf(document.annexes().size()).length();
		IntStream.range(0, document.annexes().size()).parallel().mapToObj((at) -> {
			ReportDocument annex = document.annexes().get(at);
			String number = ("%0" + digits + "d").formatted(at + 1);
			return files(FOLDER + "/" + number + "-" + fileName(annex.agency()) + "/", annex);
		}).toList().forEach(files::putAll);
		return SortedZip.of(files);
	}

	private static Map<String, byte[]> files(String folder, ReportDocument document) {
		String name = folder + fileName(document.title());
		SortedMap<String, byte[]> files = new TreeMap<>();
		Stream.of(DocumentFormat.values())
			.filter((format) -> format != DocumentFormat.ZIP && format != DocumentFormat.CSV)
			.forEach((format) -> files.put(name + "." + format.extension(),
					format.render(document, FormTable.Table.THREE)));
		document.tables()
			.forEach((table) -> files.put(name + "-" + table.table().label() + ".csv", CsvRenderer.render(table)));
		return files;
	}

	private static String fileName(String name) {
		return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
	}

}
