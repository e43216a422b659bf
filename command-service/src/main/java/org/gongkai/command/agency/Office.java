package org.gongkai.command.agency;

import java.time.LocalDate;
import java.util.Objects;

import org.gongkai.events.agency.AgencyClosed;
import org.gongkai.events.agency.AgencyEvent;
import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.AgencyRegistered;
import org.gongkai.events.agency.AgencyRenamed;
import org.gongkai.events.agency.AgencyReparented;
import org.gongkai.events.agency.DisputeCountingChosen;
import org.gongkai.events.agency.LedgerOpened;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// An agency as the log has it.
public sealed interface Office {

	/// No agency has this code.
	record None(String code) implements Office {
	}

	/// @param parent code of the agency responsible for it
	/// @param ledgerOpenedOn the first day of complete records; null when they are
	/// complete from the start
	/// @param closedOn its last day
	record Registered(String code, String name, AgencyKind kind, @Nullable String parent, LocalDate registeredOn,
			@Nullable LocalDate ledgerOpenedOn, @Nullable LocalDate closedOn) implements Office {

		/// Whether it takes applications on a day.
		public boolean isOpenOn(LocalDate day) {
			LocalDate last = this.closedOn;
			return !day.isBefore(this.registeredOn) && (last == null || !day.isAfter(last));
		}

		/// Whether this is a body within an organ, which has no applications of its own
		/// right (article 27).
		public boolean isBodyWithin() {
			return this.kind == AgencyKind.INTERNAL_BODY || this.kind == AgencyKind.DISPATCHED_BODY;
		}

		/// Whether a case may be handed from the one to the other: bodies within an organ
		/// are the organ's (article 27).
		public boolean isOfOneOrganWith(Registered other) {
			return isBodyWithin() && other.code.equals(this.parent)
					|| other.isBodyWithin() && this.code.equals(other.parent) || isBodyWithin() && other.isBodyWithin()
							&& !this.code.equals(other.code) && Objects.equals(this.parent, other.parent);
		}

	}

	/// @throws Refused `unknown-agency`
	default Registered registered() {
		return switch (this) {
			case None(var code) -> throw new Refused(Rule.UNKNOWN_AGENCY, "no agency is registered as " + code);
			case Registered office -> office;
		};
	}

	/// The agency after an event of its stream.
	static Office evolve(Office office, AgencyEvent event) {
		return switch (event) {
			case AgencyRegistered e ->
				new Registered(e.code(), e.name(), e.kind(), e.parent(), e.registeredOn(), null, null);
			case AgencyRenamed e -> {
				Registered was = office.registered();
				yield new Registered(was.code(), e.name(), was.kind(), was.parent(), was.registeredOn(),
						was.ledgerOpenedOn(), was.closedOn());
			}
			case DisputeCountingChosen _ -> office;
			case AgencyReparented e -> {
				Registered was = office.registered();
				yield new Registered(was.code(), was.name(), was.kind(), e.parent(), was.registeredOn(),
						was.ledgerOpenedOn(), was.closedOn());
			}
			case LedgerOpened e -> {
				Registered was = office.registered();
				yield new Registered(was.code(), was.name(), was.kind(), was.parent(), was.registeredOn(), e.openedOn(),
						was.closedOn());
			}
			case AgencyClosed e -> {
				Registered was = office.registered();
				yield new Registered(was.code(), was.name(), was.kind(), was.parent(), was.registeredOn(),
						was.ledgerOpenedOn(), e.closedOn());
			}
		};
	}

}
