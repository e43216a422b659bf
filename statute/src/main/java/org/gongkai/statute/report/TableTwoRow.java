package org.gongkai.statute.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// The rows of table two, in the order of the form of 2021.
public enum TableTwoRow {

	/// 规章.
	REGULATIONS("规章", Block.ARTICLE_20_1),
	/// 行政规范性文件.
	NORMATIVE_DOCUMENTS("行政规范性文件", Block.ARTICLE_20_1),
	/// 行政许可.
	LICENCES("行政许可", Block.ARTICLE_20_5),
	/// 行政处罚.
	PENALTIES("行政处罚", Block.ARTICLE_20_6),
	/// 行政强制.
	COERCIONS("行政强制", Block.ARTICLE_20_6),
	/// 行政事业性收费.
	FEES("行政事业性收费", Block.ARTICLE_20_8);

	private final String label;

	private final Block block;

	TableTwoRow(String label, Block block) {
		this.label = label;
		this.block = block;
	}

	/// The words on the form.
	public String label() {
		return this.label;
	}

	/// The part of the table it stands in.
	public Block block() {
		return this.block;
	}

	/// The columns it has, in the order of the form.
	public List<TableTwoColumn> columns() {
		return this.block.columns();
	}

	/// @throws Refused `unknown-cell`
	void require(TableTwoColumn column) {
		if (!columns().contains(column)) {
			throw new Refused(Rule.UNKNOWN_CELL, "the row " + jsonName() + " of table two has no such column");
		}
	}

	/// The documents counted in this row; null for a row of tallies.
	public @Nullable DocumentKind documentKind() {
		return switch (this) {
			case REGULATIONS -> DocumentKind.REGULATION;
			case NORMATIVE_DOCUMENTS -> DocumentKind.NORMATIVE_DOCUMENT;
			case LICENCES, PENALTIES, COERCIONS, FEES -> null;
		};
	}

	/// The tallies counted in this row; null for a row of documents.
	public @Nullable TallyItem tallyItem() {
		return switch (this) {
			case REGULATIONS, NORMATIVE_DOCUMENTS -> null;
			case LICENCES -> TallyItem.LICENCES;
			case PENALTIES -> TallyItem.PENALTIES;
			case COERCIONS -> TallyItem.COERCIONS;
			case FEES -> TallyItem.FEES;
		};
	}

	/// The row of a kind of documents.
	public static TableTwoRow of(DocumentKind kind) {
		return switch (kind) {
			case REGULATION -> REGULATIONS;
			case NORMATIVE_DOCUMENT -> NORMATIVE_DOCUMENTS;
		};
	}

	/// The row of tallies; null where they stand in no table.
	public static @Nullable TableTwoRow of(TallyItem item) {
		return Stream.of(values()).filter((row) -> row.tallyItem() == item).findFirst().orElse(null);
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

	/// 第二十条各项: the parts of the table, each with its own heads.
	public enum Block {

		/// 第（一）项.
		ARTICLE_20_1("第二十条第（一）项", TableTwoColumn.MADE, TableTwoColumn.REPEALED, TableTwoColumn.IN_FORCE),
		/// 第（五）项.
		ARTICLE_20_5("第二十条第（五）项", TableTwoColumn.DECISIONS),
		/// 第（六）项.
		ARTICLE_20_6("第二十条第（六）项", TableTwoColumn.DECISIONS),
		/// 第（八）项.
		ARTICLE_20_8("第二十条第（八）项", TableTwoColumn.AMOUNT_WAN_YUAN);

		private final String label;

		private final List<TableTwoColumn> columns;

		Block(String label, TableTwoColumn... columns) {
			this.label = label;
			this.columns = List.of(columns);
		}

		/// The head over the part.
		public String label() {
			return this.label;
		}

		/// Its columns, in the order of the form.
		public List<TableTwoColumn> columns() {
			return this.columns;
		}

		/// Its rows, in the order of the form.
		public List<TableTwoRow> rows() {
			return Stream.of(TableTwoRow.values()).filter((row) -> row.block() == this).toList();
		}

	}

}
