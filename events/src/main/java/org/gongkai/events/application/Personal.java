package org.gongkai.events.application;

import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// What identifies people in an application. Stands apart from every field that counts, so that it can be made
/// unreadable without touching a number.
///
/// @param name 申请人 name of the person or organisation
/// @param identityDocument 身份证明 kind and number (article 29(1))
/// @param address postal address
/// @param phone telephone number
/// @param email e-mail address
/// @param subject 内容描述: the name, number or other features of the information asked for (article 29(2))
/// @param formWanted 获取方式: the form and way of obtaining (article 29(3))
/// @param receiptEvidence how the day of receipt is proven: signature, note of the confirming call
public record Personal(@Nullable String name, @Nullable String identityDocument, @Nullable String address,
		@Nullable String phone, @Nullable String email, @Nullable String subject, @Nullable String formWanted,
		@Nullable String receiptEvidence) implements PersonalData {

	@Override
	public boolean tellsAnything() {
		return Stream
			.of(this.name, this.identityDocument, this.address, this.phone, this.email, this.subject, this.formWanted,
					this.receiptEvidence)
			.anyMatch(Objects::nonNull);
	}

}
