package org.gongkai.events.disclosure;

/// What can happen to a tally.
public sealed interface TallyEvent extends DisclosureEvent permits TallyRecorded, TallyRectified, TallyStruck {

	/// The tally: agency code, a slash, 统计编号.
	String tallyId();

}
