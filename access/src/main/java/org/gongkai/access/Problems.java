package org.gongkai.access;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.gongkai.log.EventJson;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/// Refusals and failures as problem details (RFC 9457), at the gate and behind it, the same in both services: a stable code, the rule in
/// Chinese, the case in English, the article.
public final class Problems {

	private static final Logger LOGGER = LoggerFactory.getLogger(Problems.class);

	private Problems() {
	}

	/// Whether a program asks, which is answered with JSON.
	static boolean isProgram(HttpServletRequest request) {
		return isProgramPath(request.getRequestURI()) || request.getHeader("Authorization") != null;
	}

	/// Whether only programs ask at an address.
	static boolean isProgramPath(String path) {
		return path.startsWith("/api/") || path.startsWith("/v3/");
	}

	static void write(HttpServletResponse response, HttpStatus status, Rule rule, String detail) throws IOException {
		write(response, status, new Refused(rule, detail));
	}

	static void write(HttpServletResponse response, HttpStatus status, Refused refused) throws IOException {
		write(response, status, refused.rule().code(), refused.rule().chinese(), String.valueOf(refused.getMessage()),
				refused.field());
	}

	static void write(HttpServletResponse response, HttpStatus status, String code, String chinese, String detail)
			throws IOException {
		write(response, status, code, chinese, detail, null);
	}

	private static void write(HttpServletResponse response, HttpStatus status, String code, String chinese,
			String detail, @Nullable String field) throws IOException {
		Map<String, Object> problem = new LinkedHashMap<>();
		problem.put("type", "urn:gongkai:problem:" + code);
		problem.put("title", chinese);
		problem.put("status", status.value());
		problem.put("detail", detail);
		problem.put("code", code);
		if (field != null) {
			problem.put("field", field);
		}
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write(EventJson.mapper().writeValueAsBytes(problem));
	}

	/// A problem as controllers answer it, with its properties beside its members.
	static byte[] json(ProblemDetail problem) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("type", String.valueOf(problem.getType()));
		members.put("title", problem.getTitle());
		members.put("status", problem.getStatus());
		members.put("detail", problem.getDetail());
		if (problem.getProperties() != null) {
			members.putAll(problem.getProperties());
		}
		return EventJson.mapper().writeValueAsBytes(members);
	}

	/// A broken rule.
	public static ProblemDetail of(HttpStatusCode status, Rule rule, String sentence) {
		ProblemDetail problem = of(status, rule.code(), rule.chinese(), sentence);
		if (!rule.article().isEmpty()) {
			problem.setProperty("article", rule.article());
		}
		return problem;
	}

	/// Something that is nobody's fault and passes.
	public static ProblemDetail of(HttpStatusCode status, String code, String chinese, String sentence) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
		problem.setType(URI.create("urn:gongkai:problem:" + code));
		problem.setTitle(chinese);
		problem.setProperty("code", code);
		return problem;
	}

	/// A parameter of the wrong form. Its content is not repeated, which may be personal.
	public static ProblemDetail mistyped(MethodArgumentTypeMismatchException mistyped) {
		ProblemDetail problem = of(HttpStatus.BAD_REQUEST, Rule.MALFORMED,
				"the parameter " + mistyped.getName() + " has the wrong form");
		problem.setProperty("field", mistyped.getName());
		return problem;
	}

	/// A body of the wrong form.
	/// @param refused tells of a rule that broke while it was read
	public static ProblemDetail unreadable(HttpMessageNotReadableException unreadable,
			Function<Refused, ProblemDetail> refused) {
		for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
			if (cause instanceof Refused broken) {
				return refused.apply(broken);
			}
		}
		return of(HttpStatus.BAD_REQUEST, Rule.MALFORMED, "the body is not JSON of the needed form");
	}

	/// Anything else: what the framework refuses by itself, or a failure of ours, which
	/// is written down under a number.
	/// @param chinese what a failure of ours says
	public static ProblemDetail other(Exception failure, String chinese) {
		HttpStatus ofClient = faultOfClient(failure);
		if (ofClient != null) {
			return of(ofClient, (ofClient == HttpStatus.CONTENT_TOO_LARGE) ? Rule.TOO_LONG : Rule.MALFORMED,
					"the body was not received whole, or is not what it says");
		}
		if (Unavailable.causedBy(failure)) {
			return Unavailable.problem(failure);
		}
		if (failure instanceof RequestRejectedException) {
			return of(HttpStatus.BAD_REQUEST, Rule.MALFORMED,
					"a header has a character that no header may have; send other letters percent-encoded");
		}
		if (failure instanceof ErrorResponse web) {
			return of(web.getStatusCode(), Rule.MALFORMED, String.valueOf(web.getBody().getDetail()));
		}
		String incident = UUID.randomUUID().toString();
		LOGGER.error("incident {}", incident, failure);
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR,
				"something went wrong here; the log has it as incident " + incident);
		problem.setTitle(chinese);
		problem.setProperty("code", "internal");
		problem.setProperty("incident", incident);
		return problem;
	}

	/// The status for a client that went away, was given up because it sent too slowly,
	/// or sent a body that is too long or cannot be taken
	/// apart; null for anything else, which is a fault of ours.
	public static @Nullable HttpStatus faultOfClient(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof InvalidParameterException invalid) {
				return HttpStatus.resolve(invalid.getErrorCode());
			}
			if (cause instanceof ClientAbortException) {
				return HttpStatus.BAD_REQUEST;
			}
		}
		return (failure instanceof MultipartException && !(failure instanceof ErrorResponse)) ? HttpStatus.BAD_REQUEST
				: null;
	}

	/// The answer with a problem; with `Retry-After` where calling again may help.
	public static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.getStatus())
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
		if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
			answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Unavailable.RETRY_AFTER));
		}
		return answer.body(problem);
	}

}
