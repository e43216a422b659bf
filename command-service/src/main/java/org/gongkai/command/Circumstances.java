package org.gongkai.command;

import java.util.HashMap;
import java.util.Map;

import org.gongkai.events.Metadata;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// Who acts, and by which way. Kept beside every event.
///
/// @param actor who acts
/// @param via the way the command comes: `http`, `import`
/// @param more further circumstances by their [Metadata] key
public record Circumstances(String actor, String via, Map<String, String> more) {

	/// @throws Refused `actor-missing`, or `too-long`
	public Circumstances {
		if (actor.isBlank()) {
			throw new Refused(Rule.ACTOR_MISSING, "who acts is not told");
		}
		Field.name("actor", actor, true);
		actor = actor.strip();
		more = Map.copyOf(more);
	}

	/// Someone acting by a way without anything else to tell.
	public static Circumstances of(String actor, String via) {
		return new Circumstances(actor, via, Map.of());
	}

	/// The same, with the reason for changing what is published.
	/// @throws Refused `too-long`
	public Circumstances because(String reason) {
		Field.text("reason", reason, true);
		return with(Map.of(Metadata.REASON, reason.strip()));
	}

	/// The same, with further circumstances.
	/// @param others by their [Metadata] key
	public Circumstances with(Map<String, String> others) {
		Map<String, String> all = new HashMap<>(this.more);
		all.putAll(others);
		return new Circumstances(this.actor, this.via, all);
	}

	boolean tellsReason() {
		return this.more.containsKey(Metadata.REASON);
	}

	Map<String, String> metadata() {
		Map<String, String> all = new HashMap<>(this.more);
		all.put(Metadata.ACTOR, this.actor);
		all.put(Metadata.VIA, this.via);
		return all;
	}

}
