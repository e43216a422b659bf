package org.gongkai.command;

import org.gongkai.access.Overloaded;
import org.gongkai.access.Problems;
import org.gongkai.log.EventHeld;
import org.gongkai.log.TooMuchToRead;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// Turns refusals into problem details (RFC 9457): a stable code, the rule in Chinese, the case in English, the article.
@RestControllerAdvice("org.gongkai.command")
@Order(Ordered.HIGHEST_PRECEDENCE)
class CommandProblems {

	@ExceptionHandler
	ResponseEntity<ProblemDetail> refused(Refused refused) {
		return Problems.answer(told(refused));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> uncounted(NumbersUnavailable unavailable) {
		return Problems.answer(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "numbers-unavailable",
				"暂时无法取得报表数据，本次操作没有记录，请稍后再试", String.valueOf(unavailable.getMessage())));
	}

	/// Until it is looked into, the record stays as it is; every other one goes on.
	@ExceptionHandler
	ResponseEntity<ProblemDetail> held(EventHeld held) {
		return Problems.answer(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "record-held",
				"本卷中有并非由本系统写入的记录，核查之前暂停办理，本次操作没有记录", String.valueOf(held.getMessage())));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> tooLarge(TooLarge large) {
		return Problems
			.answer(Problems.of(HttpStatus.CONTENT_TOO_LARGE, Rule.TOO_LONG, String.valueOf(large.getMessage())));
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
		return Problems.answer(Problems.unreadable(unreadable, CommandProblems::told));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> other(Exception failure) {
		return Problems.answer(Problems.other(failure, "系统内部错误，本次操作没有记录"));
	}

	private static ProblemDetail told(Refused refused) {
		ProblemDetail problem = Problems.of(status(refused.rule()), refused.rule(),
				String.valueOf(refused.getMessage()));
		if (refused.field() != null) {
			problem.setProperty("field", refused.field());
		}
		refused.details().forEach(problem::setProperty);
		return problem;
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
			case MALFORMED, ACTOR_MISSING, TEXT_ENCODING, TEXT_CONTROL, TEXT_INVISIBLE, TEXT_MARKS ->
				HttpStatus.BAD_REQUEST;
			default -> HttpStatus.UNPROCESSABLE_CONTENT;
		};
	}

}
