package org.gongkai.query.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.application.ApplicationReceived;
import org.gongkai.events.application.ApplicationTransferred;
import org.gongkai.events.application.EntryStruck;
import org.gongkai.events.disclosure.InformationDrafted;
import org.gongkai.log.LogReader;
import org.gongkai.query.ReadModels;
import org.gongkai.query.calendar.Calendars;
import org.gongkai.statute.audit.CaseInspection;
import org.gongkai.statute.audit.Departure;
import org.gongkai.statute.audit.DisclosureInspection;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Inspects every case and every piece of information in the log, on all cores, and keeps the result: while calendar and day stay the
/// same, only the records that got new entries are inspected again.
@Component
class Inspection {

	/// With more news than this everything is inspected again.
	private static final int NEWS = 5_000;

	private final LogReader log;

	private final ReadModels models;

	private final Calendars calendars;

	private final Clock clock;

	private @Nullable Done done;

	Inspection(LogReader logReader, ReadModels readModels, Calendars calendars, Clock clock) {
		this.log = logReader;
		this.models = readModels;
		this.calendars = calendars;
		this.clock = clock;
	}

	/// A record that departs from the law.
	///
	/// @param agency code of the agency that has it
	/// @param stream the record
	/// @param entries its entries
	record Found(String agency, String stream, List<Departure> departures, List<Recorded<Event>> entries) {
	}

	private record Done(long position, WorkingCalendar calendar, LocalDate today, Map<String, Found> found) {
	}

	/// Every record that departs, as of now.
	synchronized Collection<Found> all() {
		long position = this.models.position();
		WorkingCalendar calendar = this.calendars.current();
		LocalDate today = LocalDate.now(this.clock);
		Done last = this.done;
		boolean continues = last != null && last.calendar() == calendar && last.today().equals(today)
				&& position >= last.position() && position - last.position() <= NEWS;
		Map<String, Found> found = (last != null && continues) ? last.found() : whole(position, calendar, today);
		if (last != null && continues && position > last.position()) {
			Set<String> touched = new LinkedHashSet<>();
			this.log.read(last.position(), (int) (position - last.position()))
				.forEach((recorded) -> touched.add(recorded.streamId()));
			touched.forEach(found::remove);
			this.log.streams(touched, position).values().forEach((stream) -> judge(stream, calendar, today, found));
		}
		this.done = new Done(position, calendar, today, found);
		return List.copyOf(found.values());
	}

	/// What departed in a record as it was known at a position, by the calendar known
	/// then, on a day.
	List<Departure> then(List<Recorded<Event>> stream, long position, LocalDate day) {
		Map<String, Found> found = new ConcurrentHashMap<>();
		judge(stream.stream().filter((recorded) -> recorded.position() <= position).toList(),
				this.calendars.at(position), day, found);
		return found.values().stream().flatMap((one) -> one.departures().stream()).toList();
	}

	private Map<String, Found> whole(long position, WorkingCalendar calendar, LocalDate today) {
		int parts = Math.max(1, Runtime.getRuntime().availableProcessors());
		Map<String, Found> found = new ConcurrentHashMap<>();
		try (ExecutorService cores = Executors.newFixedThreadPool(parts)) {
			List<Future<Void>> work = new ArrayList<>();
			for (int part = 0; part < parts; part++) {
				int own = part;
				Callable<Void> task = () -> {
					this.log.eachStream(own, parts, "", position, (stream) -> judge(stream, calendar, today, found));
					return null;
				};
				work.add(cores.submit(task));
			}
			for (Future<Void> part : work) {
				part.get();
			}
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("the inspection failed", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("the inspection was interrupted", ex);
		}
		return found;
	}

	private static void judge(List<Recorded<Event>> stream, WorkingCalendar calendar, LocalDate today,
			Map<String, Found> found) {
		if (stream.isEmpty()) {
			return;
		}
		Found judged = switch (stream.getFirst().event()) {
			case ApplicationReceived _ -> new Found(holder(stream), stream.getFirst().streamId(),
					CaseInspection.of(stream, calendar, today), stream);
			case InformationDrafted e -> new Found(e.agency(), stream.getFirst().streamId(),
					DisclosureInspection.of(stream, calendar, today), stream);
			default -> null;
		};
		if (judged != null && !judged.departures().isEmpty()) {
			found.put(judged.stream(), judged);
		}
	}

	private static String holder(List<Recorded<Event>> stream) {
		Set<Long> struck = new LinkedHashSet<>();
		stream.forEach((recorded) -> {
			if (recorded.event() instanceof EntryStruck e) {
				struck.add(e.struckSequence());
			}
		});
		String agency = ((ApplicationReceived) stream.getFirst().event()).agency();
		for (Recorded<Event> recorded : stream) {
			if (recorded.event() instanceof ApplicationTransferred e && !struck.contains(recorded.sequence())) {
				agency = e.toAgency();
			}
		}
		return agency;
	}

}
