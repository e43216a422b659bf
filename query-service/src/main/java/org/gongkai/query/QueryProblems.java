package org.gongkai.query;

import java.net.URI;
import java.util.UUID;

import org.gongkai.log.LogBehind;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// Turns refused questions into problem details (RFC 9457).
@RestControllerAdvice(annotations = RestController.class)
@Order(1)
class QueryProblems {

	private static final Logger LOGGER = LoggerFactory.getLogger(QueryProblems.class);

	@ExceptionHandler
	ResponseEntity<ProblemDetail> refused(Refused refused) {
		return answer(problem(status(refused.rule()), refused.rule(), String.valueOf(refused.getMessage())));
	}

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

	@ExceptionHandler({ LogBehind.class, ReadModels.StillBehind.class })
	ResponseEntity<ProblemDetail> behind(RuntimeException behind) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				String.valueOf(behind.getMessage()));
		problem.setType(URI.create("urn:gongkai:problem:behind"));
		problem.setTitle("数据尚未更新完毕，请稍后再查");
		problem.setProperty("code", "behind");
		return answer(problem);
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
		problem.setTitle("系统内部错误");
		problem.setProperty("code", "internal");
		problem.setProperty("incident", incident);
		return answer(problem);
	}

	static HttpStatus status(Rule rule) {
		return switch (rule) {
			case UNKNOWN_APPLICATION, UNKNOWN_DISPUTE, UNKNOWN_DISCLOSURE, UNKNOWN_AGENCY, UNKNOWN_YEAR, UNKNOWN_CELL,
					UNKNOWN_POSITION, UNKNOWN_PROJECTION, UNKNOWN_DEFINITION, UNKNOWN_CHECKPOINT, UNKNOWN_EVENT,
					UNKNOWN_FINDING ->
				HttpStatus.NOT_FOUND;
			case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
			case SIGN_IN_NEEDED -> HttpStatus.UNAUTHORIZED;
			default -> HttpStatus.BAD_REQUEST;
		};
	}

	private static ProblemDetail problem(HttpStatusCode status, Rule rule, String sentence) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
		problem.setType(URI.create("urn:gongkai:problem:" + rule.code()));
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
