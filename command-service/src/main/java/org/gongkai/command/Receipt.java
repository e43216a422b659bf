package org.gongkai.command;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.gongkai.statute.Warning;
import org.jspecify.annotations.Nullable;

/// What an accepted command left behind.
///
/// @param stream the case, dispute, agency or calendar
/// @param version the place of the last event within the stream, from 0
/// @param events the names of the new events, in order
/// @param warnings what was recorded and yet looks wrong in law; left out when there is nothing
public record Receipt(String stream, long version, List<String> events,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<Warning> warnings) {

	public Receipt {
		events = List.copyOf(events);
		warnings = (warnings == null) ? List.of() : List.copyOf(warnings);
	}

}
