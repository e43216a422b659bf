package org.gongkai.query.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.gongkai.events.disclosure.DisclosureEvent;
import org.gongkai.events.disclosure.DocumentAmended;
import org.gongkai.events.disclosure.DocumentMade;
import org.gongkai.events.disclosure.DocumentRectified;
import org.gongkai.events.disclosure.DocumentRepealed;
import org.gongkai.events.disclosure.DocumentStruck;
import org.gongkai.events.disclosure.InformationCorrected;
import org.gongkai.events.disclosure.InformationDrafted;
import org.gongkai.events.disclosure.InformationPublished;
import org.gongkai.events.disclosure.InformationReviewed;
import org.gongkai.events.disclosure.InformationStruck;
import org.gongkai.events.disclosure.InformationWithdrawn;
import org.gongkai.events.disclosure.StruckPart;
import org.gongkai.events.disclosure.TallyRecorded;
import org.gongkai.events.disclosure.TallyRectified;
import org.gongkai.events.disclosure.TallyStruck;
import org.gongkai.query.application.Terms;
import org.jspecify.annotations.Nullable;

/// Tells each event of a record in words.
public final class DisclosureWords {

	private DisclosureWords() {
	}

	/// An event in Chinese.
	public static String of(DisclosureEvent event) {
		return switch (event) {
			case InformationDrafted e -> "形成信息，编号" + e.informationNo() + "，类别" + DisclosureTerms.of(e.category())
					+ ((e.dueOn() == null) ? "" : "，应于" + e.dueOn() + "前公开");
			case InformationReviewed e -> "公开审查：保密审查" + DisclosureTerms.of(e.secrecy()) + "，隐私审查"
					+ DisclosureTerms.of(e.privacy()) + "，"
					+ ((e.ground() == null) ? "同意公开" : "不予公开（" + Terms.of(e.ground()) + "）") + "，审查人" + e.reviewer();
			case InformationPublished e -> "通过" + DisclosureTerms.of(e.channel()) + "发布《" + e.title() + "》";
			case InformationCorrected _ -> "更正已发布的内容";
			case InformationWithdrawn _ -> "撤下";
			case InformationStruck e -> "撤销误录，原因：" + e.reason();
			case DocumentMade e -> (e.opening() ? "列入期初存量：" : "制发") + DisclosureTerms.of(e.kind()) + "《" + e.title()
					+ "》，" + e.documentNo();
			case DocumentAmended _ -> "修订";
			case DocumentRepealed e -> DisclosureTerms.of(e.way());
			case DocumentRectified e -> rectified(e);
			case DocumentStruck e -> ((e.part() == StruckPart.REPEAL) ? "撤销误录的废止" : "撤销误录，整条作废") + "，原因：" + e.reason();
			case TallyRecorded e -> "登记" + DisclosureTerms.of(e.item()) + "，" + e.from() + "至" + e.to() + "，"
					+ value(e.count(), e.amountWanYuan());
			case TallyRectified e -> rectified(e);
			case TallyStruck e -> "撤销误录，原因：" + e.reason();
		};
	}

	private static String rectified(DocumentRectified e) {
		List<String> fields = new ArrayList<>();
		field(fields, "种类", (e.kind() == null) ? null : DisclosureTerms.of(e.kind()));
		field(fields, "标题", e.title());
		field(fields, "制发日期", e.madeOn());
		field(fields, "期初存量", (e.opening() == null) ? null : (e.opening() ? "是" : "否"));
		field(fields, "废止日期", e.repealedOn());
		field(fields, "废止方式", (e.way() == null) ? null : DisclosureTerms.of(e.way()));
		return "更正记录：" + String.join("；", fields) + "。原因：" + e.reason();
	}

	private static String rectified(TallyRectified e) {
		List<String> fields = new ArrayList<>();
		field(fields, "起始日期", e.from());
		field(fields, "截止日期", e.to());
		field(fields, "数值",
				(e.count() == null && e.amountWanYuan() == null) ? null : value(e.count(), e.amountWanYuan()));
		field(fields, "依据", e.reference());
		return "更正统计数：" + String.join("；", fields) + "。原因：" + e.reason();
	}

	private static void field(List<String> fields, String name, @Nullable Object value) {
		if (value != null) {
			fields.add(name + "改为“" + value + "”");
		}
	}

	private static String value(@Nullable Long count, @Nullable BigDecimal amountWanYuan) {
		return (amountWanYuan != null) ? amountWanYuan.toPlainString() + "万元" : String.valueOf(count);
	}

}
