package org.gongkai.access;

import java.util.List;
import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.gongkai.statute.Rule;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// Answers what no controller answered: a page of its status for people, problem details for programs. Neither repeats what failed.
@Controller
class ErrorAnswers implements ErrorController {

	private final List<ErrorViewResolver> pages;

	ErrorAnswers(List<ErrorViewResolver> pages) {
		this.pages = pages;
	}

	@RequestMapping("${server.error.path:/error}")
	@ReadsRequest("the status and the path of a request that failed")
	Object error(HttpServletRequest request) {
		HttpStatus status = status(request);
		if (!isProgram(request)) {
			for (ErrorViewResolver resolver : this.pages) {
				ModelAndView page = resolver.resolveErrorView(request, status, Map.of());
				if (page != null) {
					page.setStatus(status);
					return page;
				}
			}
		}
		ProblemDetail problem = problem(status);
		if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path) {
			problem.setInstance(UriComponentsBuilder.fromPath(path).build().encode().toUri());
		}
		return Problems.answer(problem);
	}

	private static HttpStatus status(HttpServletRequest request) {
		HttpStatus status = (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code)
				? HttpStatus.resolve(code) : HttpStatus.NOT_FOUND; // asked for by its own
																	// address
		return (status == null) ? HttpStatus.INTERNAL_SERVER_ERROR : status;
	}

	private static boolean isProgram(HttpServletRequest request) {
		return Problems.isProgram(request)
				|| request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
						&& Problems.isProgramPath(path);
	}

	private static ProblemDetail problem(HttpStatus status) {
		return switch (status) {
			case BAD_REQUEST -> Problems.of(status, Rule.MALFORMED, "the request is malformed");
			case UNAUTHORIZED ->
				Problems.of(status, Rule.SIGN_IN_NEEDED, "a token, or account and password, come with each call");
			case FORBIDDEN -> Problems.of(status, Rule.NOT_ALLOWED, "the call is not allowed");
			case NOT_FOUND -> Problems.of(status, "not-found", "没有这个地址", "there is nothing at this address");
			case METHOD_NOT_ALLOWED ->
				Problems.of(status, "method-not-allowed", "这个地址不接受这种请求方法", "the address does not take this method");
			case REQUEST_TIMEOUT ->
				Problems.of(status, "too-slow", "请求内容传送过慢", "the body came too slowly; send it again");
			case CONTENT_TOO_LARGE -> Problems.of(status, Rule.TOO_LONG, "the body is too long");
			case UNSUPPORTED_MEDIA_TYPE -> Problems.of(status, "unsupported-media-type", "不支持这种内容类型",
					"the address does not take this content type");
			case TOO_MANY_REQUESTS -> Problems.of(status, Rule.TOO_MANY_CALLS, "too many calls within a short time");
			case SERVICE_UNAVAILABLE -> Problems.of(status, "unavailable", "系统暂时不能提供服务，请稍后再试",
					"the service is not available; call again later");
			default -> status.is4xxClientError() ? Problems.of(status, Rule.MALFORMED, status.getReasonPhrase())
					: Problems.of(status, "internal", "系统内部错误", "something went wrong here");
		};
	}

}
