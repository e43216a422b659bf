package org.gongkai.events.agency;

import org.gongkai.events.Event;

/// What can happen to an agency.
public sealed interface AgencyEvent extends Event
		permits AgencyRegistered, AgencyRenamed, AgencyReparented, LedgerOpened, DisputeCountingChosen, AgencyClosed {

	/// 机关代码.
	String code();

}
