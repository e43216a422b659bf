package org.gongkai.command.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.gongkai.command.agency.AgencyCode;
import org.gongkai.events.Event;
import org.gongkai.events.agency.AgencyReparented;
import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.events.agency.DisputeCountingChosen;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.report.Cell;
import org.gongkai.statute.report.Counted;
import org.gongkai.statute.report.Row;
import org.gongkai.statute.report.TableThreeForm;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// 已公布的报告: which numbers are public, and whether something that is recorded now changes what they would be today. A record
/// is counted before and after its new events by the folds that the read tables use; what a move of an agency or another
/// way of counting shifts as a whole is asked of whoever keeps the tables.
public final class PublishedReports {

	private static final String CHANGES = "changes";

	private final EventStore store;

	private final PublicEditions editions;

	private final Numbers numbers;

	private final Reports reports;

	/// @param store the streams of the log, what the present transaction adds included
	/// @param log may select from the log
	/// @param numbers tells what a number is today
	/// @param reports tells what is published
	public PublishedReports(EventStore store, JdbcTemplate log, Numbers numbers, Reports reports) {
		this.store = store;
		this.editions = new PublicEditions(log);
		this.numbers = numbers;
		this.reports = reports;
	}

	/// A published number that would be another one if it were counted again today.
	///
	/// @param reportId the report
	/// @param table 2, 3 or 4
	/// @param row the row's name on the wire
	/// @param column the column's name on the wire
	/// @param published what is printed, in digits
	/// @param from what it is today
	/// @param to what it is with the change
	public record Change(String reportId, int table, String row, String column, String published, String from,
			String to) {

		/// The change in the words of the form.
		public String chinese() {
			return this.reportId + new Cell(this.table, this.row, this.column).label() + this.from + "→" + this.to;
		}

		/// The change in names of the wire.
		public String english() {
			return this.reportId + " table " + this.table + " " + this.row + " " + this.column + " " + this.from
					+ " -> " + this.to;
		}

	}

	/// The reports whose numbers some new events change, each with its cells and by how
	/// much.
	public record Effect(ReportId report, Map<Cell, BigDecimal> cells) {
	}

	/// Says that a reason is missing.
	/// @param changes one at least
	public static Refused refusal(List<Change> changes) {
		return new Refused(Rule.CHANGES_PUBLISHED,
				"this changes " + changes.size() + " published numbers, the first in report "
						+ changes.getFirst().reportId() + "; give a reason to record it all the same",
				Map.of(CHANGES, changes));
	}

	/// The changes that such a refusal tells of; none for any other.
	public static List<Change> toldBy(Refused refused) {
		return (refused.details().get(CHANGES) instanceof List<?> changes)
				? changes.stream().map(Change.class::cast).toList() : List.of();
	}

	/// Whether the last events of the present transaction change a published number, and
	/// which. They are one act: what one of them takes and another gives back is no
	/// change.
	/// @param added the events, in order
	public List<Effect> effects(List<? extends DomainEventMessage<?>> added) {
		List<PublicEditions.Edition> all = added.isEmpty() ? List.of() : editions();
		if (all.isEmpty()) {
			return List.of();
		}
		Act act = new Act(added);
		List<Effect> effects = new ArrayList<>();
		for (PublicEditions.Edition edition : all) {
			Map<Cell, BigDecimal> cells = act.cells(edition);
			if (!cells.isEmpty()) {
				effects.add(new Effect(edition.report(), cells));
			}
		}
		return effects;
	}

	/// The changes in figures, in the order of the form.
	public List<Change> changes(List<Effect> effects) {
		List<Change> changes = new ArrayList<>();
		for (Effect effect : effects) {
			if (this.reports.find(effect.report()) instanceof ReportState.Opened report && report.published() != null) {
				Map<Cell, BigDecimal> printed = Cell.numbers(report.published().content());
				Map<Cell, BigDecimal> today = today(effect.report(), report.withSubordinates());
				effect.cells().forEach((cell, more) -> {
					BigDecimal from = number(today, cell);
					changes.add(new Change(effect.report().value(), cell.table(), cell.row(), cell.column(),
							number(printed, cell).toPlainString(), from.toPlainString(),
							from.add(more).toPlainString()));
				});
			}
		}
		return changes;
	}

	private static BigDecimal number(Map<Cell, BigDecimal> numbers, Cell cell) {
		return numbers.getOrDefault(cell, BigDecimal.ZERO);
	}

	/// Read once a transaction: an import judges thousands of rows.
	private List<PublicEditions.Edition> editions() {
		return CurrentUnitOfWork.get()
			.root()
			.getOrComputeResource(PublishedReports.class.getName(), (_) -> this.editions.all());
	}

