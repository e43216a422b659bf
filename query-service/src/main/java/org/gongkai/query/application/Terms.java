package org.gongkai.query.application;

import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.DeliveryWay;
import org.gongkai.events.application.ErasureGround;
import org.gongkai.events.application.FeeSchedule;
import org.gongkai.events.application.Opinion;
import org.gongkai.events.application.Outcome;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;

/// The Chinese terms of the vocabulary, as the forms have them.
public final class Terms {

	private Terms() {
	}

	/// 申请人类型.
	public static String of(ApplicantKind kind) {
		return Column.of(kind).label();
	}

	/// 办理结果, with its group.
	public static String of(Outcome outcome) {
		Row row = Row.of(outcome);
		Row.Group group = row.group();
		return (group == null) ? row.label().substring(3) : group.label().substring(3) + "－" + row.label().substring(2);
	}

	/// 申请方式.
	public static String of(Channel channel) {
		return switch (channel) {
			case IN_PERSON -> "当面";
			case ORAL -> "口头";
			case POST_SIGNED -> "邮寄签收";
			case POST_ORDINARY -> "平常信函";
			case FAX -> "传真";
			case ONLINE -> "网络";
		};
	}

	/// 送达方式.
	public static String of(DeliveryWay way) {
		return switch (way) {
			case POST -> "邮寄";
			case HAND -> "当面送达";
			case VIA_AGENCY -> "经其他机关转交";
			case ELECTRONIC -> "电子方式";
		};
	}

	/// 收费方式.
	public static String of(FeeSchedule schedule) {
		return switch (schedule) {
			case PER_ITEM -> "按件计收";
			case PER_PAGE -> "按量计收";
		};
	}

	/// 删除个人信息的依据.
	public static String of(ErasureGround ground) {
		return switch (ground) {
			case PURPOSE_ACHIEVED -> "处理目的已实现、无法实现或者不再必要";
			case RETENTION_EXPIRED -> "保存期限已届满";
			case CONSENT_WITHDRAWN -> "个人撤回同意";
			case UNLAWFUL_PROCESSING -> "违反法律、行政法规或者违反约定处理";
			case OTHER_LAW -> "法律、行政法规规定的其他情形";
		};
	}

	/// 意见.
	public static String of(Opinion opinion) {
		return switch (opinion) {
			case AGREES -> "同意公开";
			case OBJECTS -> "不同意公开";
		};
	}

}
