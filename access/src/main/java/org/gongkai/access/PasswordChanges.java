package org.gongkai.access;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.TextRule;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/// 修改口令: sets the password of the caller. All other sessions of the account end; this one goes on under another id.
public final class PasswordChanges {

	private static final int SHORTEST = 12;

	private static final int LONGEST = 128;

	private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

	private final Accounts accounts;

	private final SignIns signIns;

	PasswordChanges(Accounts accounts, SignIns signIns) {
		this.accounts = accounts;
		this.signIns = signIns;
	}

	/// @throws Refused `sign-in-refused` for a wrong present one, `password-weak`
	/// @throws AttemptsBarred after too many wrong ones
	/// @throws Overloaded if too many passwords are being checked
	public void change(String present, String next, HttpServletRequest request, HttpServletResponse response) {
		Caller by = Callers.current();
		String account = by.account();
		if (account == null) {
			throw wrong();
		}
		if (TextRule.length(next) < SHORTEST || TextRule.length(next) > LONGEST || next.equals(present)
				|| next.toLowerCase(Locale.ROOT).contains(account)) {
			throw new Refused(Rule.PASSWORD_WEAK,
					"a password has 12 to 128 characters, is another than before and does not contain the account",
					"next");
		}
		long version = switch (this.signIns.verify(account, present, request.getRemoteAddr())) {
			case SignIns.Outcome.Right(var checked) -> checked;
			case SignIns.Outcome.Wrong _ -> throw wrong();
			case SignIns.Outcome.Barred(var seconds) -> throw new AttemptsBarred(seconds);
			case SignIns.Outcome.Busy _ -> throw Overloaded.signIns();
		};
		String hash = this.signIns.hash(next);
		// a call with credentials of its own has no session, whatever cookie comes with
		// it
		HttpSession session = (request.getHeader(HttpHeaders.AUTHORIZATION) == null) ? request.getSession(false) : null;
		long changed = this.accounts.changePassword(by, hash, version, (session == null) ? "" : session.getId());
		if (session != null) {
			request.changeSessionId();
			keep(account, changed, request, response);
		}
	}

	private void keep(String account, long version, HttpServletRequest request, HttpServletResponse response) {
		SecurityContext stored = this.sessions.loadDeferredContext(request).get();
		boolean elsewhere = stored.getAuthentication() != null
				&& SessionMark.of(stored.getAuthentication()).elsewhere();
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(SessionMark.authentication(account, elsewhere, version));
		this.sessions.saveContext(context, request, response);
	}

	private static Refused wrong() {
		return new Refused(Rule.SIGN_IN_REFUSED, "the present password is not this", "present");
	}

}
