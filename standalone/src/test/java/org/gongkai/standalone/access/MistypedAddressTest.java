package org.gongkai.standalone.access;

import java.lang.reflect.RecordComponent;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongkai.standalone.Office;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/// Every part of every address of the office, written wrong: a year that is none, a position that is none. What is asked is read off the
/// running office, so that a new endpoint is tried too.
class MistypedAddressTest {

	private static final List<String> WRONG = List.of("foo", "99999999999999999999", "-", "%20", "2024-02-30");

	private static House house;

	private static Map<RequestMappingInfo, HandlerMethod> handlers;

	@BeforeAll
	static void open() {
		house = new House();
		house.received("own");
		Office office = house.office;
		ConfigurableApplicationContext services = (ConfigurableApplicationContext) Objects
			.requireNonNull(ReflectionTestUtils.getField(office, "services"));
		handlers = services.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
			.getHandlerMethods();
	}

	@AfterAll
	static void close() {
		house.close();
	}

	/// A part of an address.
	///
	/// @param inPath whether it stands in the path, else among the conditions
	/// @param typed whether it is anything but text
	record Part(String name, boolean inPath, boolean required, boolean typed) {
	}

	@Test
	void an_address_that_is_written_wrong_is_400_or_404() {
		List<String> wrong = new ArrayList<>();
		Map<String, Integer> tried = new LinkedHashMap<>();
		handlers.forEach((mapping, handler) -> {
			if (!handler.getBeanType().getPackageName().startsWith("org.gongkai.")) {
				return;
			}
			List<Part> parts = parts(handler);
			for (String pattern : mapping.getPatternValues()) {
				for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
					for (Part part : parts) {
						for (String value : WRONG) {
							tried.merge(part.typed() ? "typed" : "text", 1, Integer::sum);
							String address = address(pattern, parts, part, value);
							HttpResponse<String> answer = house.call("owner", method.name(), address, type(mapping),
									method == RequestMethod.GET ? "" : "{}");
							boolean refused = answer.statusCode() == 400 || answer.statusCode() == 404;
							boolean sensible = part.typed() && value.equals("foo") ? refused
									: answer.statusCode() < 500;
							if (!sensible) {
								wrong.add(method + " " + address + " (" + part.name() + ") answered "
										+ answer.statusCode());
							}
						}
					}
				}
			}
		});

		assertThat(wrong).isEmpty();
		assertThat(tried.get("typed")).isGreaterThan(100);
	}

	private static String type(RequestMappingInfo mapping) {
		return mapping.getConsumesCondition()
			.getConsumableMediaTypes()
			.stream()
			.findFirst()
			.map(Object::toString)
			.orElse(mapping.getPatternValues().stream().anyMatch((path) -> path.startsWith("/api/"))
					? "application/json" : "application/x-www-form-urlencoded");
	}

	private static String address(String pattern, List<Part> parts, Part mistyped, String value) {
		String path = pattern;
		for (Part part : parts) {
			if (part.inPath()) {
				path = path.replaceAll("\\{\\*?" + part.name() + "(:[^{}]*(\\{[^{}]*\\}[^{}]*)*)?\\}",
						part.equals(mistyped) ? value : plausible(part.name()));
			}
		}
		path = path.replaceAll("\\{shelf:[^}]*\\}", "documents")
			.replaceAll("\\{[^}]*\\}", "none")
			.replace("**", "none");
		String query = parts.stream()
			.filter((part) -> !part.inPath() && (part.required() || part.equals(mistyped)))
			.map((part) -> part.name() + "=" + (part.equals(mistyped) ? value : plausible(part.name())))
			.collect(Collectors.joining("&"));
		return query.isEmpty() ? path : path + "?" + query;
	}

	private static String plausible(String name) {
		return switch (name) {
			case "agency", "code" -> "own";
			case "year" -> "2023";
			case "id", "record" -> "own/1";
			case "position", "knownAt", "edition", "size", "page", "from", "to" -> "1";
			case "shelf" -> "documents";
			default -> "none";
		};
	}

	private static List<Part> parts(HandlerMethod handler) {
		List<Part> parts = new ArrayList<>();
		for (MethodParameter parameter : handler.getMethodParameters()) {
			parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
			PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
			RequestParam condition = parameter.getParameterAnnotation(RequestParam.class);
			Class<?> type = parameter.getParameterType();
			if (path != null) {
				parts.add(new Part(name(path.value(), parameter), true, true, isTyped(type)));
			}
			else if (condition != null) {
				parts.add(new Part(name(condition.value(), parameter), false, condition.required()
						&& condition.defaultValue().equals(ValueConstants.DEFAULT_NONE) && !parameter.isOptional(),
						isTyped(type)));
			}
			else if (type.isRecord() && type.getName().startsWith("org.gongkai.")
					|| parameter.hasParameterAnnotation(ModelAttribute.class)) {
				parts.addAll(components(type).toList());
			}
		}
		return parts;
	}

	private static Stream<Part> components(Class<?> type) {
		RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
		return Arrays.stream(components)
			.filter((component) -> BeanUtils.isSimpleProperty(component.getType()))
			.map((component) -> new Part(component.getName(), false, false, isTyped(component.getType())));
	}

	private static boolean isTyped(Class<?> type) {
		return BeanUtils.isSimpleProperty(type) && type != String.class && !CharSequence.class.isAssignableFrom(type);
	}

	private static String name(String given, MethodParameter parameter) {
		return given.isEmpty() ? String.valueOf(parameter.getParameterName()) : given;
	}

}
