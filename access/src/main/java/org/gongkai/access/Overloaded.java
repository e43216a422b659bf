package org.gongkai.access;

import java.io.IOException;
import java.io.Serial;
import java.time.Duration;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// A request is not answered now because it would take too much of the machine. Answered with 503 and `Retry-After`.
public final class Overloaded extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	/// By then the queue of sign-ins has emptied.
	private static final Duration SIGN_INS_PASS = Duration.ofSeconds(5);

	private final String code;

	private final String chinese;

	private final Duration retryAfter;

	private Overloaded(String code, String chinese, String message, Duration retryAfter) {
		super(message);
		this.code = code;
		this.chinese = chinese;
		this.retryAfter = retryAfter;
	}

	/// Other heavy requests run and the queue is full, or did not move in time.
	static Overloaded busy() {
		return new Overloaded("busy", "统计类请求较多，请稍后再试", "too many heavy requests run at once; ask again",
				Duration.ofSeconds(5));
	}

	/// Too many passwords are being checked.
	static Overloaded signIns() {
		return new Overloaded("sign-in-busy", "同时登录的人过多，请稍后再试",
				"too many passwords are being checked at once; try again", SIGN_INS_PASS);
	}

	/// The computation reached its limit of time or size.
	/// @param message which limit, in English
	public static Overloaded overBudget(String message) {
		return new Overloaded("over-budget", "查询范围过大，未能在限定的时间和内存内完成，请缩小范围", message, Duration.ofSeconds(60));
	}

	/// The rule in Chinese.
	public String chinese() {
		return this.chinese;
	}

	/// After how many seconds it is worth asking again.
	public String retryAfter() {
		return Long.toString(this.retryAfter.toSeconds());
	}

	/// The same where no controller is called.
	void write(HttpServletResponse response) throws IOException {
		response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter());
		Problems.write(response, HttpStatus.SERVICE_UNAVAILABLE, this.code, this.chinese, String.valueOf(getMessage()));
	}

	/// The answer to a program.
	public ResponseEntity<ProblemDetail> answer() {
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
			.header(HttpHeaders.RETRY_AFTER, retryAfter())
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, this.code, this.chinese, String.valueOf(getMessage())));
	}

}
