package org.gongkai.command.report;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.gongkai.command.agency.Offices;
import org.gongkai.command.report.ReportState.Opened;
import org.gongkai.command.report.ReportState.Stage;
import org.gongkai.events.report.CarriedCase;
import org.gongkai.events.report.ReportApproved;
import org.gongkai.events.report.ReportContent;
import org.gongkai.events.report.ReportEvent;
import org.gongkai.events.report.ReportOpened;
import org.gongkai.events.report.ReportPublished;
import org.gongkai.events.report.ReportReopened;
import org.gongkai.events.report.ReportReturned;
import org.gongkai.events.report.ReportSection;
import org.gongkai.events.report.ReportSubmitted;
import org.gongkai.events.report.SectionWritten;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.report.Placeholders;
import org.jspecify.annotations.Nullable;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/// Decides about one agency's report of one year.
@AggregateRoot(type = "report")
public class AnnualReport {

	/// 条例第五十条 and 国办公开办函〔2021〕30号: what no report may leave out.
	private static final List<ReportSection> NEEDED = List.of(ReportSection.PROACTIVE_DISCLOSURE,
			ReportSection.APPLICATIONS, ReportSection.INFORMATION_MANAGEMENT, ReportSection.PLATFORM,
			ReportSection.SUPERVISION, ReportSection.PROBLEMS, ReportSection.OTHER_MATTERS);

	@AggregateIdentifier
	private @Nullable String id;

	private ReportState state = new ReportState.None();

	/// For the framework, before the report's events are replayed.
	protected AnnualReport() {
	}

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
	void decide(OpenReport c, Offices offices) {
		if (this.state instanceof Opened) {
			throw new Refused(Rule.REPORT_ALREADY_OPENED, "the report " + c.reportId().value() + " was opened already");
		}
		ReportId report = c.reportId();
		LocalDate opened = offices.find(report.agency().value()).registered().ledgerOpenedOn();
		if (opened != null && report.year() < opened.getYear()) {
			throw new Refused(Rule.UNKNOWN_YEAR, "the records of this agency begin on " + opened);
		}
		if (c.openedOn().getYear() < report.year()) {
			throw new Refused(Rule.DAY_ORDER, "a report is opened in its year or later");
		}
		apply(new ReportOpened(report.value(), report.agency().value(), report.year(), c.withSubordinates(),
				c.openedOn()));
	}

	@CommandHandler
	void decide(WriteSection c) {
		at(Stage.DRAFT);
		apply(new SectionWritten(c.reportId().value(), c.section(), c.body().strip(), c.writtenOn()));
	}

	@CommandHandler
	void decide(SubmitReport c, Numbers numbers) {
		Opened report = at(Stage.DRAFT);
		List<ReportSection> missing = NEEDED.stream().filter((section) -> report.text(section).isBlank()).toList();
		if (!missing.isEmpty()) {
			throw new Refused(Rule.REPORT_INCOMPLETE,
					"these parts have no text: " + missing.stream()
						.map((section) -> section.name().toLowerCase(java.util.Locale.ROOT))
						.collect(Collectors.joining(", ")));
		}
		Map<String, String> facts = numbers.of(c.reportId(), report.withSubordinates(), null).content().facts();
		report.texts().values().forEach((text) -> Placeholders.fill(text, facts));
		apply(new ReportSubmitted(c.reportId().value(), c.submittedOn()));
	}

	@CommandHandler
	void decide(ReturnReport c) {
		Opened report = opened();
		if (report.stage() == Stage.DRAFT || report.stage() == Stage.PUBLISHED) {
			throw stage(report);
		}
		apply(new ReportReturned(c.reportId().value(), c.returnedOn(), c.reason().strip()));
	}

	@CommandHandler
	void decide(ApproveReport c) {
		at(Stage.SUBMITTED);
		apply(new ReportApproved(c.reportId().value(), c.approvedOn()));
	}

	@CommandHandler
	void decide(PublishReport c, Numbers numbers, Reports reports) {
		Opened report = at(Stage.APPROVED);
		ReportId id = c.reportId();
		if (c.publishedOn().getYear() <= id.year()) {
			// article 49: the report is of a year that is over
			throw new Refused(Rule.REPORT_YEAR_RUNNING, "the year " + id.year() + " is not over on " + c.publishedOn());
		}
		Numbers.Figures figures = numbers.of(id, report.withSubordinates(), c.position());
		ReportContent content = withTexts(figures.content(), report);
		explainCarryOver(content, reports.find(new ReportId(id.agency(), id.year() - 1)));
		apply(new ReportPublished(id.value(), report.nextEdition(), c.publishedOn(), figures.position(), content,
				report.correction()));
	}

	@CommandHandler
	void decide(ReopenReport c) {
		at(Stage.PUBLISHED);
		apply(new ReportReopened(c.reportId().value(), c.reopenedOn(), c.reason().strip()));
	}

	@EventSourcingHandler
	void evolve(ReportEvent event) {
		this.id = ReportId.of(event.reportId()).streamId();
		this.state = ReportState.evolve(this.state, event);
	}

	/// This year's carried in is last year's carried out; where late entries changed it,
	/// the report says so.
	private static void explainCarryOver(ReportContent content, ReportState lastYear) {
		Iterable<CarriedCase> published = lastYear.carriedOut();
		if (published == null) {
			return;
		}
		Set<CarriedCase> last = new HashSet<>();
		published.forEach(last::add);
		if (!last.equals(Set.copyOf(content.carriedIn()))
				&& content.texts().getOrDefault(ReportSection.TABLE_THREE_NOTE, "").isBlank()) {
			throw new Refused(Rule.CARRY_OVER_UNEXPLAINED,
					"last year's report carried out " + last.size() + " cases, this one carries in "
							+ content.carriedIn().size()
							+ ", not all of them the same; the note under table three tells why");
		}
	}

	private static ReportContent withTexts(ReportContent numbers, Opened report) {
		Map<ReportSection, String> texts = new EnumMap<>(ReportSection.class);
		report.texts().forEach((section, text) -> {
			if (!text.isBlank()) {
				texts.put(section, Placeholders.fill(text, numbers.facts()));
			}
		});
		return numbers.with(texts);
	}

	private Opened at(Stage stage) {
		Opened report = opened();
		if (report.stage() != stage) {
			throw stage(report);
		}
		return report;
	}

	private Opened opened() {
		return switch (this.state) {
			case ReportState.None _ -> throw new Refused(Rule.UNKNOWN_REPORT, "nobody opened this report");
			case Opened report -> report;
		};
	}

	private static Refused stage(Opened report) {
		return new Refused(Rule.REPORT_STAGE, switch (report.stage()) {
			case DRAFT -> "the report is being written; it is submitted next";
			case SUBMITTED -> "the report is submitted; it is approved or returned next";
			case APPROVED -> "the report is approved; it is published or returned next";
			case PUBLISHED -> "the report is published; it is reopened with a reason to be corrected";
		});
	}

}
