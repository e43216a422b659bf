package org.gongkai.standalone;

import org.gongkai.command.report.Numbers;
import org.gongkai.command.report.ReportId;
import org.gongkai.events.agency.DisputeCounting;
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
		return figures(this.contents.of(question(report, withSubordinates, position)));
	}

	@Override
	public Figures part(ReportId agency, boolean withSubordinates, DisputeCounting disputes) {
		this.models.settle();
		return figures(this.contents.part(question(agency, withSubordinates, null), disputes));
	}

	private static Reports.Question question(ReportId report, boolean withSubordinates, @Nullable Long position) {
		return new Reports.Question(report.agency().value(), report.year(), withSubordinates, position);
	}

	private static Figures figures(ReportContents.Counted counted) {
		return new Figures(counted.position(), counted.content());
	}

}
