package org.gongkai.events.disclosure;

/// 发布渠道 (articles 23 to 25).
public enum PublicationChannel {

	/// 政府网站.
	WEBSITE,
	/// 政务新媒体.
	NEW_MEDIA,
	/// 政府公报.
	GAZETTE,
	/// 公示栏、公告栏.
	NOTICE_BOARD,
	/// 其他: 新闻发布会、报刊、广播、电视、政务服务场所.
	OTHER

}
