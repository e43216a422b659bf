package org.gongkai.command.integration;

import java.util.LinkedHashMap;
import java.util.Map;

import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.Outcome;
import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.RepealWay;
import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.events.review.DisputeOutcome;
import org.gongkai.events.review.LawsuitKind;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;

/// The Chinese words that files use for what events name; where several are read, the first is the usual one.
final class Words {

	static final Map<String, ApplicantKind> APPLICANT_KINDS = applicantKinds();

	static final Map<String, Channel> CHANNELS = channels();

	static final Map<String, Outcome> OUTCOMES = outcomes();

	static final Map<String, AgencyKind> AGENCY_KINDS = agencyKinds();

	static final Map<String, DocumentKind> DOCUMENT_KINDS = documentKinds();

	static final Map<String, RepealWay> REPEAL_WAYS = repealWays();

	static final Map<String, TallyItem> TALLY_ITEMS = tallyItems();

	static final Map<String, DisputeOutcome> DISPUTE_OUTCOMES = disputeOutcomes();

	static final Map<String, LawsuitKind> LAWSUIT_KINDS = lawsuitKinds();

	private Words() {
	}

	private static Map<String, ApplicantKind> applicantKinds() {
		Map<String, ApplicantKind> words = new LinkedHashMap<>();
		for (ApplicantKind kind : ApplicantKind.values()) {
			words.put(Column.of(kind).label(), kind);
		}
		return words;
	}

	private static Map<String, Channel> channels() {
		Map<String, Channel> words = new LinkedHashMap<>();
		words.put("当面", Channel.IN_PERSON);
		words.put("口头", Channel.ORAL);
		words.put("邮寄签收", Channel.POST_SIGNED);
		words.put("平常信函", Channel.POST_ORDINARY);
		words.put("传真", Channel.FAX);
		words.put("网络", Channel.ONLINE);
		return words;
	}

	/// The words of the form, without the number of the row; 其他 of （六） is the one that
	/// is called so.
	private static Map<String, Outcome> outcomes() {
		Map<String, Outcome> words = new LinkedHashMap<>();
		for (Outcome outcome : Outcome.values()) {
			words.put(switch (outcome) {
				case PARTLY_GRANTED -> "部分公开";
				case OTHER_1 -> "逾期不补正";
				case OTHER_2 -> "逾期不缴费";
				default -> Row.of(outcome).label().replaceFirst("^(（.）|\\d\\.)", "");
			}, outcome);
		}
		return words;
	}

	private static Map<String, AgencyKind> agencyKinds() {
		Map<String, AgencyKind> words = new LinkedHashMap<>();
		words.put("国务院部门", AgencyKind.MINISTRY);
		words.put("省", AgencyKind.PROVINCE);
		words.put("市", AgencyKind.CITY);
		words.put("县", AgencyKind.COUNTY);
		words.put("市辖区", AgencyKind.DISTRICT);
		words.put("乡镇", AgencyKind.TOWNSHIP);
		words.put("部门", AgencyKind.DEPARTMENT);
		words.put("派出机构", AgencyKind.DISPATCHED_BODY);
		words.put("内设机构", AgencyKind.INTERNAL_BODY);
		return words;
	}

	private static Map<String, DisputeOutcome> disputeOutcomes() {
		Map<String, DisputeOutcome> words = new LinkedHashMap<>();
		words.put("维持", DisputeOutcome.UPHELD);
		words.put("纠正", DisputeOutcome.CORRECTED);
		words.put("其他", DisputeOutcome.OTHER);
		return words;
	}

	private static Map<String, LawsuitKind> lawsuitKinds() {
		Map<String, LawsuitKind> words = new LinkedHashMap<>();
		words.put("未经复议", LawsuitKind.DIRECT);
		words.put("复议后", LawsuitKind.AFTER_REVIEW);
		return words;
	}

	private static Map<String, DocumentKind> documentKinds() {
		Map<String, DocumentKind> words = new LinkedHashMap<>();
		words.put("规章", DocumentKind.REGULATION);
		words.put("行政规范性文件", DocumentKind.NORMATIVE_DOCUMENT);
		words.put("规范性文件", DocumentKind.NORMATIVE_DOCUMENT);
		return words;
	}

	private static Map<String, RepealWay> repealWays() {
		Map<String, RepealWay> words = new LinkedHashMap<>();
		words.put("废止", RepealWay.REPEALED);
		words.put("失效", RepealWay.LAPSED);
		return words;
	}

	private static Map<String, TallyItem> tallyItems() {
		Map<String, TallyItem> words = new LinkedHashMap<>();
		for (TallyItem item : TallyItem.values()) {
			words.put(switch (item) {
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
				case TRAININGS -> "培训次数";
				case TRAINING_ATTENDANCE -> "培训人次";
				case PUBLISHED_WEBSITE -> "主动公开政府网站";
				case PUBLISHED_NEW_MEDIA -> "主动公开政务新媒体";
				case PUBLISHED_GAZETTE -> "主动公开政府公报";
				case PUBLISHED_NOTICE_BOARD -> "主动公开公示栏";
				case PUBLISHED_OTHER -> "主动公开其他渠道";
			}, item);
		}
		return words;
	}

}
