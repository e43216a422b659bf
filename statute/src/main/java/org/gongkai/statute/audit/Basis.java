package org.gongkai.statute.audit;

import java.util.Locale;

/// 计数依据: what decides where a record counts in tables two to four. The name in kebab-case is the stable code.
public enum Basis {

	/// The day of receipt.
	RECEIPT("条例第三十一条"),
	/// The record of the day of receipt was corrected.
	RECEIPT_RECTIFIED("条例第四十五条"),
	/// The kind of applicant, which is the column.
	APPLICANT_KIND("国办公开办函〔2021〕30号"),
	/// The record of the kind of applicant was corrected.
	APPLICANT_KIND_RECTIFIED("条例第四十五条"),
	/// The case was handed to another body of the same organ, which counts it.
	TRANSFER("条例第四条、第二十七条"),
	/// An entry was struck and counts no longer.
	STRUCK("条例第四十五条"),
	/// The whole record was struck.
	VOID("条例第四十五条"),
	/// Received after the year.
	LATER_YEAR("条例第五十条"),
	/// Received in the year: 本年新收.
	NEW("条例第五十条"),
	/// Received before the year and not concluded before it: 上年结转.
	CARRIED_IN("条例第五十条"),
	/// The outcome.
	CONCLUSION("条例第三十六条"),
	/// The record of the outcome or of its day was corrected.
	CONCLUSION_RECTIFIED("条例第四十五条"),
	/// Concluded before the year.
	EARLIER_YEAR("条例第五十条"),
	/// Concluded in the year: the outcome row.
	OUTCOME_ROW("国办公开办函〔2021〕30号"),
	/// Not concluded by the end of the year: 结转下年度.
	CARRIED_OUT("条例第五十条"),
	/// A new answer after a dispute changes nothing: an application has one outcome.
	REDECISION("国办公开办函〔2021〕30号"),
	/// The filing of a dispute, and its block.
	FILING("条例第五十一条"),
	/// The record of a dispute was corrected.
	DISPUTE_RECTIFIED("条例第四十五条"),
	/// A suit in which the agency is a co-defendant alone.
	CO_DEFENDANT("国办公开办函〔2016〕201号"),
	/// Pending at the beginning of the year, by the choice of the office that reports.
	DISPUTE_CARRIED_IN("国办公开办函〔2021〕30号"),
	/// Pending at the beginning of the year, which the office that reports does not
	/// count.
	NEW_ONLY("国办公开办函〔2021〕30号"),
	/// Decided in the year.
	RULING("国办公开办函〔2021〕30号"),
	/// 尚未审结 at the end of the year.
	PENDING("国办公开办函〔2021〕30号"),
	/// The making of a document, and its row.
	MAKING("条例第二十条第（一）项"),
	/// In force when the list began: made in no year.
	OPENING_STOCK("国办公开办函〔2021〕30号"),
	/// An amendment counts neither as making nor as repealing.
	AMENDMENT("国办公开办函〔2021〕30号"),
	/// The repeal or lapse of a document.
	REPEAL("条例第二十条第（一）项"),
	/// The record of a document was corrected.
	DOCUMENT_RECTIFIED("条例第四十五条"),
	/// Made in the year.
	MADE_IN_YEAR("条例第五十条"),
	/// In force at the end of the year.
	IN_FORCE("条例第五十条"),
	/// Repealed in the year.
	REPEALED_IN_YEAR("条例第五十条"),
	/// A tally with its days and its number.
	TALLY("条例第二十条"),
	/// The record of a tally was corrected.
	TALLY_RECTIFIED("条例第四十五条"),
	/// Tallied within the year.
	TALLY_IN_YEAR("条例第五十条"),
	/// A change of a number of items before the year: part of last year's number.
	ITEMS_BEFORE("国办公开办函〔2019〕60号"),
	/// The form of the year does not ask for it.
	NOT_ON_FORM("条例第五十条");

	private final String article;

	Basis(String article) {
		this.article = article;
	}

	/// The stable code: `carried-in`.
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/// Where it stands.
	public String article() {
		return this.article;
	}

}
