package org.gongkai.statute.report;

import java.util.stream.Stream;

import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// The columns of table two. Each part of the table has its own.
public enum TableTwoColumn {

	/// 本年制发件数.
	MADE("made", "本年制发件数"),
	/// 本年废止件数.
	REPEALED("repealed", "本年废止件数"),
	/// 现行有效件数.
	IN_FORCE("inForce", "现行有效件数"),
	/// 本年处理决定数量.
	DECISIONS("decisions", "本年处理决定数量"),
	/// 本年收费金额.
	AMOUNT_WAN_YUAN("amountWanYuan", "本年收费金额（单位：万元）");

	/// The head over the rows' words.
	public static final String CONTENT = "信息内容";

	private final String jsonName;

	private final String label;

	TableTwoColumn(String jsonName, String label) {
		this.jsonName = jsonName;
		this.label = label;
	}

	/// The heading on the form.
	public String label() {
		return this.label;
	}

	/// The name on the wire: `inForce`.
	public String jsonName() {
		return this.jsonName;
	}

	/// The column of a name on the wire.
	/// @throws Refused `unknown-cell`
	public static TableTwoColumn ofJson(String name) {
		return Stream.of(values())
			.filter((column) -> column.jsonName().equals(name))
			.findFirst()
			.orElseThrow(() -> new Refused(Rule.UNKNOWN_CELL, "table two has no such column"));
	}

}
