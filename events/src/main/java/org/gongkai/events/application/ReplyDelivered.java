package org.gongkai.events.application;

import java.time.LocalDate;

/// 送达: the reply went out; this day decides whether it was in time (国办公开办函〔2016〕235号).
///
/// @param way the way of delivery
/// @param deliveredOn the day that counts for that way
public record ReplyDelivered(String applicationId, DeliveryWay way, LocalDate deliveredOn) implements ApplicationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.deliveredOn;
	}

}
