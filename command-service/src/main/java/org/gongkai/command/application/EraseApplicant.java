package org.gongkai.command.application;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Field;
import org.gongkai.events.application.ErasureGround;

/// 删除申请人个人信息: makes everything that a concluded case and the disputes about it tell of people unreadable for ever
/// (个人信息保护法第四十七条).
///
/// @param applicationId the case
/// @param erasedOn the day of erasing
/// @param ground the ground in law
/// @param reason who asked for it, or what ended; it stays, so it names nobody
public record EraseApplicant(@TargetAggregateIdentifier ApplicationId applicationId, LocalDate erasedOn,
		ErasureGround ground, String reason) implements ApplicationCommand {

	public EraseApplicant {
		Field.needed("applicationId", applicationId);
		Field.needed("erasedOn", erasedOn);
		Field.needed("ground", ground);
		Field.text("reason", reason, true);
	}

}
