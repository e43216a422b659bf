package org.gongkai.statute.application;

/// Where the reply clock of an application stands.
public enum ClockState {

	/// 办理中: the term runs.
	RUNNING("办理中"),
	/// 征求意见中: an opinion is outstanding; the clock runs on by itself after 15 working
	/// days of silence (articles 32, 33(3), 34).
	CONSULTING("征求意见中"),
	/// 待补正: the applicant has been told what to correct; no due date (article 30).
	WAITING_FOR_CORRECTION("待补正"),
	/// 待缴费: the fee notice is out; no due date (国办函〔2020〕109号, article 6).
	WAITING_FOR_PAYMENT("待缴费"),
	/// 已办结: decided, lapsed or withdrawn.
	CONCLUDED("已办结"),
	/// 已撤销: the whole record was struck.
	VOID("已撤销");

	private final String chinese;

	ClockState(String chinese) {
		this.chinese = chinese;
	}

	/// The name in Chinese.
	public String chinese() {
		return this.chinese;
	}

}