	/// Counted once a transaction, which adds nothing to what is counted before its end.
	private Map<Cell, BigDecimal> today(ReportId report, boolean withSubordinates) {
		return CurrentUnitOfWork.get()
			.root()
			.getOrComputeResource(PublishedReports.class.getName() + report,
					(_) -> Cell.numbers(this.numbers.of(report, withSubordinates, null).content()));
	}

	/// Some events, and the log without and with them.
	private final class Act {

		private final Map<String, List<Event>> added = new LinkedHashMap<>();

		private final Map<String, List<? extends Event>> read = new LinkedHashMap<>();

		private final Moment before = new Moment(this::withoutAdded);

		private final Moment after = new Moment(this::read);

		Act(List<? extends DomainEventMessage<?>> events) {
			events
				.forEach((event) -> this.added.computeIfAbsent(event.getAggregateIdentifier(), (_) -> new ArrayList<>())
					.add((Event) event.getPayload()));
		}

		/// The printed cells of a report that the events change, each by how much.
		Map<Cell, BigDecimal> cells(PublicEditions.Edition edition) {
			Map<Cell, BigDecimal> cells = new TreeMap<>();
			for (Map.Entry<String, List<Event>> stream : this.added.entrySet()) {
				less(cells, this.before.cells(stream.getKey(), edition));
				more(cells, this.after.cells(stream.getKey(), edition));
				stream.getValue().forEach((event) -> {
					switch (event) {
						case AgencyReparented e -> move(cells, edition, new AgencyCode(e.code()));
						case DisputeCountingChosen e -> choice(cells, edition, new AgencyCode(e.code()));
						default -> {
						}
					}
				});
			}
			cells.values().removeIf((change) -> change.signum() == 0);
			return cells;
		}

		/// An agency comes or goes with all that it is responsible for.
		private void move(Map<Cell, BigDecimal> cells, PublicEditions.Edition edition, AgencyCode agency) {
			boolean was = this.before.placement.counts(edition, agency);
			if (was != this.after.placement.counts(edition, agency)) {
				Map<Cell, BigDecimal> part = part(new ReportId(agency, edition.report().year()), true,
						this.before.placement.counting(edition.report()));
				if (was) {
					less(cells, part);
				}
				else {
					more(cells, part);
				}
			}
		}

		/// What was pending at the turn of the year counts again, or no more.
		private void choice(Map<Cell, BigDecimal> cells, PublicEditions.Edition edition, AgencyCode agency) {
			ReportId report = edition.report();
			DisputeCounting was = this.before.placement.counting(report);
			DisputeCounting is = this.after.placement.counting(report);
			if (agency.equals(report.agency()) && was != is) {
				less(cells, part(report, edition.withSubordinates(), was));
				more(cells, part(report, edition.withSubordinates(), is));
			}
		}

		private Map<Cell, BigDecimal> part(ReportId of, boolean withSubordinates, DisputeCounting counting) {
			Map<Cell, BigDecimal> part = new LinkedHashMap<>(
					Cell.numbers(PublishedReports.this.numbers.part(of, withSubordinates, counting).content()));
			List<Row> printed = TableThreeForm.of(of.year()).rows();
			part.keySet().removeIf((cell) -> cell.table() == 3 && !printed.contains(Row.ofJson(cell.row())));
			return part;
		}

		private List<? extends Event> read(String stream) {
			return this.read.computeIfAbsent(stream,
					(id) -> PublishedReports.this.store.readEvents(id)
						.asStream()
						.map((event) -> (Event) event.getPayload())
						.toList());
		}

		private List<? extends Event> withoutAdded(String stream) {
			List<? extends Event> all = read(stream);
			return all.subList(0, all.size() - this.added.getOrDefault(stream, List.of()).size());
		}

		private static void more(Map<Cell, BigDecimal> cells, Map<Cell, BigDecimal> these) {
			these.forEach((cell, number) -> cells.merge(cell, number, BigDecimal::add));
		}

		private static void less(Map<Cell, BigDecimal> cells, Map<Cell, BigDecimal> these) {
			these.forEach((cell, number) -> cells.merge(cell, number.negate(), BigDecimal::add));
		}

	}

	/// The log at a moment: what of each record counts, and where.
	private static final class Moment {

		private final Function<String, List<? extends Event>> streams;

		private final Map<String, @Nullable Counted> counted = new LinkedHashMap<>();

		final Placement placement;

		Moment(Function<String, List<? extends Event>> streams) {
			this.streams = streams;
			this.placement = new Placement(streams);
		}

		Map<Cell, BigDecimal> cells(String stream, PublicEditions.Edition edition) {
			Counted record = this.counted.computeIfAbsent(stream, (id) -> Counted.of(this.streams.apply(id)));
			return (record != null && this.placement.counts(edition, new AgencyCode(record.agency())))
					? record.cells(edition.report().year(), this.placement.counting(edition.report())) : Map.of();
		}

	}

}
