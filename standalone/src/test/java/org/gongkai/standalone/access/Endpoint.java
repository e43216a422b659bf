package org.gongkai.standalone.access;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.gongkai.access.DeclaredScope;
import org.gongkai.access.Scoped;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/// One method and address that a controller answers, with what its parameters declare.
///
/// @param operation as the table of rights names it: `GET /api/applications`
/// @param handler the controller's method
record Endpoint(String operation, Method handler) {

	/// All that the controllers of the product answer, by operation.
	static Map<String, Endpoint> all() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
		Map<String, Endpoint> all = new TreeMap<>();
		scanner.findCandidateComponents("org.gongkai")
			.stream()
			.map((one) -> ClassUtils.resolveClassName(String.valueOf(one.getBeanClassName()), null))
			.flatMap((type) -> Arrays.stream(type.getDeclaredMethods()))
			.flatMap(Endpoint::of)
			.forEach((one) -> all.put(one.operation(), one));
		return all;
	}

	private static Stream<Endpoint> of(Method method) {
		RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
		if (mapping == null) {
			return Stream.of();
		}
		RequestMethod[] methods = mapping.method();
		return Arrays.stream(mapping.path())
			.flatMap((path) -> Arrays.stream(methods).map((verb) -> new Endpoint(verb + " " + path, method)));
	}

	String verb() {
		return this.operation.substring(0, this.operation.indexOf(' '));
	}

	String path() {
		return this.operation.substring(this.operation.indexOf(' ') + 1);
	}

	boolean isApi() {
		return path().startsWith("/api/");
	}

	/// The names of parameters of a kind of scope.
	List<String> names(Scoped.Kind kind) {
		return DeclaredScope.of(this.handler)
			.named()
			.stream()
			.filter((one) -> one.kind() == kind)
			.map(DeclaredScope.Named::name)
			.toList();
	}

	/// Whether it names an agency, by its code or by a record.
	boolean isOfAgency() {
		return !names(Scoped.Kind.AGENCY).isEmpty() || !names(Scoped.Kind.RECORD).isEmpty();
	}

}
