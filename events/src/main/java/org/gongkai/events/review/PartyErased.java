package org.gongkai.events.review;

import java.time.LocalDate;

import org.gongkai.events.Erasure;
import org.gongkai.events.application.ErasureGround;

/// 删除复议申请人、原告个人信息: whatever the dispute told of people is forgotten; what it counts stays (个人信息保护法第四十七条).
///
/// @param erasedOn the day of erasing
/// @param ground the ground in law
/// @param reason who asked for it, or what ended, naming nobody
public record PartyErased(String disputeId, LocalDate erasedOn, ErasureGround ground,
		String reason) implements DisputeEvent, Erasure {

	@Override
	public LocalDate effectiveOn() {
		return this.erasedOn;
	}

}
