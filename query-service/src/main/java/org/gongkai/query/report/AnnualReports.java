package org.gongkai.query.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.report.ReportApproved;
import org.gongkai.events.report.ReportEvent;
import org.gongkai.events.report.ReportOpened;
import org.gongkai.events.report.ReportPublished;
import org.gongkai.events.report.ReportReopened;
import org.gongkai.events.report.ReportReturned;
import org.gongkai.events.report.ReportSection;
import org.gongkai.events.report.ReportSubmitted;
import org.gongkai.events.report.SectionWritten;
import org.gongkai.log.EventJson;
import org.gongkai.query.Projection;
import org.gongkai.query.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every annual report as it stands, and every edition as it was published.
@Component
class AnnualReports implements Projection {

	private static final Table REPORTS = Table.of("annual_reports", "report_id", "agency", "year", "with_subordinates",
			"opened_on", "stage", "edition", "reason", "texts", "version");

	private static final Table EDITIONS = Table.of("report_editions", "edition", "agency", "year", "with_subordinates",
			"published_on", "position", "recorded_position", "correction", "content");

	@Override
	public String name() {
		return "annual-reports";
	}

	@Override
	public List<Table> tables() {
		return List.of(REPORTS, EDITIONS);
	}

	@Override
	public boolean concerns(Event event) {
		return event instanceof ReportEvent;
	}

	@Override
	public Rows rows(List<Recorded<Event>> stream) {
		Rows rows = new Rows(stream.getFirst().streamId());
		ReportOpened opened = (ReportOpened) stream.getFirst().event();
		ReportStage stage = ReportStage.DRAFT;
		Map<ReportSection, String> texts = new EnumMap<>(ReportSection.class);
		int edition = 0;
		@Nullable String reason = null;
		for (Recorded<Event> recorded : stream) {
			switch ((ReportEvent) recorded.event()) {
				case ReportOpened _ -> {
				}
				case SectionWritten e -> texts.put(e.section(), e.body());
				case ReportSubmitted _ -> {
					stage = ReportStage.SUBMITTED;
					reason = null;
				}
				case ReportReturned e -> {
					stage = ReportStage.DRAFT;
					reason = e.reason();
				}
				case ReportApproved _ -> stage = ReportStage.APPROVED;
				case ReportPublished e -> {
					stage = ReportStage.PUBLISHED;
					edition = e.edition();
					rows.add(EDITIONS, e.edition(), opened.agency(), opened.year(), opened.withSubordinates(),
							e.publishedOn(), e.position(), recorded.position(), e.correction(),
							EventJson.mapper().writeValueAsString(e.content()));
				}
				case ReportReopened e -> {
					stage = ReportStage.DRAFT;
					reason = e.reason();
				}
			}
		}
		return rows.add(REPORTS, opened.reportId(), opened.agency(), opened.year(), opened.withSubordinates(),
				opened.openedOn(), stage, edition, reason, EventJson.mapper().writeValueAsString(texts),
				stream.getLast().sequence());
	}

}
