package org.gongkai.events.application;

/// What a consulted third party or agency answered (articles 32, 34).
public enum Opinion {

	/// 同意公开.
	AGREES,
	/// 不同意公开, with reasons.
	OBJECTS

}
