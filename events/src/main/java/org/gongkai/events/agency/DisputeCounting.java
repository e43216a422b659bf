package org.gongkai.events.agency;

/// 表四的统计口径: whether a dispute that was pending at the turn of the year counts again in the year after.
public enum DisputeCounting {

	/// 含上年度结转: filed in the year, or filed before and not concluded before it.
	INCLUDING_CARRIED_IN,
	/// 仅本年度新发生: filed in the year.
	NEW_ONLY

}
