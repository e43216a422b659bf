package org.gongkai.events.application;

import java.time.LocalDate;

/// 收到申请: the office has an application; it counts as new in the year of its day of receipt (articles 29, 31).
///
/// @param applicationId the case: agency code at receipt, a slash, the application number
/// @param agency code of the agency that received it
/// @param applicationNo 申请编号, unique within the agency
/// @param applicantKind the column of table three
/// @param channel the way it came in
/// @param submittedOn the day it was handed in, posted or sent
/// @param receivedOn the day that counts (article 31)
/// @param historical true for a row of the past that came in without its procedure dates
/// @param personal who asked for what
public record ApplicationReceived(String applicationId, String agency, String applicationNo,
		ApplicantKind applicantKind, Channel channel, LocalDate submittedOn, LocalDate receivedOn, boolean historical,
		Personal personal) implements ApplicationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.receivedOn;
	}

}
