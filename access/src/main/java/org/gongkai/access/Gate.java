package org.gongkai.access;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.filter.OncePerRequestFilter;

/// The parts of the gate that answer people at a browser.
final class Gate {

	private Gate() {
	}

	/// Lets nobody on with a one-time password before it is changed.
	static final class FreshPassword extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			Caller caller = Callers.find();
			String path = request.getRequestURI();
			if (caller == null || !caller.mustChangePassword() || path.equals("/password") || path.equals("/sign-out")
					|| path.startsWith("/gongkai.") || request.getDispatcherType() == DispatcherType.ERROR) {
				chain.doFilter(request, response);
			}
			else if (Problems.isProgram(request)) {
				Problems.write(response, HttpStatus.FORBIDDEN, Rule.PASSWORD_MUST_CHANGE,
						"a one-time password is changed at /password before anything else");
			}
			else {
				response.sendRedirect("/password");
			}
		}

	}

	/// Checks what is typed into the page for signing in.
	static final class Passwords implements AuthenticationProvider {

		private final SignIns signIns;

		Passwords(SignIns signIns) {
			this.signIns = signIns;
		}

		@Override
		public Authentication authenticate(Authentication typed) {
			String address = (typed.getDetails() instanceof WebAuthenticationDetails details)
					? details.getRemoteAddress() : "";
			Object password = typed.getCredentials();
			return switch (this.signIns.signIn(typed.getName(), (password == null) ? "" : password.toString(),
					address)) {
				case SignIns.Outcome.Right(var version) -> SessionMark.authentication(typed.getName(), false, version);
				case SignIns.Outcome.Wrong _ -> throw new BadCredentialsException("refused");
				case SignIns.Outcome.Barred(var seconds) -> throw new Barred(seconds);
				case SignIns.Outcome.Busy _ -> throw new Busy();
			};
		}

		@Override
		public boolean supports(Class<?> kind) {
			return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
		}

	}

	/// Nobody looks at the password for a while.
	static final class Barred extends AuthenticationException {

		private static final long serialVersionUID = 1L;

		private final long seconds;

		Barred(long seconds) {
			super("barred");
			this.seconds = seconds;
		}

	}

	/// Too many passwords are being checked at once.
	static final class Busy extends AuthenticationException {

		private static final long serialVersionUID = 1L;

		Busy() {
			super("busy");
		}

	}

	/// Counts what begins a sign-in as calls of its network address, before any of it is
	/// looked at. The filters that answer them
	/// come before [Credentials].
	static final class SignInCalls extends OncePerRequestFilter {

		private final CallLimits limits;

		SignInCalls(CallLimits limits) {
			this.limits = limits;
		}

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			String path = request.getRequestURI();
			boolean begins = path.startsWith("/sign-in/")
					|| path.equals("/sign-in") && request.getMethod().equals("POST");
			if (!begins || !this.limits.refuse(null, request, response)) {
				chain.doFilter(request, response);
			}
		}

	}

	/// Nobody is signed in: a program is told, a person is led to the page for it.
	static void enter(HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException why)
			throws IOException {
		if (Problems.isProgram(request)) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
			Problems.write(response, HttpStatus.UNAUTHORIZED, Rule.SIGN_IN_NEEDED,
					"a token, or account and password, come with each call");
		}
		else {
			response.sendRedirect("/sign-in");
		}
	}

	/// A form without the token of its page, or from another site; or something that no
	/// role of the account allows.
	static void deny(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
			throws IOException {
		// the token of a page is asked for before it is known who calls
		boolean known = SecurityContextHolder.getContext().getAuthentication() != null;
		if (!known && !request.getRequestURI().equals("/sign-in")) {
			enter(request, response, null);
		}
		else if (Problems.isProgram(request)) {
			Problems.write(response, HttpStatus.FORBIDDEN, Rule.NOT_ALLOWED, (why instanceof CsrfException)
					? "a call with a session needs the token of its page" : "no role of this account allows that");
		}
		else {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
	}

	/// A sign-in that failed.
	static void refuse(HttpServletResponse response, AuthenticationException why) throws IOException {
		if (why instanceof Barred barred) {
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(barred.seconds));
			response.sendRedirect("/sign-in?barred=" + barred.seconds);
		}
		else if (why instanceof Busy) {
			String seconds = Overloaded.signIns().retryAfter();
			response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
			response.sendRedirect("/sign-in?busy=" + seconds);
		}
		else {
			response.sendRedirect("/sign-in?refused");
		}
	}

}
