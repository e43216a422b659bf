package org.gongkai.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Asks the table of rights before any controller of the product is called.
final class Guard implements HandlerInterceptor {

	/// Where an address names agencies by their codes.
	private static final List<String> CODES = List.of("agency", "code");

	/// Where it names records, which begin with the code.
	private static final List<String> RECORDS = List.of("id", "stream", "record", "about", "after");

	private final Hierarchy hierarchy;

	Guard(Hierarchy hierarchy) {
		this.hierarchy = hierarchy;
	}

	/// What the framework reads as no; everything else may be a yes to it.
	private static final Set<String> NO = Set.of("", "false", "off", "no", "0");

	/// Endpoints that are everybody's who is signed in, for himself.
	private static final List<String> OWN = List.of("GET /sign-in", "GET /password", "POST /password",
			"GET /api/office");

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!(handler instanceof HandlerMethod method)
				|| !method.getBeanType().getPackageName().startsWith("org.gongkai.")
				|| ErrorController.class.isAssignableFrom(method.getBeanType())) {
			return true;
		}
		String operation = operation(request);
		if (OWN.contains(operation)) {
			return true;
		}
		Caller caller = Callers.current();
		boolean below = values(request, "withSubordinates")
			.anyMatch((value) -> !NO.contains(value.toLowerCase(Locale.ROOT)));
		List<String> agencies = agencies(request);
		if (agencies.isEmpty()) {
			Scope.set(request, new Scope(Rights.require(operation, caller, null, false, this.hierarchy)));
		}
		for (String agency : agencies) {
			Scope.set(request, new Scope(Rights.require(operation, caller, agency, below, this.hierarchy)));
		}
		return true;
	}

	/// What a request asks for, as the table names it. A head is a get without its body.
	static String operation(HttpServletRequest request) {
		Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		return (request.getMethod().equals("HEAD") ? "GET" : request.getMethod()) + " " + pattern;
	}

	private static List<String> agencies(HttpServletRequest request) {
		Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
		Stream<String> path = (variables instanceof Map<?, ?> named)
				? CODES.stream().map(named::get).filter(Objects::nonNull).map(Object::toString) : Stream.of();
		Stream<String> codes = Stream.of("agency").flatMap((name) -> values(request, name));
		Stream<String> records = RECORDS.stream().flatMap((name) -> values(request, name)).map(Records::agencyOf);
		return Stream.of(path, codes, records)
			.flatMap((some) -> some)
			.filter((code) -> !code.isBlank())
			.distinct()
			.toList();
	}

	private static Stream<String> values(HttpServletRequest request, String name) {
		String @Nullable [] values = request.getParameterValues(name);
		return (values == null) ? Stream.of() : Stream.of(values);
	}

}
