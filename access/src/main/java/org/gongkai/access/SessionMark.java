package org.gongkai.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/// What a session keeps beside its account. It is stored as plain text, which every version of the product can read.
///
/// @param elsewhere whether another provider knew the person, and no password was typed
/// @param credentialVersion the one with which the session began; it is over once the
/// account has another
record SessionMark(boolean elsewhere, long credentialVersion) {

	private static final String PASSWORD = "password";

	/// How an account is kept in its session.
	static Authentication authentication(String account, boolean elsewhere, long credentialVersion) {
		UsernamePasswordAuthenticationToken entered = UsernamePasswordAuthenticationToken.authenticated(account, null,
				AuthorityUtils.NO_AUTHORITIES);
		entered.setDetails((elsewhere ? SignInElsewhere.ELSEWHERE : PASSWORD) + ":" + credentialVersion);
		return entered;
	}

	/// A session from before there were versions has the first.
	static SessionMark of(Authentication signedIn) {
		return read(signedIn.getDetails());
	}

	private static SessionMark read(@Nullable Object details) {
		String[] parts = (details instanceof String text) ? text.split(":", 2) : new String[] { PASSWORD };
		return new SessionMark(parts[0].equals(SignInElsewhere.ELSEWHERE),
				(parts.length == 2) ? Long.parseLong(parts[1]) : 0);
	}

}
