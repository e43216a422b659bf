package org.gongkai.events.audit;

import org.gongkai.events.Event;

/// What can happen to a finding, in the order of its life.
public sealed interface FindingEvent extends Event permits FindingOpened, FindingAnswered, FindingClosed {

	/// The finding: code of the rule, a colon, the stream of the record, a colon, the
	/// place of the entry it is about or
	/// the year.
	String findingId();

}
