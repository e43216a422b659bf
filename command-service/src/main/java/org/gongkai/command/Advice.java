package org.gongkai.command;

import java.util.List;

import org.gongkai.statute.Warning;

/// What an aggregate says about a command that it accepted all the same.
///
/// @param warnings in the order of their rules
public record Advice(List<Warning> warnings) {

	public Advice {
		warnings = List.copyOf(warnings);
	}

}
