package org.gongkai.access;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// Which parameters of a controller's method name agencies and records, as its annotations say.
///
/// @param named the parameters
/// @param undeclared what could name an agency or a record and declares nothing; such a method is not called
public record DeclaredScope(List<Named> named, List<String> undeclared) {

	/// Types with too few values, or of values that no agency and no record has.
	private static final Set<Class<?>> HARMLESS = Set.of(boolean.class, Boolean.class, int.class, Integer.class,
			LocalDate.class);

	/// What the framework hands in that carries nothing of the request.
	private static final Set<Class<?>> OUTWARD = Set.of(Model.class, HttpServletResponse.class, BindingResult.class);

	private static final Set<Class<?>> BOOLEANS = Set.of(boolean.class, Boolean.class);

	public DeclaredScope {
		named = List.copyOf(named);
		undeclared = List.copyOf(undeclared);
	}

	/// One parameter.
	///
	/// @param name in the path, the query, the form or the headers
	public record Named(String name, Scoped.Kind kind) {
	}

	/// What a method declares.
	public static DeclaredScope of(Method method) {
		List<Named> named = new ArrayList<>();
		List<String> undeclared = new ArrayList<>();
		ReadsRequest reads = method.getAnnotation(ReadsRequest.class);
		if (reads != null) {
			Arrays.stream(reads.agencies()).map((name) -> new Named(name, Scoped.Kind.AGENCY)).forEach(named::add);
			Arrays.stream(reads.records()).map((name) -> new Named(name, Scoped.Kind.RECORD)).forEach(named::add);
		}
		for (Parameter parameter : method.getParameters()) {
			Scoped scoped = parameter.getAnnotation(Scoped.class);
			String name = name(parameter);
			if (scoped != null && name != null) {
				named.add(new Named(name, scoped.value()));
			}
		}
		boolean ofAgency = named.stream().anyMatch((one) -> one.kind() == Scoped.Kind.AGENCY);
		for (Parameter parameter : method.getParameters()) {
			problems(parameter, reads != null, ofAgency)
				.forEach((problem) -> undeclared.add(method.getDeclaringClass().getSimpleName() + "." + method.getName()
						+ "(" + parameter.getName() + "): " + problem));
		}
		return new DeclaredScope(named, undeclared);
	}

	private static Stream<String> problems(Parameter parameter, boolean readsRequest, boolean ofAgency) {
		Class<?> type = parameter.getType();
		boolean unscoped = parameter.isAnnotationPresent(Unscoped.class);
		if (parameter.isAnnotationPresent(Scoped.class)) {
			return (!unscoped && name(parameter) != null) ? Stream.of()
					: Stream.of("only a path variable, a request parameter or a header is scoped, and not @Unscoped");
		}
		if (unscoped || OUTWARD.contains(type)) {
			return Stream.of();
		}
		if (ofAgency && BOOLEANS.contains(type)) {
			return Stream.of("beside an agency, a boolean may widen it: declare @Scoped(SUBORDINATES) or @Unscoped");
		}
		if (isHarmless(type)) {
			return Stream.of();
		}
		if (type.isRecord() && !parameter.isAnnotationPresent(RequestParam.class)
				&& !parameter.isAnnotationPresent(PathVariable.class)) {
			return undeclaredComponents(type);
		}
		if (name(parameter) == null && readsRequest && !isBound(parameter)) {
			return Stream.of();
		}
		return Stream.of((name(parameter) != null) ? "declare @Scoped or @Unscoped"
				: "declare what is read by @ReadsRequest on the method");
	}

	private static Stream<String> undeclaredComponents(Class<?> type) {
		return Arrays.stream(type.getRecordComponents()).flatMap((component) -> {
			if (component.isAnnotationPresent(Unscoped.class) || isHarmless(component.getType())) {
				return Stream.of();
			}
			return component.getType().isRecord() ? undeclaredComponents(component.getType())
					: Stream.of("field " + name(type, component) + " declares no @Unscoped");
		});
	}

	private static String name(Class<?> type, RecordComponent component) {
		return type.getSimpleName() + "." + component.getName();
	}

	private static boolean isHarmless(Class<?> type) {
		return HARMLESS.contains(type) || type.isEnum() || type.isAnnotationPresent(Unscoped.class);
	}

	/// Whether the framework fills an object of the product with the request's fields.
	private static boolean isBound(Parameter parameter) {
		return parameter.isAnnotationPresent(ModelAttribute.class) || parameter.isAnnotationPresent(RequestBody.class)
				|| parameter.getType().getName().startsWith("org.gongkai.");
	}

	/// The name of one value of the request; null for anything that holds more.
	private static @Nullable String name(Parameter parameter) {
		for (Class<? extends Annotation> kind : List.of(RequestParam.class, PathVariable.class, RequestHeader.class)) {
			String declared = declaredName(parameter, kind);
			if (declared != null) {
				return declared.isEmpty() ? parameter.getName() : declared;
			}
		}
		// the framework reads a simple type without an annotation as a request parameter
		return (parameter.getAnnotations().length == 0 || onlyScope(parameter)) && isSimple(parameter.getType())
				? parameter.getName() : null;
	}

	private static boolean onlyScope(Parameter parameter) {
		return Arrays.stream(parameter.getAnnotations())
			.allMatch((one) -> one.annotationType().getPackageName().startsWith("org.gongkai.")
					|| one.annotationType().getName().startsWith("org.jspecify."));
	}

	private static boolean isSimple(Class<?> type) {
		return type.isPrimitive() || type == String.class || Number.class.isAssignableFrom(type) || type.isArray()
				|| type == Boolean.class;
	}

	private static @Nullable String declaredName(AnnotatedElement parameter, Class<? extends Annotation> kind) {
		var found = AnnotatedElementUtils.getMergedAnnotationAttributes(parameter, kind.getName());
		boolean all = found != null && java.util.Map.class.isAssignableFrom(((Parameter) parameter).getType());
		return (found == null || all) ? null : found.getString("name");
	}

}
