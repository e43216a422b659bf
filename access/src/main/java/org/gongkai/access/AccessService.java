package org.gongkai.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.gongkai.access.connector.ConnectorConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The gate of either service, or of both in one: the same accounts, the same table of rights, the same sessions.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableSpringHttpSession
@EnableConfigurationProperties({ AccessSettings.class, AdmissionSettings.class, RequestQueueSettings.class })
@Import(ConnectorConfiguration.class)
public class AccessService {

	/// How long a session lasts without a call.
	static final Duration IDLE = Duration.ofHours(1);

	private static final Pattern SESSION = Pattern.compile("[0-9A-Za-z-]{1,36}");

	/// Where both services are in one process, either's connections do.
	@Bean
	AccessTables accessTables(ObjectProvider<AccessConnections> connections) {
		List<AccessConnections> all = connections.stream().toList();
		return new AccessTables(new JdbcTemplate(all.getFirst().source()),
				new TransactionTemplate(new DataSourceTransactionManager(all.getFirst().source())));
	}

	/// The schema as this service reaches it.
	record AccessTables(JdbcTemplate sql, TransactionTemplate transaction) {
	}

	@Bean
	Outbox outbox(AccessTables tables) {
		return new Outbox(tables.sql());
	}

	@Bean
	Accounts accounts(AccessTables tables, Outbox outbox, SignInLimits limits, Clock clock) {
		return new Accounts(tables.sql(), tables.transaction(), outbox, limits, PasswordHasher.SHARED, clock);
	}

	@Bean
	SignInLimits signInLimits(AccessTables tables, Trusted trusted, Clock clock) {
		return new SignInLimits(tables.sql(), tables.transaction(), clock, trusted.authorization());
	}

	@Bean
	SignIns signIns(AccessTables tables, Outbox outbox, SignInLimits limits, Clock clock) {
		return new SignIns(tables.sql(), tables.transaction(), outbox, limits, PasswordHasher.SHARED, clock);
	}

	@Bean
	PasswordChanges passwordChanges(Accounts accounts, SignIns signIns) {
		return new PasswordChanges(accounts, signIns);
	}

	@Bean
	Sightings sightings(AccessTables tables, Clock clock) {
		return new Sightings(tables.sql(), clock);
	}

	@Bean
	CallLimits callLimits(AccessSettings settings, Clock clock, MeterRegistry meters) {
		return new CallLimits(settings.calls(), clock, meters);
	}

	@Bean
	Trusted trusted(AccessTables tables, AccessSettings settings) {
		return new Trusted(tables.sql(), settings.operatorToken());
	}

	@Bean
	ErrorAnswers errorAnswers(ObjectProvider<ErrorViewResolver> pages) {
		return new ErrorAnswers(pages.orderedStream().toList());
	}

	@Bean
	DatabaseHealth dbHealthIndicator(AccessTables tables, ObjectProvider<DataSource> pools) {
		return new DatabaseHealth(() -> pools.orderedStream().toList(), tables.sql(), tables.transaction());
	}

	@Bean
	FilterRegistrationBean<AvailabilityFilter> availabilityFilter(RequestQueueSettings settings,
			DatabaseHealth dbHealthIndicator, ObjectProvider<StorageCheck> storage) {
		FilterRegistrationBean<AvailabilityFilter> filter = new FilterRegistrationBean<>(
				new AvailabilityFilter(new RequestQueue(settings),
						() -> storage.stream().allMatch(StorageCheck::isUsable), dbHealthIndicator::suspect));
		// before the session is loaded
		filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
		return filter;
	}

