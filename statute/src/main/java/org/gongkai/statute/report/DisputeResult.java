package org.gongkai.statute.report;

import java.util.Locale;
import java.util.stream.Stream;

import org.gongkai.events.review.DisputeOutcome;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// The five cells of each block of table four, in the order of the form.
public enum DisputeResult {

	/// 结果维持.
	UPHELD("结果维持"),
	/// 结果纠正.
	CORRECTED("结果纠正"),
	/// 其他结果.
	OTHER("其他结果"),
	/// 尚未审结: without a decision or judgment on 31 December.
	PENDING("尚未审结"),
	/// 总计, the sum of the four.
	TOTAL("总计");

	private final String label;

	DisputeResult(String label) {
		this.label = label;
	}

	/// The heading on the form.
	public String label() {
		return this.label;
	}

	/// The cell of a decided dispute.
	public static DisputeResult of(DisputeOutcome outcome) {
		return valueOf(outcome.name());
	}

	/// The name on the wire: `upheld`.
	public String jsonName() {
		return name().toLowerCase(Locale.ROOT);
	}

	/// The cell of a name on the wire.
	/// @throws Refused with [Rule#UNKNOWN_CELL]
	public static DisputeResult ofJson(String name) {
		return Stream.of(values())
			.filter((result) -> result.jsonName().equals(name))
			.findFirst()
			.orElseThrow(() -> new Refused(Rule.UNKNOWN_CELL, "table four has no such cell"));
	}

}
