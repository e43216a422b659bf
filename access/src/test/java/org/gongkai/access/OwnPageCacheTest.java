package org.gongkai.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.savedrequest.SavedRequest;

import static org.assertj.core.api.Assertions.assertThat;

class OwnPageCacheTest {

	private final OwnPageCache cache = new OwnPageCache();

	@Test
	void a_page_is_remembered_by_its_path_whatever_host_was_named() {
		MockHttpServletRequest asked = new MockHttpServletRequest("GET", "/reports");
		asked.setQueryString("year=2024");
		asked.setServerName("evil.example");
		MockHttpServletResponse answer = new MockHttpServletResponse();
		this.cache.saveRequest(asked, answer);

		assertThat(remembered(answer.getCookies()[0].getValue())).hasValue("/reports?year=2024");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://evil.example", "//evil.example", "http://evil.example//other.example/",
			"javascript:alert(1)", "http://[", "\\\\evil.example", "no url" })
	void a_cookie_that_was_forged_is_none(String cookie) {
		assertThat(remembered(Base64.getEncoder().encodeToString(cookie.getBytes(StandardCharsets.UTF_8)))).isEmpty();
	}

	@Test
	void a_cookie_that_is_not_base64_is_none() {
		assertThat(remembered("%%%")).isEmpty();
	}

	private Optional<String> remembered(String cookie) {
		MockHttpServletRequest back = new MockHttpServletRequest("POST", "/sign-in");
		back.setCookies(new Cookie("REDIRECT_URI", cookie));
		return Optional.ofNullable(this.cache.getRequest(back, new MockHttpServletResponse()))
			.map(SavedRequest::getRedirectUrl);
	}

}
