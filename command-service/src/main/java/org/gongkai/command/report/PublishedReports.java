package org.gongkai.command.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.gongkai.events.Event;
import org.gongkai.events.application.ApplicationEvent;
import org.gongkai.events.report.ReportContent;
import org.gongkai.log.EventJson;
import org.gongkai.statute.report.Cell;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.CountedCase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;

/// 已公布的报告: which numbers are public, and whether something that is recorded now changes what they would be today.
public final class PublishedReports {

	private static final TypeReference<Set<String>> CODES = new TypeReference<>() {
	};

	private static final String EDITIONS = """
			select distinct on (stream_id) payload->>'reportId' as report, (payload->'content'->'counted')::text as counted
			from log.events where name = 'report.ReportPublished' order by stream_id, sequence desc""";

	private static final String LAST = """
			select coalesce(max(event_index), 0) from log.events where name = 'report.ReportPublished'""";

	private final EventStore store;

	private final JdbcTemplate log;

	private final Numbers numbers;

	private final Reports reports;

	private final AtomicReference<Known> known = new AtomicReference<>(new Known(0, List.of()));

	/// @param store the streams of the log, what the present transaction adds included
	/// @param log may select from the log
	/// @param numbers tells what a number is today
	/// @param reports tells what is published
	public PublishedReports(EventStore store, JdbcTemplate log, Numbers numbers, Reports reports) {
		this.store = store;
		this.log = log;
		this.numbers = numbers;
		this.reports = reports;
	}

	/// A published number that would be another one if it were counted again today.
	///
	/// @param reportId the report
	/// @param table 2, 3 or 4
	/// @param row the row's name on the wire
	/// @param column the column's name on the wire
	/// @param published what is printed
	/// @param from what it is today
	/// @param to what it is with the change
	public record Change(String reportId, int table, String row, String column, int published, int from, int to) {
	}

	/// The reports whose numbers some new events change, each with its cells and by how
	/// much.
	public record Effect(ReportId report, Map<Cell, Integer> cells) {
	}

	private record Edition(ReportId report, Set<String> counted) {
	}

	private record Known(long last, List<Edition> editions) {
	}

	/// Whether events that the present transaction adds to a stream change a published
	/// number, and which.
	/// @param streamId their stream
	/// @param added the new events, in order
	public List<Effect> effects(String streamId, List<? extends Event> added) {
		List<Edition> editions = editions();
		if (editions.isEmpty() || !(added.getFirst() instanceof ApplicationEvent)) {
			return List.of();
		}
		List<ApplicationEvent> entries = new ArrayList<>();
		this.store.readEvents(streamId).forEachRemaining((event) -> entries.add((ApplicationEvent) event.getPayload()));
		int old = entries.size() - added.size();
		CountedCase before = (old == 0) ? null : CountedCase.of(entries.subList(0, old));
		CountedCase after = CountedCase.of(entries);
		List<Effect> effects = new ArrayList<>();
		for (Edition edition : editions) {
			Map<Cell, Integer> cells = CountedCase.changes(within(before, edition), within(after, edition),
					edition.report().year());
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
				ReportContent printed = report.published().content();
				ReportContent today = this.numbers.of(effect.report(), report.withSubordinates(), null).content();
				new TreeMap<>(effect.cells())
					.forEach((cell, more) -> changes.add(new Change(effect.report().value(), cell.table(), cell.row(),
							cell.column(), number(printed, cell), number(today, cell), number(today, cell) + more)));
			}
		}
		return changes;
	}

	private static int number(ReportContent content, Cell cell) {
		return content.table3().get(cell.row()).get(Column.ofJson(cell.column()).ordinal());
	}

	private static @Nullable CountedCase within(@Nullable CountedCase counted, Edition edition) {
		return (counted != null && edition.counted().contains(counted.agency())) ? counted : null;
	}

	/// Read once a transaction: an import judges thousands of rows.
	private List<Edition> editions() {
		return CurrentUnitOfWork.get()
			.root()
			.getOrComputeResource(PublishedReports.class.getName(), (_) -> latest().editions());
	}

	private Known latest() {
		long last = this.log.queryForObject(LAST, Long.class);
		Known present = this.known.get();
		if (present.last() == last) {
			return present;
		}
		Known fresh = new Known(last,
				this.log.query(EDITIONS, (row, _) -> new Edition(ReportId.of(row.getString("report")),
						EventJson.mapper().readValue(row.getString("counted"), CODES))));
		this.known.set(fresh);
		return fresh;
	}

}
