package org.gongkai.events.agency;

/// 机关类别.
public enum AgencyKind {

	/// 国务院部门.
	MINISTRY,
	/// 省级政府.
	PROVINCE,
	/// 设区的市级政府.
	CITY,
	/// 县级政府.
	COUNTY,
	/// 市辖区政府.
	DISTRICT,
	/// 乡镇政府、街道.
	TOWNSHIP,
	/// 政府部门.
	DEPARTMENT,
	/// 派出机构 (article 27).
	DISPATCHED_BODY,
	/// 内设机构 (article 27).
	INTERNAL_BODY

}
