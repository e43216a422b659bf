package org.gongkai.command.application;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.Channel;
import org.gongkai.events.application.Personal;
import org.jspecify.annotations.Nullable;

/// 收到申请: registers an application (articles 29, 31).
///
/// @param agency code of the agency that received it
/// @param applicationNo 申请编号, unique within the agency
/// @param applicantKind the column of table three
/// @param channel the way it came in
/// @param submittedOn the day it was handed in, posted or sent
/// @param receivedOn the day that counts (article 31)
/// @param personal who asks for what
/// @param historical true for a row of the past without its procedure dates
public record ReceiveApplication(String agency, String applicationNo, ApplicantKind applicantKind, Channel channel,
		LocalDate submittedOn, LocalDate receivedOn, @Nullable Personal personal,
		@Nullable Boolean historical) implements ApplicationCommand {

	public ReceiveApplication {
		Field.name("agency", agency, true);
		Field.newNumber("applicationNo", applicationNo);
		Field.needed("applicantKind", applicantKind);
		Field.needed("channel", channel);
		Field.needed("submittedOn", submittedOn);
		Field.needed("receivedOn", receivedOn);
		Field.personal(personal);
	}

	@Override
	@TargetAggregateIdentifier
	public ApplicationId applicationId() {
		return new ApplicationId(this.agency, this.applicationNo);
	}

}
