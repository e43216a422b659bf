package org.gongkai.events.application;

import org.gongkai.events.Event;

/// What can happen to an application, in the order of its life.
public sealed interface ApplicationEvent extends Event
		permits ApplicationReceived, CorrectionRequested, CorrectionSupplied, ThirdPartyConsulted,
		ThirdPartyOpinionRecorded, AgencyConsulted, AgencyOpinionRecorded, DeadlineExtended, ReasonsRequested,
		ReasonsSupplied, ReplyDelayed, FeeNoticeIssued, FeePaid, ApplicationTransferred, DecisionDrafted, DraftReturned,
		ApplicationDecided, CorrectionLapsed, FeeLapsed, ApplicationWithdrawn, ReplyDelivered, RedecisionOrdered,
		ApplicationRedecided, RecordRectified, EntryStruck, ApplicantErased {

	/// The case: agency code at receipt, a slash, the application number.
	String applicationId();

}