	/// The log's own hierarchy where there is a write side, which is never behind.
	@Bean
	WebMvcConfigurer guard(ObjectProvider<Hierarchy> hierarchies) {
		return new WebMvcConfigurer() {
			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry
					.addInterceptor(new Guard((code) -> hierarchies.orderedStream().toList().getFirst().above(code)));
			}
		};
	}

	/// After the guard, so that only a request that is allowed waits for its turn.
	@Bean
	WebMvcConfigurer admission(AdmissionSettings settings) {
		AdmissionGate gate = new AdmissionGate(settings);
		return new WebMvcConfigurer() {
			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(gate).order(1);
			}
		};
	}

	@Bean
	JdbcIndexedSessionRepository sessionRepository(AccessTables tables) {
		JdbcIndexedSessionRepository sessions = new JdbcIndexedSessionRepository(tables.sql(), tables.transaction());
		sessions.setTableName("access.sessions");
		sessions.setDefaultMaxInactiveInterval(IDLE);
		return sessions;
	}

	/// Secure where the connection is.
	@Bean
	CookieSerializer sessionCookie(AccessSettings settings) {
		DefaultCookieSerializer cookie = new DefaultCookieSerializer() {
			@Override
			public List<String> readCookieValues(HttpServletRequest request) {
				// an id that no session has is not looked up
				return super.readCookieValues(request).stream().filter(SESSION.asMatchPredicate()).toList();
			}
		};
		cookie.setCookieName("gongkai-session");
		cookie.setUseHttpOnlyCookie(true);
		// whoever comes back from a provider comes from another site
		cookie.setSameSite((settings.oidc() == null) ? "Strict" : "Lax");
		return cookie;
	}

	/// Behind the filter that says in which encoding forms are read, and before
	/// everything
	/// that reads one.
	@Bean
	FilterRegistrationBean<TextFilter> textFilter(ObjectProvider<Spellings> spellings) {
		FilterRegistrationBean<TextFilter> filter = new FilterRegistrationBean<>(new TextFilter((field,
				text) -> spellings.orderedStream().findFirst().map((one) -> one.read(field, text)).orElseThrow()));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
		return filter;
	}

	@Bean
	BodyText bodyText() {
		return new BodyText();
	}

	/// Whether the page for signing in offers another provider.
	@Bean
	Elsewhere elsewhere(AccessSettings settings) {
		return new Elsewhere(settings.oidc() != null);
	}

	/// @param isOffered whether people may sign in with a provider
	public record Elsewhere(boolean isOffered) {

		/// Where that begins.
		public String link() {
			return SignInElsewhere.BEGIN + "/" + SignInElsewhere.ELSEWHERE;
		}

	}

	@Bean
	AuthenticationProvider passwords(SignIns signIns) {
		return new Gate.Passwords(signIns);
	}

	@Bean
	SecurityFilterChain gate(HttpSecurity http, Accounts accounts, SignIns signIns, Trusted trusted, CallLimits limits,
			AccessSettings settings) {
		CookieCsrfTokenRepository csrf = new CookieCsrfTokenRepository();
		csrf.setCookieName("gongkai-form");
		csrf.setCookieCustomizer((cookie) -> cookie.httpOnly(true).sameSite("Strict"));
		if (settings.oidc() != null) {
			new SignInElsewhere(settings.oidc(), accounts, signIns).into(http);
		}
		return http
			.authorizeHttpRequests((requests) -> requests
				.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
				.permitAll()
				.requestMatchers("/sign-in", "/gongkai.css", "/gongkai.svg", "/proof.html", "/error", "/api/office")
				.permitAll()
				.requestMatchers(Management.HEALTH, Management.HEALTH + "/liveness", Management.HEALTH + "/readiness")
				.permitAll()
				.requestMatchers(Management.HEALTH + "/**", Management.METERS)
				.access(new Management())
				.anyRequest()
				.authenticated())
			.addFilterBefore(new Gate.SignInCalls(limits), LogoutFilter.class)
			.addFilterBefore(new Credentials(accounts, signIns, trusted, limits), AnonymousAuthenticationFilter.class)
			.addFilterAfter(new Gate.FreshPassword(), AnonymousAuthenticationFilter.class)
			.requestCache((cache) -> cache.requestCache(new OwnPageCache()))
			.formLogin((form) -> form.loginPage("/sign-in")
				.usernameParameter("account")
				.passwordParameter("password")
				.failureHandler((_, response, why) -> Gate.refuse(response, why)))
			.logout((logout) -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in"))
			.csrf((forms) -> forms.csrfTokenRepository(csrf)
				// a browser of another site cannot send this header
				.ignoringRequestMatchers((request) -> request.getHeader(HttpHeaders.AUTHORIZATION) != null))
			.exceptionHandling(
					(refusals) -> refusals.authenticationEntryPoint(Gate::enter).accessDeniedHandler(Gate::deny))
			.httpBasic(AbstractHttpConfigurer::disable)
			.build();
	}

}
