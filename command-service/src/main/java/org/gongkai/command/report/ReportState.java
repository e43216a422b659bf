package org.gongkai.command.report;

import java.util.EnumMap;
import java.util.Map;

import org.gongkai.events.report.CarriedCase;
import org.gongkai.events.report.ReportApproved;
import org.gongkai.events.report.ReportEvent;
import org.gongkai.events.report.ReportOpened;
import org.gongkai.events.report.ReportPublished;
import org.gongkai.events.report.ReportReopened;
import org.gongkai.events.report.ReportReturned;
import org.gongkai.events.report.ReportSection;
import org.gongkai.events.report.ReportSubmitted;
import org.gongkai.events.report.SectionWritten;
import org.jspecify.annotations.Nullable;

/// Where a report stands: not opened; else with its texts, at a stage, with the edition that is public.
public sealed interface ReportState {

	/// Nobody opened it.
	record None() implements ReportState {
	}

	/// @param stage how far the work is
	/// @param texts what is written so far
	/// @param published the public edition; null before the first
	/// @param correction why the public edition is worked on again
	record Opened(boolean withSubordinates, Stage stage, Map<ReportSection, String> texts,
			@Nullable ReportPublished published, @Nullable String correction) implements ReportState {

		public Opened {
			texts = Map.copyOf(texts);
		}

		String text(ReportSection section) {
			return this.texts.getOrDefault(section, "");
		}

		int nextEdition() {
			return (this.published == null) ? 1 : this.published.edition() + 1;
		}

		private Opened at(Stage next) {
			return new Opened(this.withSubordinates, next, this.texts, this.published, this.correction);
		}

		private Opened with(ReportSection section, String text) {
			Map<ReportSection, String> all = new EnumMap<>(ReportSection.class);
			all.putAll(this.texts);
			all.put(section, text);
			return new Opened(this.withSubordinates, this.stage, all, this.published, this.correction);
		}

	}

	/// 阶段, in the order of the work.
	enum Stage {

		/// 编制中.
		DRAFT,
		/// 待审定.
		SUBMITTED,
		/// 已审定.
		APPROVED,
		/// 已公布.
		PUBLISHED

	}

	/// The report after an event of its stream.
	static ReportState evolve(ReportState state, ReportEvent event) {
		if (event instanceof ReportOpened e) {
			return new Opened(e.withSubordinates(), Stage.DRAFT, Map.of(), null, null);
		}
		if (!(state instanceof Opened report)) {
			throw new IllegalStateException(
					"the log of report " + event.reportId() + " does not begin with its opening");
		}
		return switch (event) {
			case ReportOpened _ -> report;
			case SectionWritten e -> report.with(e.section(), e.body());
			case ReportSubmitted _ -> report.at(Stage.SUBMITTED);
			case ReportReturned _ -> report.at(Stage.DRAFT);
			case ReportApproved _ -> report.at(Stage.APPROVED);
			case ReportPublished e -> new Opened(report.withSubordinates(), Stage.PUBLISHED, report.texts(), e, null);
			case ReportReopened e ->
				new Opened(report.withSubordinates(), Stage.DRAFT, report.texts(), report.published(), e.reason());
		};
	}

	/// The cases that the public edition carries out; null while nothing is public.
	default @Nullable Iterable<CarriedCase> carriedOut() {
		return (this instanceof Opened report && report.published() != null) ? report.published().content().carriedOut()
				: null;
	}

}
