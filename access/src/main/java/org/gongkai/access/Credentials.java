package org.gongkai.access;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.TextRule;
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
		Optional<SignIns.Outcome> outcome = header.regionMatches(true, 0, "Basic ", 0, 6)
				? byPassword(pair(header.substring(6).strip()), request, response) : byToken(header, request, response);
		if (outcome.isEmpty()) {
			return;
		}
		switch (outcome.get()) {
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
			case SignIns.Outcome.Busy _ -> Overloaded.signIns().write(response);
		}
	}

	/// @return empty if one call too many is answered already
	private Optional<SignIns.Outcome> byToken(String header, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Optional<Caller> caller = header.regionMatches(true, 0, "Bearer ", 0, 7)
				? byToken(header.substring(7).strip(), request) : Optional.empty();
		caller.ifPresent(Callers::enter);
		// a call with an unknown token counts for its address
		return this.limits.refuse(Callers.find(), request, response) ? Optional.empty()
				: Optional.of(caller.isPresent() ? new SignIns.Outcome.Right(0) : new SignIns.Outcome.Wrong());
	}

	/// A password that has to be hashed is a call of its address, and is counted before.
	/// @param pair account and password; empty where they are not well sent
	/// @return empty if one call too many is answered already
	private Optional<SignIns.Outcome> byPassword(String[] pair, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		boolean sent = pair.length == 2;
		OptionalLong version = sent ? this.signIns.remembered(pair[0], pair[1]) : OptionalLong.empty();
		if (version.isEmpty() || !enter(pair[0], version.getAsLong())) {
			if (this.limits.refuse(null, request, response)) {
				return Optional.empty();
			}
			SignIns.Outcome outcome = sent ? this.signIns.call(pair[0], pair[1], request.getRemoteAddr())
					: new SignIns.Outcome.Wrong();
			if (!(outcome instanceof SignIns.Outcome.Right(var checked))) {
				return Optional.of(outcome);
			}
			if (!enter(pair[0], checked)) {
				return Optional.of(new SignIns.Outcome.Wrong());
			}
		}
		return this.limits.refuse(Callers.find(), request, response) ? Optional.empty()
				: Optional.of(new SignIns.Outcome.Right(0));
	}

	/// @return whether the account still has these credentials
	private boolean enter(String account, long version) {
		Optional<Caller> caller = this.accounts.known(account)
			.filter((known) -> known.credentialVersion() == version)
			.map(Accounts.Known::caller);
		caller.ifPresent(Callers::enter);
		return caller.isPresent();
	}

	private Optional<Caller> byToken(String token, HttpServletRequest request) {
		if (!this.trusted.knows(token)) {
			return this.accounts.byToken(token);
		}
		String account = request.getHeader(ACCOUNT);
		return (account != null) ? this.accounts.caller(account)
				: Optional.of(Caller.operator(decoded(request.getHeader(ACTOR))));
	}

	private void session(HttpServletRequest request) {
		Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
		if (signedIn == null) {
			return;
		}
		SecurityContextHolder.clearContext();
		SessionMark mark = SessionMark.of(signedIn);
		this.accounts.known(signedIn.getName())
			.filter((known) -> known.credentialVersion() == mark.credentialVersion())
			.map(Accounts.Known::caller)
			.map((caller) -> mark.elsewhere() ? caller.withoutPassword() : caller)
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
	/// @throws Refused for a name that cannot be written down
	private static String decoded(@Nullable String header) {
		try {
			return (header == null) ? "" : TextRule.read(ACTOR,
					URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8).strip());
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

}
