package org.gongkai.statute.audit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongkai.statute.Caution;

/// 检查规则: what an inspector looks for in the course of a record. The name in kebab-case is the stable code.
public enum FindingRule {

	/// A correction was requested after seven working days.
	LATE_CORRECTION_NOTICE("条例第三十条", "补正告知超过七个工作日", Severity.ORDINARY),
	/// A correction was requested a second time.
	SECOND_CORRECTION_NOTICE("条例第三十条", "补正未一次性告知", Severity.ORDINARY),
	/// The answer came, or is still to come, after the due date.
	REPLY_OVERDUE("条例第三十三条", "答复超过法定期限", Severity.SERIOUS),
	/// A consultation at a time when it could not stop the clock.
	CONSULTATION_WITHOUT_STOP("条例第三十三条第三款", "征求意见未能扣除期限", Severity.ORDINARY),
	/// An opinion after fifteen working days, when the clock ran on already.
	OPINION_AFTER_TERM("条例第三十二条、第三十四条", "征求意见的答复超过十五个工作日，超过部分计入期限", Severity.NOTE),
	/// An extension without the consent of the head of the office for disclosure.
	EXTENSION_WITHOUT_APPROVAL("条例第三十三条第二款", "延期未经政府信息公开工作机构负责人同意", Severity.ORDINARY),
	/// An extension that states no reason.
	EXTENSION_WITHOUT_REASON("条例第三十三条第二款", "延期没有说明理由", Severity.ORDINARY),
	/// An extension of more than twenty working days, or of none.
	EXTENSION_LENGTH("条例第三十三条第二款", "延长的期限不在二十个工作日以内", Severity.SERIOUS),
	/// An extension when the term had run out, or when none ran.
	EXTENSION_AFTER_TERM("条例第三十三条第二款", "期限届满后或者期限未计算时延期", Severity.SERIOUS),
	/// A second extension.
	REPEATED_EXTENSION("条例第三十三条第二款", "答复期限延长超过一次", Severity.SERIOUS),
	/// A delayed term set when the term had run out.
	DELAY_AFTER_TERM("条例第三十五条", "期限届满后确定延迟答复期限", Severity.SERIOUS),
	/// A decision without its delivery on record when the term has run out.
	REPLY_NOT_DELIVERED("国办公开办函〔2016〕235号", "作出答复而没有送达记录", Severity.ORDINARY),
	/// A denial without the article it rests on.
	DENIAL_WITHOUT_GROUND("条例第三十六条第（三）项", "不予公开没有载明法定依据", Severity.SERIOUS),
	/// A partial grant that does not tell what is withheld and why.
	PARTIAL_WITHOUT_GROUND("条例第三十七条", "部分公开没有载明不予公开的部分及理由", Severity.SERIOUS),
	/// A fee that the schedule does not yield.
	FEE_OFF_SCHEDULE("国办函〔2020〕109号第四条、第五条", "收费金额不符合收费标准", Severity.SERIOUS),
	/// A fee notice when the term had run out.
	FEE_NOTICE_AFTER_TERM("国办函〔2020〕109号第六条", "答复期限届满后发出收费通知", Severity.ORDINARY),
	/// A second fee notice for one application.
	SECOND_FEE("国办函〔2020〕109号第三条", "一件申请收费超过一次", Severity.SERIOUS),
	/// Published, or still to be published, after the term.
	LATE_PUBLICATION("条例第二十六条", "主动公开超过法定期限", Severity.ORDINARY),
	/// An annual report published, or still to be published, after its day.
	LATE_ANNUAL_REPORT("条例第四十九条", "年度报告未按期公布", Severity.ORDINARY),
	/// As the caution of that name.
	REVIEW_OUT_OF_TERM(Caution.REVIEW_OUT_OF_TERM),
	/// As the caution of that name.
	SUIT_OUT_OF_TERM(Caution.SUIT_OUT_OF_TERM),
	/// As the caution of that name.
	SUIT_AFTER_REVIEW_OUT_OF_TERM(Caution.SUIT_AFTER_REVIEW_OUT_OF_TERM),
	/// As the caution of that name.
	REVIEW_FIRST(Caution.REVIEW_FIRST),
	/// As the caution of that name.
	REVIEW_NOT_RECORDED(Caution.REVIEW_NOT_RECORDED),
	/// As the caution of that name.
	REVIEW_PENDING(Caution.REVIEW_PENDING),
	/// As the caution of that name.
	UNUSUAL_OUTCOME(Caution.UNUSUAL_OUTCOME);

	private static final Map<String, FindingRule> BY_CODE = Stream.of(values())
		.collect(Collectors.toUnmodifiableMap(FindingRule::code, Function.identity()));

	private final String article;

	private final String chinese;

	private final Severity severity;

	FindingRule(String article, String chinese, Severity severity) {
		this.article = article;
		this.chinese = chinese;
		this.severity = severity;
	}

	/// A dispute is another's act, and what looks wrong in it is told for attention.
	FindingRule(Caution caution) {
		this(caution.article(), caution.chinese(), Severity.NOTE);
	}

	/// The rule of a stable code.
	public static Optional<FindingRule> of(String code) {
		return Optional.ofNullable(BY_CODE.get(code));
	}

	/// The stable code: `reply-overdue`.
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

	/// How much it weighs where the record is not to blame.
	public Severity severity() {
		return this.severity;
	}

}
