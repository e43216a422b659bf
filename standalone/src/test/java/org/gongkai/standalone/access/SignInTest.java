package org.gongkai.standalone.access;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.gongkai.standalone.Office;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// A browser before an office, and people who have not signed in there yet.
class SignInTest {

	private final CookieManager cookies = new CookieManager();

	private final HttpClient browser = HttpClient.newBuilder()
		.cookieHandler(this.cookies)
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	private static Office office;

	private static String oneTime;

	private HttpResponse<String> shown;

	@BeforeAll
	static void open() {
		office = Office.openTemporary(Office.Door.anywhere());
		oneTime = office.openAdministrator().orElseThrow();
	}

	@AfterAll
	static void close() {
		office.close();
	}

	@AfterEach
	void leave() {
		this.browser.close();
	}

	@Test
	void the_first_account_changes_its_password_before_anything_else() throws Exception {
		assertThat(open("/agencies").title()).startsWith("登录");
		Document asked = hand("/sign-in", Map.of("account", "admin", "password", oneTime));
		assertThat(asked.title()).startsWith("修改口令");
		assertThat(open("/agencies").title()).startsWith("修改口令");

		assertThat(change("too short").text()).contains("口令须为12至128个字符");
		assertThat(this.shown.statusCode()).isEqualTo(422);
		assertThat(change("correct horse battery").title()).startsWith("首页");

		Document registered = hand("/agencies", "/agencies",
				Map.of("code", "T", "name", "下庄镇人民政府", "kind", "township", "registeredOn", "2018-01-01"));
		assertThat(registered.text()).contains("下庄镇人民政府");
		assertThat(open("/applications").text()).contains("没有办理或者查看的权限");
		assertThat(this.shown.statusCode()).isEqualTo(403);
		assertThat(office.openAdministrator()).isEmpty();

		assertThat(hand("/sign-out", Map.of()).title()).startsWith("登录");
		assertThat(open("/agencies").title()).startsWith("登录");
	}

	@Test
	void a_session_is_made_anew_at_sign_in_and_its_cookie_is_hidden_from_scripts_and_other_sites() throws Exception {
		String password = newcomer("wang");
		open("/sign-in");
		HttpClient plain = HttpClient.newBuilder().cookieHandler(this.cookies).build();
		HttpResponse<String> answer = plain.send(
				form("/sign-in", Map.of("account", "wang", "password", password), Jsoup.parse(this.shown.body())),
				HttpResponse.BodyHandlers.ofString());

		assertThat(answer.headers().allValues("Set-Cookie")).anySatisfy(
				(cookie) -> assertThat(cookie).startsWith("gongkai-session=").contains("HttpOnly", "SameSite=Strict"));
		plain.close();
	}

	@Test
	void a_form_without_the_token_of_its_page_is_not_taken() throws Exception {
		String password = newcomer("zhao");
		HttpResponse<String> answer = this.browser.send(HttpRequest.newBuilder(address("/sign-in"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Sec-Fetch-Site", "same-origin")
			.POST(HttpRequest.BodyPublishers.ofString("account=zhao&password=" + encoded(password)))
			.build(), HttpResponse.BodyHandlers.ofString());

		assertThat(answer.statusCode()).isEqualTo(403);
	}

	@Test
	void who_guesses_is_barred_for_a_while_even_with_the_right_password() throws Exception {
		String password = newcomer("guo");
		for (int i = 0; i < 5; i++) {
			open("/sign-in");
			assertThat(hand("/sign-in", Map.of("account", "guo", "password", "guess" + i)).text()).contains("账号或口令不正确");
		}
		open("/sign-in");
		assertThat(hand("/sign-in", Map.of("account", "guo", "password", password)).text()).contains("多次登录失败");
		assertThat(this.shown.statusCode()).isEqualTo(429);
		assertThat(this.shown.headers().firstValue("Retry-After")).isPresent();

		HttpResponse<String> program = this.browser.send(HttpRequest.newBuilder(address("/api/agencies"))
			.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(("guo:" + password).getBytes()))
			.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(program.statusCode()).isEqualTo(429);
		assertThat(program.body()).contains("\"sign-in-barred\"");
	}

	@Test
	void a_program_without_credentials_is_told_so() throws Exception {
		HttpResponse<String> answer = this.browser.send(HttpRequest.newBuilder(address("/api/agencies")).build(),
				HttpResponse.BodyHandlers.ofString());

		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(answer.body()).contains("\"sign-in-needed\"", "请先登录");
	}

	/// Opens an account.
	/// @return its one-time password
	private String newcomer(String account) {
		return AccountSetup.open(office, account, account);
	}

	private Document change(String next) throws Exception {
		open("/password");
		return hand("/password", Map.of("present", oneTime, "next", next, "again", next));
	}

	private Document open(String path) throws Exception {
		return show(HttpRequest.newBuilder(address(path)).build());
	}

	private Document hand(String action, Map<String, String> typed) throws Exception {
		return show(form(action, typed, Jsoup.parse(this.shown.body())));
	}

	private Document hand(String page, String action, Map<String, String> typed) throws Exception {
		open(page);
		return hand(action, typed);
	}

	private HttpRequest form(String action, Map<String, String> typed, Document page) {
		Element form = page.select("form[action=" + action + "]").first();
		assertThat(form).as(page.text()).isNotNull();
		Map<String, String> fields = new LinkedHashMap<>();
		form.select("input[type=hidden]").forEach((field) -> fields.put(field.attr("name"), field.attr("value")));
		fields.putAll(typed);
		return HttpRequest.newBuilder(address(action))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Sec-Fetch-Site", "same-origin")
			.POST(HttpRequest.BodyPublishers.ofString(fields.entrySet()
				.stream()
				.map((field) -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
				.collect(Collectors.joining("&"))))
			.build();
	}

	private Document show(HttpRequest request) throws Exception {
		this.shown = this.browser.send(request, HttpResponse.BodyHandlers.ofString());
		return Jsoup.parse(this.shown.body());
	}

	private URI address(String path) {
		return URI.create(office.url() + path);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
