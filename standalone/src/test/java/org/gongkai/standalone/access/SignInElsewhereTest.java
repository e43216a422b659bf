package org.gongkai.standalone.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.gongkai.standalone.Office;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// A browser, an office, and a provider of OpenID Connect that says who somebody is.
class SignInElsewhereTest {

	@TempDir
	Path folder;

	private final CookieManager cookies = new CookieManager();

	private final HttpClient browser = HttpClient.newBuilder()
		.cookieHandler(this.cookies)
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	private HttpServer provider;

	private RSAKey key;

	private RSAKey signing;

	private String issuer;

	private String who = "wang";

	private String nonce = "";

	private Office office;

	@BeforeEach
	void open() throws Exception {
		this.key = new RSAKeyGenerator(2048).keyID("one").generate();
		this.signing = this.key;
		this.provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.issuer = "http://127.0.0.1:" + this.provider.getAddress().getPort();
		this.provider.createContext("/", this::serve);
		this.provider.start();
		Path secret = Files.writeString(this.folder.resolve("secret"), "between us\n");
		Path data = Files.createDirectory(this.folder.resolve("office"));
		Files.writeString(data.resolve("settings.properties"), """
				gongkai.access.oidc.issuer = %s
				gongkai.access.oidc.client-id = gongkai
				gongkai.access.oidc.client-secret-file = %s
				""".formatted(this.issuer, secret));
		this.office = Office.open(data, Office.Door.anywhere());
		AccountSetup.post(this.office, "/api/accounts",
				"{\"account\": \"wang\", \"displayName\": \"王芳\", \"machine\": false}");
		AccountSetup.post(this.office, "/api/accounts/wang/grants", "{\"role\": \"clerk\"}");
	}

	@AfterEach
	void close() {
		this.browser.close();
		this.office.close();
		this.provider.stop(0);
	}

	@Test
	void who_is_known_elsewhere_acts_with_the_account_here_and_types_no_password() throws Exception {
		assertThat(get("/sign-in")).contains("用统一身份认证登录");

		String page = get("/sign-in/with/oidc");

		assertThat(Jsoup.parse(page).title()).startsWith("首页");
		assertThat(page).contains("王芳");
		assertThat(Jsoup.parse(get("/applications")).title()).startsWith("申请台账");
		AccountSetup.post(this.office, "/api/accounts/wang/lock", "");
		assertThat(Jsoup.parse(get("/applications")).title()).startsWith("登录");
	}

	@Test
	void a_revoked_role_ends_the_session() throws Exception {
		get("/sign-in/with/oidc");
		assertThat(Jsoup.parse(get("/applications")).title()).startsWith("申请台账");

		AccountSetup.post(this.office, "/api/accounts/wang/revocations", "{\"role\": \"clerk\"}");

		assertThat(Jsoup.parse(get("/applications")).title()).startsWith("登录");
	}

	@Test
	void the_session_in_which_a_sign_in_begins_has_another_id_afterwards() throws Exception {
		try (HttpClient steps = HttpClient.newBuilder().cookieHandler(this.cookies).build()) {
			HttpResponse<String> begun = steps.send(
					HttpRequest.newBuilder(URI.create(this.office.url() + "/sign-in/with/oidc")).build(),
					HttpResponse.BodyHandlers.ofString());
			String before = session();
			assertThat(before).isNotEmpty();
			this.browser.send(
					HttpRequest.newBuilder(URI.create(begun.headers().firstValue("Location").orElseThrow())).build(),
					HttpResponse.BodyHandlers.ofString());

			assertThat(session()).isNotEmpty().isNotEqualTo(before);
			assertThat(Jsoup.parse(get("/applications")).title()).startsWith("申请台账");
		}
	}

	@Test
	void who_has_no_account_here_stays_outside() throws Exception {
		this.who = "stranger";

		assertThat(get("/sign-in/with/oidc")).contains("您在本系统没有账号");
		assertThat(Jsoup.parse(get("/applications")).title()).startsWith("登录");
	}

	@Test
	void what_another_key_signed_is_not_believed() throws Exception {
		this.signing = new RSAKeyGenerator(2048).keyID("one").generate();

		assertThat(get("/sign-in/with/oidc")).contains("统一身份认证没有成功");
		assertThat(Jsoup.parse(get("/applications")).title()).startsWith("登录");
	}

	@Test
	void an_answer_that_nobody_asked_for_is_not_taken() throws Exception {
		assertThat(get("/sign-in/from/oidc?code=guess&state=guess")).contains("统一身份认证没有成功");
		assertThat(Jsoup.parse(get("/applications")).title()).startsWith("登录");
	}

	private String session() {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals("gongkai-session"))
			.map(HttpCookie::getValue)
			.findFirst()
			.orElse("");
	}

	private String get(String path) throws Exception {
		return this.browser
			.send(HttpRequest.newBuilder(URI.create(this.office.url() + path)).build(),
					HttpResponse.BodyHandlers.ofString())
			.body();
	}

	private void serve(HttpExchange exchange) throws IOException {
		switch (exchange.getRequestURI().getPath()) {
			case "/.well-known/openid-configuration" -> answer(exchange,
					"""
							{"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
							"jwks_uri": "%1$s/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
							"id_token_signing_alg_values_supported": ["RS256"]}"""
						.formatted(this.issuer));
			case "/keys" -> answer(exchange, new JWKSet(this.key).toPublicJWKSet().toString());
			case "/authorize" -> {
				Map<String, String> asked = Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
					.map((pair) -> pair.split("=", 2))
					.collect(Collectors.toMap((pair) -> pair[0],
							(pair) -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
				this.nonce = asked.get("nonce");
				exchange.getResponseHeaders()
					.add("Location", asked.get("redirect_uri") + "?code=c&state="
							+ URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8));
				exchange.sendResponseHeaders(302, -1);
				exchange.close();
			}
			case "/token" -> answer(exchange, """
					{"access_token": "a", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}"""
				.formatted(token()));
			default -> {
				exchange.sendResponseHeaders(404, -1);
				exchange.close();
			}
		}
	}

	private String token() {
		try {
			Instant now = Instant.now();
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
					new JWTClaimsSet.Builder().issuer(this.issuer)
						.subject("4711")
						.audience("gongkai")
						.claim("nonce", this.nonce)
						.claim("preferred_username", this.who)
						.issueTime(Date.from(now))
						.expirationTime(Date.from(now.plusSeconds(60)))
						.build());
			token.sign(new RSASSASigner(this.signing));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void answer(HttpExchange exchange, String json) throws IOException {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

}
