package org.gongkai.events;

import java.time.Instant;
import java.util.Map;

/// An event as it stands in the log.
///
/// @param position dense position in the whole log, from 1; no number is left out
/// @param streamId the case, agency or calendar that the event belongs to
/// @param sequence the event's place within its stream, from 0
/// @param recordedAt the instant of recording by the recording node's clock
/// @param metadata who acted, by which way, and for an import its file and row
/// @param event what happened
public record Recorded<E extends Event>(long position, String streamId, long sequence, Instant recordedAt,
		Map<String, String> metadata, E event) {

	public Recorded {
		metadata = Map.copyOf(metadata);
	}

	/// Who acted: the name that the command was given with.
	public String actor() {
		return this.metadata.getOrDefault(Metadata.ACTOR, "");
	}

}
