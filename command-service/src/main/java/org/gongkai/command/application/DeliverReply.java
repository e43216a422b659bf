package org.gongkai.command.application;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.events.application.DeliveryWay;

/// 送达: the reply went out (国办公开办函〔2016〕235号).
///
/// @param applicationId the case
/// @param way the way of delivery
/// @param deliveredOn the day that counts for that way
public record DeliverReply(@TargetAggregateIdentifier ApplicationId applicationId, DeliveryWay way,
		LocalDate deliveredOn) implements ApplicationCommand {

	public DeliverReply {
		Field.needed("applicationId", applicationId);
		Field.needed("way", way);
		Field.needed("deliveredOn", deliveredOn);
	}

}
