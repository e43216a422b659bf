package org.gongkai.command;

import java.util.HashMap;
import java.util.Map;

import org.gongkai.access.Caller;
import org.gongkai.events.Metadata;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// Who acts, and by which way. Kept beside every event.
///
/// @param caller who acts, and what that one may do
/// @param via the way the command comes: `http`, `import`
/// @param more further circumstances by their [Metadata] key
public record Circumstances(Caller caller, String via, Map<String, String> more) {

	/// @throws Refused `actor-missing`, or `too-long`
	public Circumstances {
		if (caller.actor().isBlank()) {
			throw new Refused(Rule.ACTOR_MISSING, "who acts is not told");
		}
		if (caller.isOperator()) {
			// the name of an account was judged when it was opened, by the rule of that
			// day
			Field.name("actor", caller.actor(), true);
		}
		caller = caller.named(caller.actor().strip());
		more = Map.copyOf(more);
	}

	/// The owner of the data folder, or the product itself, acting in a name by a way.
	public static Circumstances of(String actor, String via) {
		return of(Caller.operator(actor), via);
	}

	/// Someone acting by a way without anything else to tell.
	public static Circumstances of(Caller caller, String via) {
		return new Circumstances(caller, via, Map.of());
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
		return new Circumstances(this.caller, this.via, all);
	}

	boolean tellsReason() {
		return this.more.containsKey(Metadata.REASON);
	}

	/// Why what is published may change; empty where no reason is given.
	String reason() {
		return this.more.getOrDefault(Metadata.REASON, "");
	}

	Map<String, String> metadata() {
		Map<String, String> all = new HashMap<>(this.more);
		all.put(Metadata.ACTOR, this.caller.actor());
		if (this.caller.account() != null) {
			all.put(Metadata.ACCOUNT, this.caller.account());
		}
		all.put(Metadata.VIA, this.via);
		return all;
	}

}
