package org.gongkai.query;

import org.gongkai.access.Overloaded;
import org.gongkai.access.Problems;
import org.gongkai.log.LogBehind;
import org.gongkai.log.TooMuchToRead;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.springdoc.api.OpenApiResourceNotFoundException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// Turns refused questions into problem details (RFC 9457).
@RestControllerAdvice(annotations = RestController.class)
@Order(1)
class QueryProblems {

	/// Tables that lag usually catch up within this time.
	private static final String RETRY_SECONDS = "5";

	@ExceptionHandler
	ResponseEntity<ProblemDetail> refused(Refused refused) {
		return Problems.answer(told(refused));
	}

	/// Nothing can be answered any more.
	@ExceptionHandler
	void cutOff(CutOff cutOff) {
		throw cutOff;
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> overloaded(Overloaded overloaded) {
		return overloaded.answer();
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> tooMuch(TooMuchToRead tooMuch) {
		return Overloaded.overBudget(String.valueOf(tooMuch.getMessage())).answer();
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException mistyped) {
		return Problems.answer(Problems.mistyped(mistyped));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
		return Problems.answer(Problems.unreadable(unreadable, QueryProblems::told));
	}

	@ExceptionHandler({ LogBehind.class, ReadModels.StillBehind.class })
	ResponseEntity<ProblemDetail> behind(RuntimeException behind) {
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
			.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "behind", "数据尚未更新完毕，请稍后再查",
					String.valueOf(behind.getMessage())));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> undescribed(OpenApiResourceNotFoundException undescribed) {
		return Problems
			.answer(Problems.of(HttpStatus.NOT_FOUND, Rule.MALFORMED, "the descriptions are commands and queries"));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> other(Exception failure) {
		return Problems.answer(Problems.other(failure, "系统内部错误"));
	}

	private static ProblemDetail told(Refused refused) {
		ProblemDetail problem = Problems.of(status(refused.rule()), refused.rule(),
				String.valueOf(refused.getMessage()));
		if (refused.field() != null) {
			problem.setProperty("field", refused.field());
		}
		return problem;
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

}
