package org.gongkai.events.application;

/// 送达方式: it fixes the day that counts as the reply's (国办公开办函〔2016〕235号).
public enum DeliveryWay {

	/// 邮寄 by the postal enterprise: the day handed to the post.
	POST,
	/// 当面送达: the day signed for.
	HAND,
	/// 经其他机关转交: the day signed for.
	VIA_AGENCY,
	/// 电子方式: the day sent.
	ELECTRONIC

}
