package org.gongkai.access;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out who calls: by a token or by account and password with each call, or by the session of a browser. What an
/// account may do is compared with the database once per request, so that what is revoked is revoked at once.
final class Credentials extends OncePerRequestFilter {

	/// Says for whom a service of the house calls.
	static final String ACCOUNT = "Gongkai-Account";

	private static final String ACTOR = "Gongkai-Actor";

	private final Accounts accounts;

	private final SignIns signIns;

	private final Trusted trusted;

	private final CallLimits limits;

	Credentials(Accounts accounts, SignIns signIns, Trusted trusted, CallLimits limits) {
		this.limits = limits;
		this.accounts = accounts;
		this.signIns = signIns;
		this.trusted = trusted;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (header == null) {
			session(request);
			if (!this.limits.refuse(Callers.find(), request, response)) {
				chain.doFilter(request, response);
			}
			return;
		}
		SecurityContextHolder.clearContext();
		SignIns.Outcome outcome = called(header, request);
		// whoever tries tokens is nobody
		if (this.limits.refuse(Callers.find(), request, response)) {
			return;
		}
		switch (outcome) {
			case SignIns.Outcome.Right _ -> chain.doFilter(request, response);
			case SignIns.Outcome.Wrong _ -> {
				response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
				Problems.write(response, HttpStatus.UNAUTHORIZED, Rule.SIGN_IN_REFUSED,
						"the token, or account and password, are not right");
			}
			case SignIns.Outcome.Barred(var seconds) -> {
				response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
				Problems.write(response, HttpStatus.TOO_MANY_REQUESTS, Rule.SIGN_IN_BARRED,
						"too many sign-ins were refused; look again after " + seconds + " s");
			}
		}
	}

	private SignIns.Outcome called(String header, HttpServletRequest request) {
		if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
			return entered(byToken(header.substring(7).strip(), request));
		}
		String[] pair = header.regionMatches(true, 0, "Basic ", 0, 6) ? pair(header.substring(6).strip())
				: new String[0];
		if (pair.length != 2) {
			return new SignIns.Outcome.Wrong();
		}
		SignIns.Outcome outcome = this.signIns.check(pair[0], pair[1], request.getRemoteAddr(), false);
		return (outcome instanceof SignIns.Outcome.Right) ? entered(this.accounts.caller(pair[0])) : outcome;
	}

	private Optional<Caller> byToken(String token, HttpServletRequest request) {
		if (!this.trusted.knows(token)) {
			return this.accounts.byToken(token);
		}
		String account = request.getHeader(ACCOUNT);
		return (account != null) ? this.accounts.caller(account)
				: Optional.of(Caller.operator(decoded(request.getHeader(ACTOR))));
	}

	private static SignIns.Outcome entered(Optional<Caller> caller) {
		caller.ifPresent(Callers::enter);
		return caller.isPresent() ? new SignIns.Outcome.Right() : new SignIns.Outcome.Wrong();
	}

	private void session(HttpServletRequest request) {
		Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
		if (signedIn == null) {
			return;
		}
		SecurityContextHolder.clearContext();
		boolean elsewhere = SignInElsewhere.ELSEWHERE.equals(signedIn.getDetails());
		this.accounts.caller(signedIn.getName())
			.map((caller) -> elsewhere ? caller.withoutPassword() : caller)
			.ifPresentOrElse(Callers::enter, () -> {
				if (request.getSession(false) != null) {
					request.getSession(false).invalidate();
				}
			});
	}

	private static String[] pair(String base64) {
		try {
			String text = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
			return text.split(":", 2);
		}
		catch (IllegalArgumentException ex) {
			return new String[0];
		}
	}

	/// A name that is not well sent is none; a command that needs one says so.
	private static String decoded(@Nullable String header) {
		try {
			return (header == null) ? ""
					: URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8).strip();
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

}
