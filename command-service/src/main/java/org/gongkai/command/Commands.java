package org.gongkai.command;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

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
import org.gongkai.access.Spellings;
import org.gongkai.command.agency.AgencyCommand;
import org.gongkai.command.audit.FindingCommand;
import org.gongkai.command.disclosure.DocumentCommand;
import org.gongkai.command.disclosure.InformationCommand;
import org.gongkai.command.disclosure.TallyCommand;
import org.gongkai.command.report.PublishedReports;
import org.gongkai.command.report.ReportCommand;
import org.gongkai.command.review.DisputeCommand;
import org.gongkai.events.Erasure;
import org.gongkai.events.Event;
import org.gongkai.events.EventCatalog;
import org.gongkai.log.personal.PersonalErased;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.Warning;

/// The one door to the aggregates, for HTTP and imports alike. What is done together is one database transaction: all of
/// it is recorded, or nothing.
public final class Commands {

	private static final int TRIES = 5;

	private final CommandBus bus;

	private final EventStore store;

	private final TransactionManager transactions;

	private final Clock clock;

	private final PublishedReports published;

	private final Erasures erasures;

	private final Warrant warrant;

	private final Runnable onRecorded;

	private final Spellings spellings;

	/// @param onRecorded called after a transaction with events was committed
	Commands(CommandBus bus, EventStore store, TransactionManager transactions, Clock clock, PublishedReports published,
			Erasures erasures, Warrant warrant, Runnable onRecorded, Spellings spellings) {
		this.spellings = spellings;
		this.bus = bus;
		this.store = store;
		this.transactions = transactions;
		this.clock = clock;
		this.published = published;
		this.erasures = erasures;
		this.warrant = warrant;
		this.onRecorded = onRecorded;
	}

	/// What can be done within a transaction.
	public interface Door {

		/// @throws Refused where who acts may not do it: `not-allowed`, or not alone
		void require(Command command);

		/// By the table of rights alone, before anything of a record is read that the
		/// command would be about.
		/// @throws Refused `not-allowed`
		void requireAllowed(Class<? extends Command> type, String agency);

		/// @throws Refused when a rule is broken
		Receipt handle(Command command);

		/// Does several things that are one act in circumstances of its own, as one row
		/// of a file. What they change together of what is published is judged at their
		/// end.
		/// @throws Refused `changes-published` where no reason is told for it
		<T> T asOne(Circumstances by, Function<Door, T> work);

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

	/// Whether who acts may do it by the table of rights. What depends on the record, as
	/// who drafted it, is judged when it is done.
	/// @throws Refused `not-allowed`
	void requireAllowed(Command command, Circumstances by) {
		this.warrant.requireAllowed(command, by);
	}

