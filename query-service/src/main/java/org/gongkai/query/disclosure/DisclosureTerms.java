package org.gongkai.query.disclosure;

import org.gongkai.events.disclosure.Category;
import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.PublicationChannel;
import org.gongkai.events.disclosure.RepealWay;
import org.gongkai.events.disclosure.ReviewCheck;
import org.gongkai.events.disclosure.ReviewResult;
import org.gongkai.events.disclosure.StruckPart;
import org.gongkai.events.disclosure.TallyItem;

/// The Chinese terms of the vocabulary of proactive disclosure.
public final class DisclosureTerms {

	private DisclosureTerms() {
	}

	/// 信息类别, short.
	public static String of(Category category) {
		return switch (category) {
			case ARTICLE_20_1 -> "（一）法规、规章和规范性文件";
			case ARTICLE_20_2 -> "（二）机构职能";
			case ARTICLE_20_3 -> "（三）规划";
			case ARTICLE_20_4 -> "（四）统计信息";
			case ARTICLE_20_5 -> "（五）行政许可和对外管理服务";
			case ARTICLE_20_6 -> "（六）行政处罚、行政强制";
			case ARTICLE_20_7 -> "（七）财政预算、决算";
			case ARTICLE_20_8 -> "（八）行政事业性收费";
			case ARTICLE_20_9 -> "（九）政府集中采购";
			case ARTICLE_20_10 -> "（十）重大建设项目";
			case ARTICLE_20_11 -> "（十一）民生政策、措施及其实施";
			case ARTICLE_20_12 -> "（十二）突发公共事件";
			case ARTICLE_20_13 -> "（十三）监督检查";
			case ARTICLE_20_14 -> "（十四）公务员招考";
			case ARTICLE_20_15 -> "（十五）其他";
			case ARTICLE_21 -> "第二十一条";
		};
	}

	/// 发布渠道.
	public static String of(PublicationChannel channel) {
		return switch (channel) {
			case WEBSITE -> "政府网站";
			case NEW_MEDIA -> "政务新媒体";
			case GAZETTE -> "政府公报";
			case NOTICE_BOARD -> "公示栏";
			case OTHER -> "其他渠道";
		};
	}

	/// 文件种类.
	public static String of(DocumentKind kind) {
		return switch (kind) {
			case REGULATION -> "规章";
			case NORMATIVE_DOCUMENT -> "行政规范性文件";
		};
	}

	/// 废止方式.
	public static String of(RepealWay way) {
		return switch (way) {
			case REPEALED -> "废止";
			case LAPSED -> "失效";
		};
	}

	/// 统计项目.
	public static String of(TallyItem item) {
		return switch (item) {
			case LICENCES -> "行政许可";
			case PENALTIES -> "行政处罚";
			case COERCIONS -> "行政强制";
			case FEES -> "行政事业性收费";
			case LICENCE_ITEMS -> "行政许可项目增减";
			case OTHER_SERVICES -> "其他对外管理服务事项";
			case OTHER_SERVICE_ITEMS -> "其他对外管理服务事项项目增减";
			case PENALTY_ITEMS -> "行政处罚项目增减";
			case COERCION_ITEMS -> "行政强制项目增减";
			case FEE_ITEMS -> "行政事业性收费项目增减";
			case PROCUREMENTS -> "政府集中采购项目";
			case PROCUREMENT_AMOUNT -> "政府集中采购总金额";
			case COMPLAINTS -> "投诉";
			case REPORTS_RECEIVED -> "举报";
			case TRAININGS -> "培训（次）";
			case TRAINING_ATTENDANCE -> "培训（人次）";
			case PUBLISHED_WEBSITE -> "主动公开（政府网站）";
			case PUBLISHED_NEW_MEDIA -> "主动公开（政务新媒体）";
			case PUBLISHED_GAZETTE -> "主动公开（政府公报）";
			case PUBLISHED_NOTICE_BOARD -> "主动公开（公示栏）";
			case PUBLISHED_OTHER -> "主动公开（其他渠道）";
		};
	}

	/// 审查意见.
	public static String of(ReviewCheck check) {
		return switch (check) {
			case PASSED -> "通过";
			case FAILED -> "未通过";
		};
	}

	/// 审查结果.
	public static String of(ReviewResult result) {
		return switch (result) {
			case PUBLISH -> "公开";
			case WITHHOLD -> "不予公开";
		};
	}

	/// What of a document's record is struck.
	public static String of(StruckPart part) {
		return switch (part) {
			case RECORD -> "整条记录";
			case REPEAL -> "仅废止或者失效";
		};
	}

	/// 信息状态.
	public static String of(InformationList.State state) {
		return switch (state) {
			case DRAFTED -> "待审查";
			case ALLOWED -> "待发布";
			case WITHHELD -> "不予公开";
			case PUBLISHED -> "已发布";
			case WITHDRAWN -> "已撤下";
			case VOID -> "已撤销";
		};
	}

}
