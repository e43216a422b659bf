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
		return this == FEES;
	}

}
