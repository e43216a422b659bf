package org.gongkai.command.integration;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// How a register is taken.
///
/// @param historical whether rows of the past that lack their procedure dates are taken, and marked
/// @param opening 1 January on which the ledger opens, for a list of the cases open then; null for any other register
record RegisterOptions(boolean historical, @Nullable LocalDate opening) {
}
