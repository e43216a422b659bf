package org.gongkai.command.integration;

import java.util.LinkedHashMap;
import java.util.Map;

import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.Outcome;
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

}
