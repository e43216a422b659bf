package org.gongkai.access;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the gate is kept.
///
/// @param operatorToken by which the owner of the data folder is known; empty for none
/// @param calls how many calls are answered
/// @param oidc where else people are known; null for nowhere
@ConfigurationProperties("gongkai.access")
record AccessSettings(@DefaultValue("") String operatorToken, @DefaultValue Calls calls, @Nullable Oidc oidc) {

	/// How many calls are answered, of each account and of each network address before
	/// anybody is signed in there.
	///
	/// @param account of one account
	/// @param address of one network address, behind which many people may sit
	record Calls(@DefaultValue Limit account, @DefaultValue Limit address) {

		/// A bucket of calls.
		///
		/// @param perSecond how many come in
		/// @param burst how many it holds
		record Limit(@DefaultValue("50") int perSecond, @DefaultValue("1000") int burst) {

			Limit {
				if (perSecond < 1 || burst < 1) {
					throw new IllegalArgumentException("gongkai.access.calls: a limit is 1 or more");
				}
			}

		}

	}

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
