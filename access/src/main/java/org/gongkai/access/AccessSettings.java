package org.gongkai.access;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the gate is kept.
///
/// @param operatorToken by which the owner of the data folder is known; empty for none
/// @param oidc where else people are known; null for nowhere
@ConfigurationProperties("gongkai.access")
record AccessSettings(@DefaultValue("") String operatorToken, @Nullable Oidc oidc) {

	/// 统一身份认证 by OpenID Connect.
	///
	/// @param issuer address of the provider
	/// @param clientId the name by which the provider knows this office
	/// @param clientSecretFile the file with the secret shared with it
	/// @param accountClaim the claim that holds the account here
	record Oidc(String issuer, String clientId, Path clientSecretFile,
			@DefaultValue("preferred_username") String accountClaim) {
	}

	@Override
	public String toString() {
		return "AccessSettings[hidden]";
	}

}
