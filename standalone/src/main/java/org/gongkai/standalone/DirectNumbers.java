package org.gongkai.standalone;

import org.gongkai.command.report.Numbers;
import org.gongkai.command.report.ReportId;
import org.gongkai.query.ReadModels;
import org.gongkai.query.report.ReportContents;
import org.gongkai.query.report.Reports;
import org.jspecify.annotations.Nullable;

/// The numbers of a report from the query side of the same process.
final class DirectNumbers implements Numbers {

	private final ReportContents contents;

	private final ReadModels models;

	DirectNumbers(ReportContents contents, ReadModels models) {
		this.contents = contents;
		this.models = models;
	}

	@Override
	public Figures of(ReportId report, boolean withSubordinates, @Nullable Long position) {
		if (position == null) {
			this.models.settle();
		}
		ReportContents.Counted counted = this.contents
			.of(new Reports.Question(report.agency().value(), report.year(), withSubordinates, position));
		return new Figures(counted.position(), counted.content());
	}

}
