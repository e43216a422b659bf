package org.gongkai.access;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/// What is told to whoever runs the services: to everybody whether they are well, without a word on which part is not; that, and
/// meters, to those whom the table of rights names.
final class Management implements AuthorizationManager<RequestAuthorizationContext> {

	/// Below it stand health and meters.
	static final String BASE = "/management";

	static final String HEALTH = BASE + "/health";

	static final String METERS = BASE + "/prometheus";

	@Override
	public AuthorizationDecision authorize(Supplier<? extends @Nullable Authentication> known,
			RequestAuthorizationContext asked) {
		Caller caller = Callers.find();
		return new AuthorizationDecision(caller != null && !Rights.grants("GET " + METERS, caller).isEmpty());
	}

}
