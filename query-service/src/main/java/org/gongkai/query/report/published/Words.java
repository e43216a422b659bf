package org.gongkai.query.report.published;

import java.text.Normalizer;

/// Makes printed words comparable: published reports differ in width, spacing and punctuation.
final class Words {

	private Words() {
	}

	/// Full-width forms become half-width, and every blank is removed.
	static String close(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC)
			.replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Cc}\\uE000-\\uF8FF]+", "");
	}

	/// Only letters and digits: labels are compared without punctuation.
	static String bare(String text) {
		return close(text).replaceAll("[^\\p{L}\\p{N}]+", "");
	}

}
