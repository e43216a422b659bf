package org.gongkai.command;

import java.util.List;

/// What an accepted command left behind.
///
/// @param stream the case, agency or calendar
/// @param version the place of the last event within the stream, from 0
/// @param events the names of the new events, in order
public record Receipt(String stream, long version, List<String> events) {

	public Receipt {
		events = List.copyOf(events);
	}

}
