package org.gongkai.command.disclosure;

import java.util.Objects;

import org.gongkai.events.disclosure.TallyEvent;
import org.gongkai.events.disclosure.TallyRecorded;
import org.gongkai.events.disclosure.TallyRectified;
import org.gongkai.events.disclosure.TallyStruck;

/// Where a tally stands: unknown, standing, or struck as an entry that should never have been made.
public sealed interface TallyState {

	/// Nothing has this number yet.
	record None() implements TallyState {
	}

	/// It counts.
	record Standing(String id, String agency, Count count) implements TallyState {

		Standing rectified(TallyRectified e) {
			return new Standing(this.id, this.agency,
					new Count(this.count.item(), Objects.requireNonNullElse(e.from(), this.count.from()),
							Objects.requireNonNullElse(e.to(), this.count.to()),
							(e.count() != null) ? e.count() : this.count.count(),
							(e.amountWanYuan() != null) ? e.amountWanYuan() : this.count.amountWanYuan()));
		}

	}

	/// The number stays used.
	record Struck() implements TallyState {
	}

	/// What an event makes of it.
	default TallyState evolve(TallyEvent event) {
		return switch (event) {
			case TallyRecorded e -> new Standing(e.tallyId(), e.agency(),
					new Count(e.item(), e.from(), e.to(), e.count(), e.amountWanYuan()));
			case TallyRectified e -> switch (this) {
				case Standing standing -> standing.rectified(e);
				case None _, Struck _ -> throw new IllegalStateException(
						"the log of " + e.tallyId() + " rectifies a tally that does not stand");
			};
			case TallyStruck _ -> new Struck();
		};
	}

}
