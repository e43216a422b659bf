package org.gongkai.query.report.published;

import java.util.LinkedHashMap;
import java.util.Map;

/// A report with something else printed in one cell.
public final class Changed {

	private Changed() {
	}

	/// The report with this text in the cell.
	public static PrintedReport cell(PrintedReport report, Place place, String text) {
		Map<Place, Printed> cells = new LinkedHashMap<>(report.cells());
		cells.put(place, Printed.of(text));
		return new PrintedReport(report.file(), report.source(), cells, PrintedReport.Contents.of(report.counts()));
	}

}
