package org.gongkai.query.report.published;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Makes printed words comparable: published reports differ in width, spacing and punctuation.
final class Words {

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Cc}\\uE000-\\uF8FF]+");

	private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");

	private Words() {
	}

	/// Full-width forms become half-width, and every blank is removed.
	static String close(String text) {
		return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
	}

	/// Only letters and digits: labels are compared without punctuation.
	static String bare(String text) {
		return PUNCTUATION.matcher(close(text)).replaceAll("");
	}

}
