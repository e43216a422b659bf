package org.gongkai.events.application;

import java.time.LocalDate;

import org.gongkai.events.Erasure;

/// 删除申请人个人信息: whatever the case told of people is forgotten; what it counts stays (个人信息保护法第四十七条).
///
/// @param erasedOn the day of erasing
/// @param ground the ground in law
/// @param reason who asked for it, or what ended, naming nobody
public record ApplicantErased(String applicationId, LocalDate erasedOn, ErasureGround ground,
		String reason) implements ApplicationEvent, Erasure {

	@Override
	public LocalDate effectiveOn() {
		return this.erasedOn;
	}

}
