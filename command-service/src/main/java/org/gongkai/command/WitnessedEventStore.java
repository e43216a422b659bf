package org.gongkai.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/// The event store, which within a transaction notes what it will record at the end of it, and reads what is stored of a
/// stream once. Another node that adds to a stream meanwhile is found out when this transaction adds to it too.
final class WitnessedEventStore extends EmbeddedEventStore {

	private static final String NOTES = WitnessedEventStore.class.getName();

	private WitnessedEventStore(Builder builder) {
		super(builder);
	}

	/// What one transaction knows.
	///
	/// @param noted its own events so far
	/// @param streams its own events by stream
	/// @param stored what was stored of a stream when it was first read
	private record Notes(List<DomainEventMessage<?>> noted, Map<String, List<DomainEventMessage<?>>> streams,
			Map<String, List<DomainEventMessage<?>>> stored) {
	}

	static WitnessedEventStore over(EventStorageEngine engine) {
		return new WitnessedEventStore(builder().storageEngine(engine));
	}

	/// The events of the present transaction so far.
	static List<DomainEventMessage<?>> noted() {
		return notes().noted();
	}

	@Override
	public void publish(List<? extends EventMessage<?>> events) {
		for (EventMessage<?> event : events) {
			if (event instanceof DomainEventMessage<?> domainEvent) {
				Notes notes = notes();
				notes.noted().add(domainEvent);
				notes.streams()
					.computeIfAbsent(domainEvent.getAggregateIdentifier(), (_) -> new ArrayList<>())
					.add(domainEvent);
			}
		}
		super.publish(events);
	}

	@Override
	public DomainEventStream readEvents(String streamId) {
		if (!CurrentUnitOfWork.isStarted()) {
			return super.readEvents(streamId);
		}
		Notes notes = notes();
		List<DomainEventMessage<?>> events = new ArrayList<>(
				notes.stored().computeIfAbsent(streamId, this::readStored));
		events.addAll(notes.streams().getOrDefault(streamId, List.of()));
		return DomainEventStream.of(events);
	}

	private List<DomainEventMessage<?>> readStored(String streamId) {
		List<DomainEventMessage<?>> events = new ArrayList<>();
		storageEngine().readEvents(streamId).forEachRemaining(events::add);
		return events;
	}

	private static Notes notes() {
		return CurrentUnitOfWork.get()
			.root()
			.getOrComputeResource(NOTES, (_) -> new Notes(new ArrayList<>(), new HashMap<>(), new HashMap<>()));
	}

}
