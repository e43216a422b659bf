package org.gongkai.events.review;

import org.gongkai.events.Event;

/// What can happen to a dispute, in the order of its life.
public sealed interface DisputeEvent extends Event permits ReviewFiled, ReviewConcluded, ReviewWithdrawn, LawsuitFiled,
		LawsuitConcluded, LawsuitWithdrawn, DisputeRectified, DisputeEntryStruck, PartyErased {

	/// The dispute: `review:` or `lawsuit:`, agency code, a slash, 案号.
	String disputeId();

}
