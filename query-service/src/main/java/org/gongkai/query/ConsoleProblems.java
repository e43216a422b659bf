package org.gongkai.query;

import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.access.Caller;
import org.gongkai.access.Callers;
import org.gongkai.access.Overloaded;
import org.gongkai.access.Problems;
import org.gongkai.access.Unavailable;
import org.gongkai.log.TooMuchToRead;
import org.gongkai.query.agency.Agencies;
import org.gongkai.statute.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/// Tells people on a page what could not be shown. Machines are answered by [QueryProblems], which comes first.
@ControllerAdvice(annotations = Controller.class)
@Order(2)
class ConsoleProblems {

	private final Agencies agencies;

	ConsoleProblems(Agencies agencies) {
		this.agencies = agencies;
	}

	private static final Logger LOGGER = LoggerFactory.getLogger(ConsoleProblems.class);

	/// @throws Exception the same, if the surroundings failed: a page needs the database
	/// for its frame, so the first filter answers
	@ExceptionHandler
	ModelAndView failed(Exception failure, HttpServletResponse response) throws Exception {
		if (Unavailable.causedBy(failure)) {
			throw failure;
		}
		HttpStatus ofClient = Problems.faultOfClient(failure);
		if (ofClient != null) {
			return page(ofClient, "没有收到完整的内容，没有记录", "what was sent was not received whole; nothing was recorded");
		}
		return switch (failure) {
			case Overloaded overloaded -> overloaded(overloaded, response);
			case TooMuchToRead tooMuch ->
				overloaded(Overloaded.overBudget(String.valueOf(tooMuch.getMessage())), response);
			case Refused refused -> page(QueryProblems.status(refused.rule()), refused.rule().chinese(),
					String.valueOf(refused.getMessage()));
			case ErrorResponse web -> page(HttpStatus.valueOf(web.getStatusCode().value()), "网址或查询条件不正确",
					"the address or a condition is not right");
			case RequestRejectedException _ ->
				page(HttpStatus.BAD_REQUEST, "请求头含有不允许的字符", "a header has a character that no header may have");
			case TypeMismatchException _ ->
				page(HttpStatus.BAD_REQUEST, "网址或查询条件不正确", "the address or a condition is not right");
			case IllegalArgumentException _ ->
				page(HttpStatus.BAD_REQUEST, "网址或查询条件不正确", "the address or a condition is not right");
			default -> {
				String incident = UUID.randomUUID().toString();
				LOGGER.error("incident {}", incident, failure);
				yield page(HttpStatus.INTERNAL_SERVER_ERROR, "系统内部错误", "the log has it as incident " + incident);
			}
		};
	}

	private ModelAndView overloaded(Overloaded overloaded, HttpServletResponse response) {
		response.setHeader(HttpHeaders.RETRY_AFTER, overloaded.retryAfter());
		return page(HttpStatus.SERVICE_UNAVAILABLE, overloaded.chinese(), String.valueOf(overloaded.getMessage()));
	}

	private ModelAndView page(HttpStatus status, String zh, String en) {
		// the frame of the page; what pages have in common is not in the model of a
		// failure
		Caller caller = Callers.find();
		return new ModelAndView("problem", Map.of("zh", zh, "en", en, "status", status.value(), "clerk",
				(caller == null) ? "" : caller.actor(), "may", this.agencies.may()), status);
	}

}
