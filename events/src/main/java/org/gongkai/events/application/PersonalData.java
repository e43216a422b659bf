package org.gongkai.events.application;

/// 个人信息: what of an event may tell of people. Everything an event tells of them stands in its one field `personal`.
public sealed interface PersonalData permits Personal, PersonalText {

	/// Whether anything stands there.
	boolean tellsAnything();

}
