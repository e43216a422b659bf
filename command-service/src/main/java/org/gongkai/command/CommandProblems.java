package org.gongkai.command;

import java.util.UUID;

import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// Turns refusals into problem details (RFC 9457): a stable code, the rule in Chinese, the case in English, the article.
@RestControllerAdvice("org.gongkai.command")
@Order(Ordered.HIGHEST_PRECEDENCE)
class CommandProblems {

	private static final Logger LOGGER = LoggerFactory.getLogger(CommandProblems.class);

	@ExceptionHandler
	ResponseEntity<ProblemDetail> refused(Refused refused) {
		ProblemDetail problem = problem(status(refused.rule()), refused.rule(), String.valueOf(refused.getMessage()));
		if (refused.field() != null) {
			problem.setProperty("field", refused.field());
		}
		refused.details().forEach(problem::setProperty);
		return answer(problem);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> uncounted(NumbersUnavailable unavailable) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				String.valueOf(unavailable.getMessage()));
		problem.setType(java.net.URI.create("urn:gongkai:problem:numbers-unavailable"));
		problem.setTitle("暂时无法取得报表数据，本次操作没有记录，请稍后再试");
		problem.setProperty("code", "numbers-unavailable");
		return answer(problem);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> tooLarge(TooLarge large) {
		return answer(problem(HttpStatus.CONTENT_TOO_LARGE, Rule.TOO_LONG, String.valueOf(large.getMessage())));
	}

	/// The content is not repeated, which may be personal.
	@ExceptionHandler
	ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException mistyped) {
		ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, Rule.MALFORMED,
				"the parameter " + mistyped.getName() + " has the wrong form");
		problem.setProperty("field", mistyped.getName());
		return answer(problem);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
		for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
			if (cause instanceof Refused refused) {
				return refused(refused);
			}
		}
		return answer(problem(HttpStatus.BAD_REQUEST, Rule.MALFORMED, "the body is not JSON of the needed form"));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> other(Exception failure) {
		if (failure instanceof ErrorResponse web) {
			return answer(problem(web.getStatusCode(), Rule.MALFORMED, String.valueOf(web.getBody().getDetail())));
		}
		String incident = UUID.randomUUID().toString();
		LOGGER.error("incident {}", incident, failure);
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR,
				"something went wrong here; the log has it as incident " + incident);
		problem.setTitle("系统内部错误，本次操作没有记录");
		problem.setProperty("code", "internal");
		problem.setProperty("incident", incident);
		return answer(problem);
	}

	private static HttpStatus status(Rule rule) {
		return switch (rule) {
			case UNKNOWN_APPLICATION, UNKNOWN_DISPUTE, UNKNOWN_DISCLOSURE, UNKNOWN_COMMAND, UNKNOWN_IMPORT,
					UNKNOWN_REPORT, UNKNOWN_CHECKPOINT, UNKNOWN_FINDING, UNKNOWN_ACCOUNT ->
				HttpStatus.NOT_FOUND;
			case NOT_ALLOWED, FOUR_EYES, OWN_GRANT -> HttpStatus.FORBIDDEN;
			case SIGN_IN_NEEDED -> HttpStatus.UNAUTHORIZED;
			case VERSION_CONFLICT -> HttpStatus.PRECONDITION_FAILED;
			case BROKER_UNREACHABLE -> HttpStatus.SERVICE_UNAVAILABLE;
			case UNKNOWN_POSITION -> HttpStatus.NOT_FOUND;
			case IMPORT_QUEUE_FULL -> HttpStatus.TOO_MANY_REQUESTS;
			case MALFORMED, ACTOR_MISSING -> HttpStatus.BAD_REQUEST;
			default -> HttpStatus.UNPROCESSABLE_CONTENT;
		};
	}

	private static ProblemDetail problem(HttpStatusCode status, Rule rule, String sentence) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
		problem.setType(java.net.URI.create("urn:gongkai:problem:" + rule.code()));
		problem.setTitle(rule.chinese());
		problem.setProperty("code", rule.code());
		if (!rule.article().isEmpty()) {
			problem.setProperty("article", rule.article());
		}
		return problem;
	}

	private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
		return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

}
