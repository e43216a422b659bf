package org.gongkai.access;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/// 统一身份认证: a provider of OpenID Connect says who somebody is; what that person may do stays a matter of the accounts here. Of what
/// the provider sends nothing is kept but the account.
final class SignInElsewhere {

	/// Says of a session that no password was typed here.
	static final String ELSEWHERE = "oidc";

	/// Where signing in with the provider begins.
	static final String BEGIN = "/sign-in/with";

	private static final Logger LOGGER = LoggerFactory.getLogger(SignInElsewhere.class);

	private final AccessSettings.Oidc settings;

	private final Accounts accounts;

	private final SignIns signIns;

	SignInElsewhere(AccessSettings.Oidc settings, Accounts accounts, SignIns signIns) {
		this.settings = settings;
		this.accounts = accounts;
		this.signIns = signIns;
	}

	/// The provider is asked for its keys and addresses when the first person signs in,
	/// and not before: an office starts without it.
	void into(HttpSecurity http) {
		SupplierClientRegistrationRepository registrations = new SupplierClientRegistrationRepository(
				() -> new InMemoryClientRegistrationRepository(registration()));
		SavedRequestAwareAuthenticationSuccessHandler next = new SavedRequestAwareAuthenticationSuccessHandler();
		next.setRequestCache(new OwnPageCache());
		http.oauth2Login((login) -> login.loginPage("/sign-in")
			.clientRegistrationRepository(registrations)
			.authorizedClientRepository(new Forgetting())
			.authorizationEndpoint((begin) -> begin.baseUri(BEGIN).authorizationRequestRepository(new BriefSession()))
			.redirectionEndpoint((end) -> end.baseUri("/sign-in/from/*"))
			.successHandler((request, response, who) -> {
				if (enter(request, response, who)) {
					next.onAuthenticationSuccess(request, response, who);
				}
				else {
					response.sendRedirect("/sign-in?stranger");
				}
			})
			.failureHandler((_, response, why) -> {
				LOGGER.warn("a sign-in with {} failed: {}", this.settings.issuer(), why.toString());
				response.sendRedirect("/sign-in?elsewhere");
			}));
	}

	private boolean enter(HttpServletRequest request, HttpServletResponse response, Authentication who) {
		Object claim = (who.getPrincipal() instanceof OidcUser user)
				? user.getClaims().get(this.settings.accountClaim()) : null;
		String account = (claim == null) ? "" : claim.toString();
		Optional<Accounts.Known> known = this.accounts.known(account);
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		known.ifPresent((entered) -> {
			request.getSession().setMaxInactiveInterval((int) AccessService.IDLE.toSeconds());
			this.signIns.passedElsewhere(entered.caller(), request.getRemoteAddr());
			context.setAuthentication(SessionMark.authentication(account, true, entered.credentialVersion()));
		});
		// without an account the session ends as it began: with nobody
		SecurityContextHolder.setContext(context);
		new HttpSessionSecurityContextRepository().saveContext(context, request, response);
		return known.isPresent();
	}

	private ClientRegistration registration() {
		try {
			return ClientRegistrations.fromIssuerLocation(this.settings.issuer())
				.registrationId(ELSEWHERE)
				.clientId(this.settings.clientId())
				.clientSecret(Files.readString(this.settings.clientSecretFile()).strip())
				.scope("openid", "profile")
				.userNameAttributeName(IdTokenClaimNames.SUB)
				.redirectUri("{baseUrl}/sign-in/from/{registrationId}")
				.build();
		}
		catch (IOException ex) {
			throw new IllegalStateException("the client secret cannot be read: " + ex.getMessage(), ex);
		}
	}

	/// Keeps what a sign-in began with in a session that ends after some minutes: any
	/// caller can begin one.
	private static final class BriefSession implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

		private static final Duration LONGEST = Duration.ofMinutes(5);

		private final HttpSessionOAuth2AuthorizationRequestRepository session = new HttpSessionOAuth2AuthorizationRequestRepository();

		@Override
		public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
			return this.session.loadAuthorizationRequest(request);
		}

		@Override
		public void saveAuthorizationRequest(@Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request,
				HttpServletResponse response) {
			boolean made = request.getSession(false) == null;
			this.session.saveAuthorizationRequest(begun, request, response);
			if (made && request.getSession(false) != null) {
				request.getSession(false).setMaxInactiveInterval((int) LONGEST.toSeconds());
			}
		}

		@Override
		public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
				HttpServletResponse response) {
			return this.session.removeAuthorizationRequest(request, response);
		}

	}

	/// Keeps no token of a provider.
	private static final class Forgetting implements OAuth2AuthorizedClientRepository {

		@Override
		public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String registration,
				Authentication who, HttpServletRequest request) {
			return null;
		}

		@Override
		public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication who, HttpServletRequest request,
				HttpServletResponse response) {
			// nothing is called in somebody's name
		}

		@Override
		public void removeAuthorizedClient(String registration, Authentication who, HttpServletRequest request,
				HttpServletResponse response) {
			// there is none
		}

	}

}
