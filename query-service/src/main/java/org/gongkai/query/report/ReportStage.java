package org.gongkai.query.report;

/// 报告阶段, in the order of the work.
enum ReportStage {

	/// Being written.
	DRAFT("编制中"),
	/// Waits for approval.
	SUBMITTED("待审定"),
	/// May be published.
	APPROVED("已审定"),
	/// Public.
	PUBLISHED("已公布");

	private final String label;

	ReportStage(String label) {
		this.label = label;
	}

	/// In Chinese.
	public String label() {
		return this.label;
	}

}
