package org.gongkai.command;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import org.gongkai.access.Caller;
import org.gongkai.access.Callers;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.TextRule;
import org.jspecify.annotations.Nullable;

/// Reads the headers that say who acts and why. A header is ASCII, so a Chinese name comes percent-encoded.
public final class Actor {

	/// The header's name.
	public static final String HEADER = "Gongkai-Actor";

	/// The header that tells why something is recorded that changes a published number.
	public static final String REASON = "Gongkai-Reason";

	private Actor() {
	}

	/// Who acts by a way, and why if it is told. Only the owner of the data folder names
	/// himself; everybody else is who signed in.
	/// @param actor the header's content
	/// @throws Refused `actor-missing`, `too-long`, or `malformed` for a broken encoding
	public static Circumstances circumstances(@Nullable String actor, @Nullable String reason, String via) {
		Caller caller = Callers.current();
		Circumstances by = Circumstances.of(caller.isOperator() ? caller.named(of(actor)) : caller, via);
		return (reason == null) ? by : by.because(decoded(REASON, reason));
	}

	/// @throws Refused `actor-missing`, or `malformed` for a broken encoding
	public static String of(@Nullable String header) {
		if (header == null || header.isBlank()) {
			throw new Refused(Rule.ACTOR_MISSING, "the header " + HEADER + " tells who acts, percent-encoded");
		}
		return decoded(HEADER, header);
	}

	/// The text of a header that is sent percent-encoded.
	/// @throws Refused `malformed` for a broken encoding
	private static String decoded(String name, String header) {
		try {
			// a plus sign is itself here, as everywhere but in forms
			return TextRule.read(name, URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException ex) {
			throw new Refused(Rule.MALFORMED, "the header " + name + " is not percent-encoded UTF-8");
		}
	}

}
