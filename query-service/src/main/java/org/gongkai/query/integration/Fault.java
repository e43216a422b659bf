package org.gongkai.query.integration;

import java.util.Locale;

import org.gongkai.log.received.ReceivedLog;
import org.jspecify.annotations.Nullable;

/// Why nothing more is taken from a source.
///
/// @param kind what is wrong
/// @param detail where, in English; nothing personal
record Fault(Kind kind, String detail) {

	/// @param stop as it is stored; null where nothing is wrong
	static @Nullable Fault of(ReceivedLog.@Nullable Stop stop) {
		return (stop == null) ? null : new Fault(Kind.of(stop.code()), stop.detail());
	}

	/// As it is stored.
	ReceivedLog.Stop stop() {
		return new ReceivedLog.Stop(this.kind.code(), this.detail);
	}

	/// What can be wrong with a topic.
	enum Kind {

		/// 缺失: a position is missing.
		HOLE("缺少记录"),
		/// 散列不符: a record is not what was sent.
		WRONG_HASH("散列值不符"),
		/// 同位异文: a position came twice, with two hashes.
		TWO_HASHES("同一位置有两种散列值"),
		/// 无法识别: no record of this version of the ledger.
		UNREADABLE("记录无法识别"),
		/// 来源不符: a record of another log.
		OTHER_SOURCE("来源不符"),
		/// 互相矛盾: two sources contradict each other.
		CONTRADICTION("与其他来源矛盾"),
		/// 读不到: no broker, or no topic.
		UNREACHABLE("主题读不到"),
		/// 出错: a defect, or the database.
		FAILED("接收出错");

		private final String zh;

		Kind(String zh) {
			this.zh = zh;
		}

		private static Kind of(String code) {
			return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
		}

		/// On the wire: `hole`, `wrong-hash`.
		String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		/// In Chinese.
		String zh() {
			return this.zh;
		}

	}

}
