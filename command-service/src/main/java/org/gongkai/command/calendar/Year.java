package org.gongkai.command.calendar;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.gongkai.events.calendar.CalendarAnnounced;
import org.gongkai.statute.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/// The notices about one year's working days; the latest holds.
@AggregateRoot(type = "calendar")
public class Year {

	@AggregateIdentifier
	private @Nullable String id;

	/// For the framework, before the year's events are replayed.
	protected Year() {
	}

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
	void decide(AnnounceCalendar c) {
		CalendarAnnounced announced = new CalendarAnnounced(c.year(), c.daysOff(), c.makeUpDays(), c.source(),
				c.announcedOn());
		WorkingCalendar.check(announced);
		apply(announced);
	}

	@EventSourcingHandler
	void evolve(CalendarAnnounced event) {
		this.id = "calendar:" + event.year();
	}

}
