package org.gongkai.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.TextRule;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Applies the rule for text to addresses and parameters before anything reads them. What a form holds is read where it is
/// asked for, so that no body is read earlier than before.
final class TextFilter extends OncePerRequestFilter {

	/// Are hashed in NFC by [PasswordHasher], which also knows what earlier builds
	/// hashed.
	private static final Set<String> PASSWORDS = Set.of("password", "present", "next", "again");

	private final BinaryOperator<String> rule;

	/// @param rule makes the text of a field and its text
	TextFilter(BinaryOperator<String> rule) {
		this.rule = rule;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			requireAddress(request);
			chain.doFilter(new Read(request), response);
		}
		catch (Refused refused) {
			refuse(request, response, refused);
		}
		catch (ServletException ex) {
			if (!(ex.getRootCause() instanceof Refused refused)) {
				throw ex;
			}
			refuse(request, response, refused);
		}
	}

	private static void refuse(HttpServletRequest request, HttpServletResponse response, Refused refused)
			throws IOException {
		if (response.isCommitted()) {
			throw refused;
		}
		if (Problems.isProgram(request)) {
			Problems.write(response, HttpStatus.BAD_REQUEST, refused);
		}
		else {
			response.sendError(HttpServletResponse.SC_BAD_REQUEST, refused.rule().chinese());
		}
	}

	private static void requireAddress(HttpServletRequest request) {
		TextRule.read("path", decoded("path", request.getRequestURI(), false));
		String query = request.getQueryString();
		if (query != null) {
			for (String pair : query.split("&")) {
				int equals = pair.indexOf('=');
				String name = decoded("query", (equals < 0) ? pair : pair.substring(0, equals), true);
				TextRule.read("query", name);
				TextRule.requireNumber("query", name);
				if (equals >= 0) {
					TextRule.read(name, decoded(name, pair.substring(equals + 1), true));
				}
			}
		}
	}

	/// The server itself puts a replacement character in the place of what is not UTF-8,
	/// or leaves the parameter out.
	private static String decoded(String field, String encoded, boolean plusIsSpace) {
		if (encoded.indexOf('%') < 0) {
			return encoded;
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
		for (int at = 0; at < encoded.length(); at++) {
			char letter = encoded.charAt(at);
			if (letter == '%') {
				int high = (at + 2 < encoded.length()) ? Character.digit(encoded.charAt(at + 1), 16) : -1;
				int low = (at + 2 < encoded.length()) ? Character.digit(encoded.charAt(at + 2), 16) : -1;
				if (high < 0 || low < 0) {
					throw broken(field);
				}
				bytes.write(high << 4 | low);
				at += 2;
			}
			else {
				bytes.writeBytes(((plusIsSpace && letter == '+') ? " " : String.valueOf(letter))
					.getBytes(StandardCharsets.UTF_8));
			}
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
		}
		catch (CharacterCodingException ex) {
			throw broken(field);
		}
	}

	private static Refused broken(String field) {
		return new Refused(Rule.TEXT_ENCODING, field + " is not percent-encoded UTF-8", field);
	}

	private final class Read extends HttpServletRequestWrapper {

		Read(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getParameter(String name) {
			String value = asked(name, () -> super.getParameter(name));
			return (value == null) ? null : read(name, value);
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			String[] values = asked(name, () -> super.getParameterValues(name));
			return (values == null) ? null : read(name, values);
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			Map<String, String[]> read = new LinkedHashMap<>();
			asked("form", super::getParameterMap).forEach((name, values) -> read.put(name, read(name, values)));
			return Collections.unmodifiableMap(read);
		}

		/// The server reads a form when it is first asked for a parameter, and fails then
		/// for
		/// a form that is not UTF-8.
		private <T extends @Nullable Object> T asked(String name, Supplier<T> server) {
			try {
				return server.get();
			}
			catch (IllegalStateException ex) {
				for (Throwable cause = ex.getCause(); cause != null; cause = cause.getCause()) {
					if (cause instanceof CharacterCodingException) {
						throw broken(name);
					}
				}
				throw ex;
			}
		}

		private String[] read(String name, String[] values) {
			String[] read = values.clone();
			for (int at = 0; at < read.length; at++) {
				read[at] = read(name, read[at]);
			}
			return read;
		}

		private String read(String name, String value) {
			if (PASSWORDS.contains(name)) {
				TextRule.read(name, value);
				return value;
			}
			return TextFilter.this.rule.apply(name, value);
		}

	}

}
