package org.gongkai.command;

import java.util.ArrayList;
import java.util.List;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// The event store, which notes within a transaction what it will record at the end of it.
final class WitnessedEventStore extends EmbeddedEventStore {

	private static final String NOTED = WitnessedEventStore.class.getName();

	private WitnessedEventStore(Builder builder) {
		super(builder);
	}

	static WitnessedEventStore over(EventStorageEngine engine) {
		return new WitnessedEventStore(builder().storageEngine(engine));
	}

	/// The events of the present transaction so far.
	static List<DomainEventMessage<?>> noted() {
		UnitOfWork<?> root = CurrentUnitOfWork.get().root();
		return root.getOrComputeResource(NOTED, (_) -> new ArrayList<>());
	}

	@Override
	public void publish(List<? extends EventMessage<?>> events) {
		for (EventMessage<?> event : events) {
			if (event instanceof DomainEventMessage<?> domainEvent) {
				noted().add(domainEvent);
			}
		}
		super.publish(events);
	}

}
