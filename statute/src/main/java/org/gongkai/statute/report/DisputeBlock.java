package org.gongkai.statute.report;

import java.util.Locale;
import java.util.stream.Stream;

import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// The three blocks of table four, in the order of the form.
public enum DisputeBlock {

	/// 行政复议.
	REVIEW("行政复议"),
	/// 行政诉讼, 未经复议直接起诉.
	DIRECT("未经复议直接起诉"),
	/// 行政诉讼, 复议后起诉.
	AFTER_REVIEW("复议后起诉");

	/// 行政诉讼: the heading above the second and third block.
	public static final String LAWSUITS = "行政诉讼";

	private final String label;

	DisputeBlock(String label) {
		this.label = label;
	}

	/// The heading on the form.
	public String label() {
		return this.label;
	}

	/// Whether the block stands under 行政诉讼.
	public boolean isLawsuit() {
		return this != REVIEW;
	}

	/// The name on the wire: `after_review`.
	public String jsonName() {
		return name().toLowerCase(Locale.ROOT);
	}

	/// The block of a name on the wire.
	/// @throws Refused with [Rule#UNKNOWN_CELL]
	public static DisputeBlock ofJson(String name) {
		return Stream.of(values())
			.filter((block) -> block.jsonName().equals(name))
			.findFirst()
			.orElseThrow(() -> new Refused(Rule.UNKNOWN_CELL, "table four has no such block"));
	}

}
