package org.gongkai.statute.application;

import java.time.LocalDate;

import org.gongkai.statute.calendar.DayKind;
import org.jspecify.annotations.Nullable;

/// One day of a deadline receipt.
///
/// @param day the calendar day
/// @param kind what the day is to the working calendar
/// @param effect what it is to the reply clock
/// @param counted its number among the counted days of the term, from 1; null if it is not counted
/// @param of length of the term in working days; null if the day is not counted
/// @param article where this stands
/// @param zh the reason in Chinese
/// @param en the reason in English
public record ReceiptDay(LocalDate day, DayKind kind, DayEffect effect, @Nullable Integer counted, @Nullable Integer of,
		String article, String zh, String en) {
}
