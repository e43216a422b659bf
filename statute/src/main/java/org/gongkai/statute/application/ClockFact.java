package org.gongkai.statute.application;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// One recorded fact that the reply clock looks at.
///
/// @param sequence the place of its event within the case, from 0
/// @param kind what happened
/// @param on the day it happened; for a rectification the right day of what it rectifies
/// @param number working days of an extension; number of a consultation; else null
/// @param until last day of the term set for a correction, or of a delayed reply, or set by a decision on a
/// dispute; else null
public record ClockFact(long sequence, Kind kind, LocalDate on, @Nullable Integer number, @Nullable LocalDate until) {

	/// What a clock fact tells, in the order of a case's life.
	public enum Kind {

		/// 收到申请.
		RECEIVED,
		/// 收到申请, entered afterwards without its procedure dates.
		RECEIVED_HISTORICAL,
		/// 补正告知.
		CORRECTION_REQUESTED,
		/// 补正提交.
		CORRECTION_SUPPLIED,
		/// 征求第三方意见.
		THIRD_PARTY_ASKED,
		/// 第三方答复.
		THIRD_PARTY_ANSWERED,
		/// 征求其他机关意见.
		AGENCY_ASKED,
		/// 其他机关答复.
		AGENCY_ANSWERED,
		/// 延期告知.
		EXTENDED,
		/// 要求说明理由.
		REASONS_ASKED,
		/// 申请人说明理由.
		REASONS_SUPPLIED,
		/// 确定延迟答复期限.
		REPLY_DELAYED,
		/// 收费通知.
		FEE_NOTIFIED,
		/// 缴费.
		FEE_PAID,
		/// 移交.
		TRANSFERRED,
		/// 作出答复.
		DECIDED,
		/// 逾期不补正.
		CORRECTION_LAPSED,
		/// 逾期不缴费.
		FEE_LAPSED,
		/// 撤回申请.
		WITHDRAWN,
		/// 送达.
		DELIVERED,
		/// 责令重新答复.
		REDECISION_ORDERED,
		/// 重新答复.
		REDECIDED,
		/// 更正收到日期.
		RECEIPT_RECTIFIED,
		/// 更正办结日期.
		CONCLUSION_RECTIFIED;

		/// Whether the case is concluded, for the first time, by this.
		public boolean concludes() {
			return this == DECIDED || this == CORRECTION_LAPSED || this == FEE_LAPSED || this == WITHDRAWN;
		}

		boolean ends() {
			return concludes() || this == CONCLUSION_RECTIFIED || this == REDECIDED;
		}

		boolean receives() {
			return this == RECEIVED || this == RECEIVED_HISTORICAL;
		}

	}

	static ClockFact of(long sequence, Kind kind, LocalDate on) {
		return new ClockFact(sequence, kind, on, null, null);
	}

	static ClockFact numbered(long sequence, Kind kind, LocalDate on, int number) {
		return new ClockFact(sequence, kind, on, number, null);
	}

	static ClockFact until(long sequence, Kind kind, LocalDate on, @Nullable LocalDate until) {
		return new ClockFact(sequence, kind, on, null, until);
	}

	int numberOr(int other) {
		return (this.number != null) ? this.number : other;
	}

	LocalDate untilOr(LocalDate other) {
		return (this.until != null) ? this.until : other;
	}

}
