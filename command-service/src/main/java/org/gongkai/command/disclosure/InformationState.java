package org.gongkai.command.disclosure;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

import org.gongkai.events.disclosure.InformationCorrected;
import org.gongkai.events.disclosure.InformationDrafted;
import org.gongkai.events.disclosure.InformationEvent;
import org.gongkai.events.disclosure.InformationPublished;
import org.gongkai.events.disclosure.InformationReviewed;
import org.gongkai.events.disclosure.InformationStruck;
import org.gongkai.events.disclosure.InformationWithdrawn;
import org.gongkai.events.disclosure.PublicationChannel;
import org.gongkai.events.disclosure.ReviewResult;
import org.jspecify.annotations.Nullable;

/// Where a piece of information stands: unknown, drafted, allowed or withheld by review, published, withdrawn, or struck.
sealed interface InformationState {

	/// Nothing has this number yet.
	record None() implements InformationState {
	}

	/// Made and not reviewed; or taken down, so that a new review decides.
	///
	/// @param since the day of making or of taking down
	/// @param title the working title or the last published one
	record Draft(LocalDate since, @Nullable String title) implements InformationState {
	}

	/// Reviewed, and may be published.
	record Allowed(LocalDate reviewedOn, @Nullable String title) implements InformationState {
	}

	/// Reviewed, and kept back; a later review may decide otherwise (article 18).
	record Withheld(LocalDate reviewedOn, @Nullable String title) implements InformationState {
	}

	/// Public.
	///
	/// @param channels when it came out in each
	record Published(LocalDate reviewedOn, String title,
			Map<PublicationChannel, LocalDate> channels) implements InformationState {

		public Published {
			channels = Collections.unmodifiableMap(new EnumMap<>(channels));
		}

		LocalDate first() {
			return Collections.min(this.channels.values());
		}

		LocalDate last() {
			return Collections.max(this.channels.values());
		}

		Published in(PublicationChannel channel, LocalDate day, String title) {
			Map<PublicationChannel, LocalDate> all = new EnumMap<>(this.channels);
			all.put(channel, day);
			return new Published(this.reviewedOn, title, all);
		}

	}

	/// An entry that should never have been made; the number stays used.
	record Struck() implements InformationState {
	}

	/// What an event makes of it.
	default InformationState evolve(InformationEvent event) {
		return switch (event) {
			case InformationDrafted e -> new Draft(e.madeOn(), e.personal().text());
			case InformationReviewed e -> (e.result() == ReviewResult.PUBLISH)
					? new Allowed(e.reviewedOn(), workingTitle()) : new Withheld(e.reviewedOn(), workingTitle());
			case InformationPublished e -> switch (this) {
				case Allowed allowed ->
					new Published(allowed.reviewedOn(), e.title(), Map.of(e.channel(), e.publishedOn()));
				case Published published -> published.in(e.channel(), e.publishedOn(), e.title());
				case None _, Draft _, Withheld _, Struck _ ->
					throw new IllegalStateException("the log of " + e.informationId() + " publishes without a review");
			};
			case InformationCorrected _ -> this;
			case InformationWithdrawn e -> new Draft(e.withdrawnOn(), workingTitle());
			case InformationStruck _ -> new Struck();
		};
	}

	/// The title it goes by; null where none was told.
	default @Nullable String workingTitle() {
		return switch (this) {
			case Draft draft -> draft.title();
			case Allowed allowed -> allowed.title();
			case Withheld withheld -> withheld.title();
			case Published published -> published.title();
			case None _, Struck _ -> null;
		};
	}

}
