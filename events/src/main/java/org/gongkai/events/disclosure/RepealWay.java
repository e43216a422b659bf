package org.gongkai.events.disclosure;

/// How a document ceased to be in force. Both count as 废止.
public enum RepealWay {

	/// 废止, by a decision.
	REPEALED,
	/// 失效, by the end of its term or its object.
	LAPSED

}
