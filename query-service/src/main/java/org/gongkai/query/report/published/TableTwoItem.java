package org.gongkai.query.report.published;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The rows of table two (表二), of the forms of 2019 and 2021.
enum TableTwoItem {

	/// 规章.
	REGULATIONS("regulations", "规章", "20(1) 规章"),
	/// 行政规范性文件.
	NORMATIVE_DOCUMENTS("normative_documents", "行政规范性文件", "规范性文件"),
	/// 行政许可.
	LICENCES("licences", "行政许可"),
	/// 其他对外管理服务事项: form of 2019.
	OTHER_SERVICES("other_services", "其他对外管理服务事项"),
	/// 行政处罚.
	PENALTIES("penalties", "行政处罚"),
	/// 行政强制.
	COERCIONS("coercions", "行政强制"),
	/// 行政事业性收费.
	FEES("fees", "行政事业性收费"),
	/// 政府集中采购: form of 2019.
	PROCUREMENT("procurement", "政府集中采购");

	private final String wireName;

	private final List<String> labels;

	TableTwoItem(String wireName, String... labels) {
		this.wireName = wireName;
		this.labels = List.of(labels);
	}

	String wireName() {
		return this.wireName;
	}

	String label() {
		return this.labels.getFirst();
	}

	/// The item of a printed label; empty for words that are none.
	static Optional<TableTwoItem> labelled(String printed) {
		String words = Words.bare(printed);
		return Stream.of(values())
			.filter((item) -> item.labels.stream().map(Words::bare).anyMatch(words::equals))
			.findFirst();
	}

	/// The item of a label whose end may stand on the next line.
	static Optional<TableTwoItem> begun(String printed) {
		String words = Words.bare(printed);
		return labelled(printed).or(() -> (words.length() < 5) ? Optional.empty()
				: Stream.of(values()).filter((item) -> item.label().startsWith(words)).findFirst());
	}

	/// The item of a name on the wire or of a label behind its article: `20(1) 规章`.
	static Optional<TableTwoItem> named(String name) {
		return Stream.of(values())
			.filter((item) -> item.wireName.equals(name))
			.findFirst()
			.or(() -> labelled(name.replaceFirst("^20\\(\\d\\)\\s*", "")));
	}

}
