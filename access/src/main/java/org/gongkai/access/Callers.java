package org.gongkai.access;

import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/// Who calls in the present request.
public final class Callers {

	private Callers() {
	}

	/// Who calls.
	/// @throws Refused `sign-in-needed` outside of any request of somebody known
	public static Caller current() {
		Caller caller = find();
		if (caller == null) {
			throw new Refused(Rule.SIGN_IN_NEEDED, "nobody is signed in");
		}
		return caller;
	}

	/// Who calls; null for nobody known.
	public static @Nullable Caller find() {
		Authentication known = SecurityContextHolder.getContext().getAuthentication();
		return (known instanceof Known caller) ? caller.caller : null;
	}

	static void enter(Caller caller) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(new Known(caller));
		SecurityContextHolder.setContext(context);
	}

	/// A caller as the framework has it, for one request. It is never stored: what
	/// somebody may do is read anew each time.
	private static final class Known extends AbstractAuthenticationToken {

		private static final long serialVersionUID = 1L;

		private final transient Caller caller;

		Known(Caller caller) {
			super(AuthorityUtils.NO_AUTHORITIES);
			this.caller = caller;
			setAuthenticated(true);
		}

		@Override
		public @Nullable Object getCredentials() {
			return null;
		}

		@Override
		public Object getPrincipal() {
			return this.caller.actor();
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Known known && known.caller.equals(this.caller);
		}

		@Override
		public int hashCode() {
			return this.caller.hashCode();
		}

	}

}
