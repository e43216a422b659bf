package org.gongkai.query.report.published;

import java.util.Optional;
import java.util.stream.Stream;

/// The columns of table two (表二), of the forms of 2019 and 2021.
enum TableTwoColumn {

	/// 本年制发件数.
	MADE("made", "本年制发件数"),
	/// 本年废止件数.
	REPEALED("repealed", "本年废止件数"),
	/// 现行有效件数.
	IN_FORCE("inForce", "现行有效件数"),
	/// 本年处理决定数量; 处理决定数量 on the form of 2019.
	DECISIONS("decisions", "本年处理决定数量"),
	/// 本年收费金额, in 万元.
	AMOUNT("amountWanYuan", "本年收费金额"),
	/// 本年新制作数量: form of 2019.
	NEWLY_MADE("newlyMade", "本年新制作数量"),
	/// 本年新公开数量: form of 2019.
	NEWLY_PUBLISHED("newlyPublished", "本年新公开数量"),
	/// 对外公开总数量: form of 2019.
	PUBLISHED("publishedTotal", "对外公开总数量"),
	/// 上一年项目数量: form of 2019.
	ITEMS_LAST_YEAR("lastYearItems", "上一年项目数量"),
	/// 本年增/减: form of 2019.
	CHANGE("change", "本年增减"),
	/// 采购项目数量: form of 2019.
	PROCURED_ITEMS("items", "采购项目数量"),
	/// 采购总金额: form of 2019.
	PROCURED_AMOUNT("amount", "采购总金额");

	private final String wireName;

	private final String label;

	TableTwoColumn(String wireName, String label) {
		this.wireName = wireName;
		this.label = label;
	}

	String wireName() {
		return this.wireName;
	}

	String label() {
		return this.label;
	}

	/// Whether only the form of 2019 has it.
	boolean isOfFirstForm() {
		return compareTo(NEWLY_MADE) >= 0;
	}

	/// The column of a printed heading, which may be cut or have more words.
	static Optional<TableTwoColumn> headed(String printed) {
		String words = Words.bare(printed);
		return (words.length() < 4) ? Optional.empty()
				: Stream.of(values())
					.filter((column) -> words.startsWith(column.label) || column.label.startsWith(words))
					.findFirst()
					.or(() -> words.equals("处理决定数量") ? Optional.of(DECISIONS) : Optional.empty());
	}

	/// The column of a name on the wire or of a heading.
	static Optional<TableTwoColumn> named(String name) {
		return Stream.of(values()).filter((column) -> column.wireName.equals(name)).findFirst().or(() -> headed(name));
	}

}
