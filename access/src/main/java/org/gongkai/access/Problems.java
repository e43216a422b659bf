package org.gongkai.access;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.log.EventJson;
import org.gongkai.statute.Rule;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/// Refusals at the gate as problem details (RFC 9457), before any controller is reached.
final class Problems {

	private Problems() {
	}

	/// Whether a program asks, which is answered with JSON.
	static boolean isProgram(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/api/") || request.getRequestURI().startsWith("/v3/")
				|| request.getHeader("Authorization") != null;
	}

	static void write(HttpServletResponse response, HttpStatus status, Rule rule, String detail) throws IOException {
		Map<String, Object> problem = new LinkedHashMap<>();
		problem.put("type", "urn:gongkai:problem:" + rule.code());
		problem.put("title", rule.chinese());
		problem.put("status", status.value());
		problem.put("detail", detail);
		problem.put("code", rule.code());
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write(EventJson.mapper().writeValueAsBytes(problem));
	}

}
