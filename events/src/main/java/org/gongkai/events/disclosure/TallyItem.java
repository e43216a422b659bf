package org.gongkai.events.disclosure;

/// 统计项目: what tallies count for the annual report.
public enum TallyItem {

	/// 行政许可 decisions, published or not (article 20(5)).
	LICENCES,
	/// 行政处罚 decisions (article 20(6)).
	PENALTIES,
	/// 行政强制 decisions (article 20(6)).
	COERCIONS,
	/// 行政事业性收费, in 万元 (article 20(8)).
	FEES,
	/// 行政许可项目的增减: the change in the number of licences that the agency grants, as
	/// the form of 2019 asks for it.
	LICENCE_ITEMS,
	/// 其他对外管理服务事项 decisions (article 20(5)), form of 2019.
	OTHER_SERVICES,
	/// 其他对外管理服务事项项目的增减, form of 2019.
	OTHER_SERVICE_ITEMS,
	/// 行政处罚项目的增减, form of 2019.
	PENALTY_ITEMS,
	/// 行政强制项目的增减, form of 2019.
	COERCION_ITEMS,
	/// 行政事业性收费项目的增减, form of 2019.
	FEE_ITEMS,
	/// 政府集中采购项目 (article 20(9)), form of 2019.
	PROCUREMENTS,
	/// 政府集中采购总金额, in 万元 (article 20(9)), form of 2019.
	PROCUREMENT_AMOUNT,
	/// 投诉 about disclosure that were received (article 51).
	COMPLAINTS,
	/// 举报 about disclosure that were received (article 51).
	REPORTS_RECEIVED,
	/// 培训, in 次 (article 48).
	TRAININGS,
	/// 培训, in 人次 (article 48).
	TRAINING_ATTENDANCE,
	/// 主动公开信息 whose main channel is 政府网站, and that are not recorded one by
	/// one.
	PUBLISHED_WEBSITE,
	/// The same for 政务新媒体.
	PUBLISHED_NEW_MEDIA,
	/// The same for 政府公报.
	PUBLISHED_GAZETTE,
	/// The same for 公示栏.
	PUBLISHED_NOTICE_BOARD,
	/// The same for other channels.
	PUBLISHED_OTHER;

	/// Whether it is an amount in 万元 and not a count.
	public boolean isAmount() {
		return this == FEES || this == PROCUREMENT_AMOUNT;
	}

	/// Whether it is a change of a number that runs on from year to year, which may be
	/// negative.
	public boolean isChange() {
		return switch (this) {
			case LICENCE_ITEMS, OTHER_SERVICE_ITEMS, PENALTY_ITEMS, COERCION_ITEMS, FEE_ITEMS -> true;
			default -> false;
		};
	}

}
