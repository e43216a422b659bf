package org.gongkai.command;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.gongkai.command.agency.AgencyCommand;
import org.gongkai.command.disclosure.DocumentCommand;
import org.gongkai.command.disclosure.InformationCommand;
import org.gongkai.command.disclosure.TallyCommand;
import org.gongkai.command.review.DisputeCommand;
import org.gongkai.events.Event;
import org.gongkai.events.EventCatalog;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// The one door to the aggregates, for HTTP and imports alike. What is done together is one database transaction: all of
/// it is recorded, or nothing.
public final class Commands {

	private static final int TRIES = 5;

	private final CommandBus bus;

	private final EventStore store;

	private final TransactionManager transactions;

	private final Clock clock;

	private final Runnable onRecorded;

	/// @param onRecorded called after a transaction with events was committed
	Commands(CommandBus bus, EventStore store, TransactionManager transactions, Clock clock, Runnable onRecorded) {
		this.bus = bus;
		this.store = store;
		this.transactions = transactions;
		this.clock = clock;
		this.onRecorded = onRecorded;
	}

	/// One act within a transaction.
	public interface Door {

		/// @throws Refused when a rule is broken
		Receipt handle(Command command);

		/// Does it in circumstances of its own, as one row of a file.
		/// @throws Refused when a rule is broken
		Receipt handle(Command command, Circumstances by);

	}

	/// Does one thing.
	/// @throws Refused when a rule is broken; nothing was recorded
	public Receipt handle(Command command, Circumstances by) {
		return together(by, (door) -> door.handle(command));
	}

	/// Does one thing if the stream stands where the caller saw it.
	/// @param seen the version the caller saw
	/// @throws Refused `version-conflict` when something was added since
	public Receipt handle(Command command, Circumstances by, long seen) {
		return together(by, (door) -> handleIfSeen(door, command, seen));
	}

	/// Does several things in one transaction; an exception from the work takes all of it
	/// back.
	public <T> T together(Circumstances by, Function<Door, T> work) {
		for (int attempt = 1;; attempt++) {
			try {
				return transaction(by, work, true);
			}
			catch (ConcurrencyException | AggregateStreamCreationException ex) {
				// another node added to the stream at the same moment: decide again on
				// what it left
				if (attempt == TRIES) {
					throw new Refused(Rule.VERSION_CONFLICT, "others add to this record all the time");
				}
			}
		}
	}

	/// Judges several things as [#together] does, and takes all of it back.
	public <T> T rehearse(Circumstances by, Function<Door, T> work) {
		return transaction(by, work, false);
	}

	/// Judges one thing within [#together] if the stream stands where the caller saw it.
	/// @throws Refused `version-conflict`
	public Receipt handleIfSeen(Door door, Command command, long seen) {
		long last = this.store.lastSequenceNumberFor(command.streamId()).orElse(-1L);
		if (last != seen) {
			throw new Refused(Rule.VERSION_CONFLICT, "the record stands at version " + last + ", not " + seen);
		}
		Receipt receipt = door.handle(command);
		if (receipt.version() - receipt.events().size() != seen) {
			throw new Refused(Rule.VERSION_CONFLICT, "the record was added to meanwhile");
		}
		return receipt;
	}

	private <T> T transaction(Circumstances by, Function<Door, T> work, boolean keep) {
		UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("transaction"));
		boolean recorded;
		T result;
		try {
			unit.attachTransaction(this.transactions);
			result = work.apply(door(by));
			recorded = !WitnessedEventStore.noted().isEmpty();
		}
		catch (RuntimeException | Error ex) {
			unit.rollback(ex);
			throw ex;
		}
		if (!keep) {
			unit.rollback();
			return result;
		}
		unit.commit();
		if (recorded) {
			this.onRecorded.run();
		}
		return result;
	}

	private Door door(Circumstances of) {
		return new Door() {
			@Override
			public Receipt handle(Command command) {
				return one(command, of);
			}

			@Override
			public Receipt handle(Command command, Circumstances by) {
				return one(command, by);
			}
		};
	}

	private Receipt one(Command command, Circumstances by) {
		BusinessDays.notAfter(LocalDate.now(this.clock), command);
		int before = WitnessedEventStore.noted().size();
		FutureCallback<Command, Object> outcome = new FutureCallback<>();
		CommandMessage<Command> message = new GenericCommandMessage<>(command, by.metadata());
		this.bus.dispatch(message, outcome);
		CommandResultMessage<?> result = outcome.getResult();
		if (result.isExceptional()) {
			throw failure(result.exceptionResult(), command);
		}
		List<DomainEventMessage<?>> all = WitnessedEventStore.noted();
		List<DomainEventMessage<?>> own = all.subList(before, all.size());
		return new Receipt(command.streamId(), own.getLast().getSequenceNumber(),
				own.stream()
					.map((event) -> EventCatalog.nameOf(event.getPayloadType().asSubclass(Event.class)))
					.toList(),
				(result.getPayload() instanceof Advice advice) ? advice.warnings() : List.of());
	}

	private static RuntimeException failure(Throwable failure, Command command) {
		return switch (failure) {
			case AggregateNotFoundException _ -> switch (command) {
				case AgencyCommand _ -> new Refused(Rule.UNKNOWN_AGENCY, "no agency has this code");
				case DisputeCommand _ -> new Refused(Rule.UNKNOWN_DISPUTE, "no dispute has this id");
				case InformationCommand _, DocumentCommand _, TallyCommand _ ->
					new Refused(Rule.UNKNOWN_DISCLOSURE, "nothing is recorded under this number");
				default -> new Refused(Rule.UNKNOWN_APPLICATION, "no application has this number");
			};
			case RuntimeException ex -> ex;
			default -> new IllegalStateException(failure);
		};
	}

}
