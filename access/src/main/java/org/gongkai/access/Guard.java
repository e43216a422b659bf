package org.gongkai.access;

import java.lang.reflect.Method;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

	/// What each method declares; a few hundred at most.
	private final Map<Method, DeclaredScope> declared = new ConcurrentHashMap<>();

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
		DeclaredScope scope = this.declared.computeIfAbsent(method.getMethod(), DeclaredScope::of);
		if (!scope.undeclared().isEmpty()) {
			throw new IllegalStateException("parameters without a declared scope: " + scope.undeclared());
		}
		boolean below = values(request, scope, Scoped.Kind.SUBORDINATES)
			.anyMatch((value) -> !NO.contains(value.toLowerCase(Locale.ROOT)));
		List<String> agencies = agencies(request, scope);
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

	/// An id that names no agency is of none that a caller has, but for the whole house.
	private static List<String> agencies(HttpServletRequest request, DeclaredScope scope) {
		return Stream
			.concat(values(request, scope, Scoped.Kind.AGENCY),
					values(request, scope, Scoped.Kind.RECORD).map(Records::agencyOf))
			.distinct()
			.toList();
	}

	/// All that a request says under the declared names: in the path, in the query and in
	/// the form, each as often as it is there.
	private static Stream<String> values(HttpServletRequest request, DeclaredScope scope, Scoped.Kind kind) {
		return scope.named()
			.stream()
			.filter((named) -> named.kind() == kind)
			.flatMap((named) -> Stream.of(path(request, named.name()), parameters(request, named.name()),
					Collections.list(request.getHeaders(named.name())).stream()))
			.flatMap((some) -> some)
			.filter((value) -> !value.isBlank());
	}

	private static Stream<String> path(HttpServletRequest request, String name) {
		Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
		return (variables instanceof Map<?, ?> named) ? Stream.ofNullable(named.get(name)).map(Object::toString)
				: Stream.of();
	}

	private static Stream<String> parameters(HttpServletRequest request, String name) {
		String @Nullable [] values = request.getParameterValues(name);
		return (values == null) ? Stream.of() : Stream.of(values);
	}

}
