package org.gongkai.access;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.gongkai.statute.Refused;
import org.gongkai.statute.TextRule;

/// Finds records whose number is not in NFC. Earlier builds stored numbers as they came, and what is stored is never changed:
/// an id in NFC, in NFD or as it was stored leads to the one record. Asks the log only about the few ids that have another form.
public final class Spellings {

	private static final int LONGEST_ID = 500;

	private static final Pattern FINDING = Pattern.compile("[a-z-]{1,64}:(.+):\\d{1,9}");

	private static final List<String> KINDS = List.of("", "document:", "information:", "tally:");

	private final Predicate<String> isStream;

	/// @param isStream whether the log has a stream of this id
	public Spellings(Predicate<String> isStream) {
		this.isStream = isStream;
	}

	/// A text by the rule for all text, and an id as its record is stored.
	/// @throws Refused as [TextRule#read(String, String)]
	public String read(String field, String text) {
		String read = TextRule.read(field, text);
		if (read.indexOf('/') < 0 || read.length() > LONGEST_ID || text.indexOf('\r') >= 0) {
			return read;
		}
		String decomposed = decomposed(read);
		if (decomposed.equals(read) && text.equals(read)) {
			return read;
		}
		return Stream.of(text, read, decomposed).distinct().filter(this::isStored).findFirst().orElse(read);
	}

	/// Whether a stream that is not there yet is there in another form.
	/// @param stream its id in NFC
	public boolean isSpeltOtherwise(String stream) {
		String decomposed = decomposed(stream);
		return !decomposed.equals(stream) && !this.isStream.test(stream) && this.isStream.test(decomposed);
	}

	private boolean isStored(String id) {
		Matcher finding = FINDING.matcher(id);
		return KINDS.stream().map((kind) -> kind + id).anyMatch(this.isStream)
				|| finding.matches() && this.isStream.test(finding.group(1));
	}

	private static String decomposed(String text) {
		return Normalizer.isNormalized(text, Form.NFD) ? text : Normalizer.normalize(text, Form.NFD);
	}

}
