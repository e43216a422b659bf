package org.gongkai.command.application;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// Looks decisions on disputes up in the log, as they stand now.
public interface Rulings {

	/// @return null when no dispute has this id, or its record was struck
	@Nullable Ruling find(String disputeId);

	/// Where a dispute stands.
	///
	/// @param applicationId the application it is about, if any
	/// @param concludedOn the day of the decision; null while it is pending
	/// @param ordersRedecision whether the decision obliges the office to answer again
	record Ruling(@Nullable String applicationId, @Nullable LocalDate concludedOn, boolean ordersRedecision) {
	}

}
