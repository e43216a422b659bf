package org.gongkai.command.application;

import java.time.LocalDate;
import java.util.List;

import org.gongkai.events.application.Outcome;
import org.jspecify.annotations.Nullable;

/// Looks applications up in the log, as they stand now.
public interface Cases {

	/// @return null when no application has this number
	@Nullable Case status(ApplicationId id);

	/// An application as others see it.
	///
	/// @param agency code of the agency that has it
	/// @param receivedOn the day that counts (article 31)
	/// @param replies its conclusions in their order: the first, and those ordered by
	/// decisions on disputes
	/// @param isVoid whether its record was struck
	record Case(String agency, LocalDate receivedOn, List<Reply> replies, boolean isVoid) {

		public Case {
			replies = List.copyOf(replies);
		}

	}

	/// One conclusion of an application.
	///
	/// @param outcome what it was
	/// @param on the day of decision or closing
	/// @param deliveredOn the day that counts as the delivery; null if none is recorded
	record Reply(Outcome outcome, LocalDate on, @Nullable LocalDate deliveredOn) {
	}

}
