package org.gongkai.statute.report;

import java.util.Locale;
import java.util.stream.Stream;

import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// The rows of table two, of both forms, in their order.
public enum TableTwoRow {

	/// 规章.
	REGULATIONS("规章", null, null),
	/// 行政规范性文件; 规范性文件 on the form of 2019.
	NORMATIVE_DOCUMENTS("行政规范性文件", null, null),
	/// 行政许可.
	LICENCES("行政许可", TallyItem.LICENCES, TallyItem.LICENCE_ITEMS),
	/// 其他对外管理服务事项: form of 2019.
	OTHER_SERVICES("其他对外管理服务事项", TallyItem.OTHER_SERVICES, TallyItem.OTHER_SERVICE_ITEMS),
	/// 行政处罚.
	PENALTIES("行政处罚", TallyItem.PENALTIES, TallyItem.PENALTY_ITEMS),
	/// 行政强制.
	COERCIONS("行政强制", TallyItem.COERCIONS, TallyItem.COERCION_ITEMS),
	/// 行政事业性收费.
	FEES("行政事业性收费", null, TallyItem.FEE_ITEMS),
	/// 政府集中采购: form of 2019.
	PROCUREMENT("政府集中采购", null, null);

	private final String label;

	private final @Nullable TallyItem decisions;

	private final @Nullable TallyItem items;

	TableTwoRow(String label, @Nullable TallyItem decisions, @Nullable TallyItem items) {
		this.label = label;
		this.decisions = decisions;
		this.items = items;
	}

	/// The words on the form that has it, on the later one if both have.
	public String label() {
		return this.label;
	}

	/// The documents counted in this row; null for a row of tallies.
	public @Nullable DocumentKind documentKind() {
		return switch (this) {
			case REGULATIONS -> DocumentKind.REGULATION;
			case NORMATIVE_DOCUMENTS -> DocumentKind.NORMATIVE_DOCUMENT;
			case LICENCES, OTHER_SERVICES, PENALTIES, COERCIONS, FEES, PROCUREMENT -> null;
		};
	}

	/// The tallies counted in this row under a column; null where it counts none.
	public @Nullable TallyItem tallyItem(TableTwoColumn column) {
		return switch (column) {
			case MADE, REPEALED, IN_FORCE, NEWLY_MADE, NEWLY_PUBLISHED, PUBLISHED_TOTAL -> null;
			case LAST_YEAR_ITEMS, CHANGE -> this.items;
			case DECISIONS -> this.decisions;
			case AMOUNT_WAN_YUAN -> TallyItem.FEES;
			case ITEMS -> TallyItem.PROCUREMENTS;
			case AMOUNT -> TallyItem.PROCUREMENT_AMOUNT;
		};
	}

	/// The row of a kind of documents.
	public static TableTwoRow of(DocumentKind kind) {
		return switch (kind) {
			case REGULATION -> REGULATIONS;
			case NORMATIVE_DOCUMENT -> NORMATIVE_DOCUMENTS;
		};
	}

	/// The row of a name on the wire.
	/// @throws Refused `unknown-cell`
	public static TableTwoRow ofJson(String name) {
		return Stream.of(values())
			.filter((row) -> row.jsonName().equals(name))
			.findFirst()
			.orElseThrow(() -> new Refused(Rule.UNKNOWN_CELL, "table two has no such row"));
	}

	/// The name on the wire: `normative_documents`.
	public String jsonName() {
		return name().toLowerCase(Locale.ROOT);
	}

}
