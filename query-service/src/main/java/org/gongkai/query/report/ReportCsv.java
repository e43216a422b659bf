package org.gongkai.query.report;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.DisputeBlock;
import org.gongkai.statute.report.DisputeResult;
import org.gongkai.statute.report.Row;
import org.gongkai.statute.report.TableThreeForm;

/// The tables for a spreadsheet, one under the other. Begins with a byte order mark, without which Excel in China reads UTF-8 as GBK.
final class ReportCsv {

	private ReportCsv() {
	}

	static String of(Reports.Report report) {
		StringBuilder csv = new StringBuilder("\uFEFF");
		csv.append("行,项目,")
			.append(Stream.of(Column.values()).map(Column::label).collect(Collectors.joining(",")))
			.append("\r\n");
		for (Row row : TableThreeForm.of(report.year()).rows()) {
			Row.Group group = row.group();
			csv.append(row.jsonName())
				.append(",\"")
				.append((group == null) ? "" : group.label())
				.append(row.label())
				.append("\",")
				.append(report.table3().row(row).stream().map(String::valueOf).collect(Collectors.joining(",")))
				.append("\r\n");
		}
		csv.append("\r\n行,项目,")
			.append(Stream.of(DisputeResult.values()).map(DisputeResult::label).collect(Collectors.joining(",")))
			.append("\r\n");
		for (DisputeBlock block : DisputeBlock.values()) {
			csv.append(block.jsonName())
				.append(",\"")
				.append(block.isLawsuit() ? DisputeBlock.LAWSUITS : "")
				.append(block.label())
				.append("\",")
				.append(Stream.of(DisputeResult.values())
					.map((result) -> String.valueOf(report.table4().get(block, result)))
					.collect(Collectors.joining(",")))
				.append("\r\n");
		}
		return csv.append(report.disputeNote()).append("\r\n").toString();
	}

}
