package org.gongkai.statute;

import java.util.Locale;

/// What is recorded as done and yet looks wrong in law: told to the office, never refused, because a record tells what was done.
/// The name in kebab-case is the stable code that other systems may rely on.
public enum Caution {

	/// A review was applied for after its term.
	REVIEW_OUT_OF_TERM("行政复议法第二十条", "申请复议已超过六十日"),
	/// A suit was brought after the term that runs from the act.
	SUIT_OUT_OF_TERM("行政诉讼法第四十六条", "直接起诉已超过六个月"),
	/// A suit was brought after the term that runs from the decision on review.
	SUIT_AFTER_REVIEW_OUT_OF_TERM("行政诉讼法第四十五条", "复议后起诉已超过十五日"),
	/// A suit was brought directly where a review must come first.
	REVIEW_FIRST("行政复议法第二十三条", "应当先申请行政复议，不得直接起诉"),
	/// A suit after review without the review on record.
	REVIEW_NOT_RECORDED("行政诉讼法第四十五条", "复议后起诉，但没有登记在先的复议案件"),
	/// A suit after review while the review is still pending here.
	REVIEW_PENDING("行政诉讼法第四十五条", "复议后起诉，但在先的复议案件尚未审结"),
	/// The outcome is not the one that the form of the decision usually counts as.
	UNUSUAL_OUTCOME("国办公开办函〔2021〕30号", "结果类别与裁判方式通常的归类不一致");

	private final String article;

	private final String chinese;

	Caution(String article, String chinese) {
		this.article = article;
		this.chinese = chinese;
	}

	/// The stable code: `review-first`.
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/// The article.
	public String article() {
		return this.article;
	}

	/// What is wrong, in Chinese.
	public String chinese() {
		return this.chinese;
	}

}
