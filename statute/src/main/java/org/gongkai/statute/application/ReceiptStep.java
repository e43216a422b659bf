package org.gongkai.statute.application;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// What one recorded fact did to the reply clock.
///
/// @param sequence the place of its event within the case, from 0
/// @param kind what happened
/// @param on the day it happened
/// @param effect what it did to the clock
/// @param dueOn the due date as it stood after it; null where no term ran
/// @param article where this stands
/// @param zh the effect in Chinese
/// @param en the effect in English
public record ReceiptStep(long sequence, ClockFact.Kind kind, LocalDate on, StepEffect effect,
		@Nullable LocalDate dueOn, String article, String zh, String en) {
}