	/// Does several things in one transaction; an exception from the work takes all of it
	/// back.
	public <T> T together(Circumstances by, Function<Door, T> work) {
		for (int attempt = 1;; attempt++) {
			try {
				return transaction(() -> asOne(by, work), true);
			}
			catch (PersonalErased ex) {
				throw new Refused(Rule.ALREADY_ERASED, "the personal data of this record was erased", "personal");
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
		return transaction(() -> asOne(by, work), false);
	}

	/// Judges one thing, takes it back, and tells which published numbers it would
	/// change.
	/// @throws Refused when a rule is broken, other than the one that asks for a reason
	public List<PublishedReports.Change> preview(Command command, Circumstances by) {
		return transaction(() -> this.published.changes(this.published.effects(execute(command, by).events())), false);
	}

	/// Judges one thing within [#together] if the stream stands where the caller saw it.
	/// @throws Refused `version-conflict`
	public Receipt handleIfSeen(Door door, Command command, long seen) {
		door.require(command);
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

	private <T> T transaction(Supplier<T> work, boolean keep) {
		UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("transaction"));
		boolean recorded;
		boolean erased;
		T result;
		try {
			unit.attachTransaction(this.transactions);
			result = work.get();
			recorded = !WitnessedEventStore.noted().isEmpty();
			erased = WitnessedEventStore.noted().stream().anyMatch((event) -> event.getPayload() instanceof Erasure);
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
		if (erased) {
			this.erasures.completeEventually();
		}
		return result;
	}

	/// What is published stays what it was; who changes what it would be today says why.
	private <T> T asOne(Circumstances by, Function<Door, T> work) {
		Act act = new Act(by);
		T result = work.apply(act);
		if (!by.tellsReason()) {
			List<PublishedReports.Effect> effects = this.published.effects(act.events);
			if (!effects.isEmpty()) {
				throw PublishedReports.refusal(this.published.changes(effects));
			}
		}
		return result;
	}

	/// Things that are done together by one, and what they left so far.
	private final class Act implements Door {

		private final Circumstances by;

		private final List<DomainEventMessage<?>> events = new ArrayList<>();

		Act(Circumstances by) {
			this.by = by;
		}

		@Override
		public void require(Command command) {
			Commands.this.warrant.require(command, this.by);
		}

		@Override
		public void requireAllowed(Class<? extends Command> type, String agency) {
			Commands.this.warrant.requireAllowed(type, agency, this.by);
		}

		@Override
		public Receipt handle(Command command) {
			for (Command also : Commands.this.erasures.before(command)) {
				this.events.addAll(execute(also, this.by).events());
			}
			Done done = execute(command, this.by);
			this.events.addAll(done.events());
			return done.receipt(command.streamId());
		}

		@Override
		public <T> T asOne(Circumstances others, Function<Door, T> work) {
			return Commands.this.asOne(others, work);
		}

	}

	private Done execute(Command command, Circumstances by) {
		this.warrant.require(command, by);
		BusinessDays.notAfter(LocalDate.now(this.clock), command);
		if (this.spellings.isSpeltOtherwise(command.streamId())) {
			throw new Refused(Rule.NUMBER_SPELT_ALIKE, "the number is recorded in another form of Unicode");
		}
		int before = WitnessedEventStore.noted().size();
		FutureCallback<Command, Object> outcome = new FutureCallback<>();
		CommandMessage<Command> message = new GenericCommandMessage<>(command, by.metadata());
		this.bus.dispatch(message, outcome);
		CommandResultMessage<?> result = outcome.getResult();
		if (result.isExceptional()) {
			throw failure(result.exceptionResult(), command);
		}
		List<DomainEventMessage<?>> all = WitnessedEventStore.noted();
		return new Done(List.copyOf(all.subList(before, all.size())),
				(result.getPayload() instanceof Advice advice) ? advice.warnings() : List.of());
	}

	/// What a command left in the present transaction.
	private record Done(List<DomainEventMessage<?>> events, List<Warning> warnings) {

		Receipt receipt(String stream) {
			return new Receipt(stream, this.events.getLast().getSequenceNumber(),
					this.events.stream()
						.map((event) -> EventCatalog.nameOf(event.getPayloadType().asSubclass(Event.class)))
						.toList(),
					this.warnings);
		}

	}

	private static RuntimeException failure(Throwable failure, Command command) {
		return switch (failure) {
			case AggregateNotFoundException _ -> switch (command) {
				case AgencyCommand _ -> new Refused(Rule.UNKNOWN_AGENCY, "no agency has this code");
				case DisputeCommand _ -> new Refused(Rule.UNKNOWN_DISPUTE, "no dispute has this id");
				case InformationCommand _, DocumentCommand _, TallyCommand _ ->
					new Refused(Rule.UNKNOWN_DISCLOSURE, "nothing is recorded under this number");
				case ReportCommand _ -> new Refused(Rule.UNKNOWN_REPORT, "nobody opened this report");
				case FindingCommand _ -> new Refused(Rule.UNKNOWN_FINDING, "nobody took this finding up");
				default -> new Refused(Rule.UNKNOWN_APPLICATION, "no application has this number");
			};
			case RuntimeException ex -> ex;
			default -> new IllegalStateException(failure);
		};
	}

}
