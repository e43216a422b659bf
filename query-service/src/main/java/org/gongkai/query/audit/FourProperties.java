package org.gongkai.query.audit;

import java.util.ArrayList;
import java.util.List;

/// 四性检测: the report on a pack in the four properties that archives ask of an electronic record (DA/T 70—2018): authentic, whole,
/// usable, safe. What this system cannot check is told as not checked.
final class FourProperties {

	private final List<Item> items = new ArrayList<>();

	/// The four.
	enum Property {

		/// 真实性.
		AUTHENTIC("真实性", "authentic"),
		/// 完整性.
		WHOLE("完整性", "whole"),
		/// 可用性.
		USABLE("可用性", "usable"),
		/// 安全性.
		SAFE("安全性", "safe");

		private final String zh;

		private final String en;

		Property(String zh, String en) {
			this.zh = zh;
			this.en = en;
		}

		/// In Chinese.
		public String zh() {
			return this.zh;
		}

		/// In English.
		public String en() {
			return this.en;
		}

	}

	/// What came out.
	enum Result {

		/// 通过.
		PASSED("通过"),
		/// 不通过.
		FAILED("不通过"),
		/// 未检测: cannot be checked here, or there is nothing to check.
		NOT_CHECKED("未检测");

		private final String zh;

		Result(String zh) {
			this.zh = zh;
		}

		/// In Chinese.
		public String zh() {
			return this.zh;
		}

	}

	/// One check.
	///
	/// @param zh what was checked, in Chinese
	/// @param en the same in English
	/// @param detail numbers, or what is wrong
	record Item(Property property, String zh, String en, Result result, String detail) {
	}

	/// The whole report.
	///
	/// @param passed whether nothing failed
	record Report(String format, String basis, boolean passed, List<Item> items) {
	}

	void check(Property property, String zh, String en, boolean passed, String detail) {
		this.items.add(new Item(property, zh, en, passed ? Result.PASSED : Result.FAILED, detail));
	}

	void unchecked(Property property, String zh, String en, String why) {
		this.items.add(new Item(property, zh, en, Result.NOT_CHECKED, why));
	}

	/// What was checked, property by property.
	Report report() {
		List<Item> sorted = this.items.stream().sorted((a, b) -> a.property().compareTo(b.property())).toList();
		return new Report("gongkai-check/1", "DA/T 70—2018 文书类电子档案检测一般要求",
				sorted.stream().noneMatch((item) -> item.result() == Result.FAILED), sorted);
	}

}
