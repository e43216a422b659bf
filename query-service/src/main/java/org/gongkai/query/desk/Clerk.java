package org.gongkai.query.desk;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// 经办人: the name of who acts, typed once and remembered by the browser until it is closed.
final class Clerk {

	private static final String COOKIE = "gongkai-clerk";

	private Clerk() {
	}

	/// The remembered name; empty if there is none.
	static String of(HttpServletRequest request) {
		if (request.getCookies() != null) {
			for (Cookie cookie : request.getCookies()) {
				if (cookie.getName().equals(COOKIE)) {
					return decode(cookie.getValue());
				}
			}
		}
		return "";
	}

	static void remember(String name, HttpServletResponse response) {
		ResponseCookie cookie = ResponseCookie.from(COOKIE, URLEncoder.encode(name, StandardCharsets.UTF_8))
			.path("/")
			.httpOnly(true)
			.sameSite("Strict")
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	private static String decode(String value) {
		try {
			return URLDecoder.decode(value, StandardCharsets.UTF_8).strip();
		}
		catch (IllegalArgumentException ex) {
			return ""; // not ours
		}
	}

}
