package org.gongkai.query.desk;

import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/// Addresses of pages with what is asked of them.
public final class Link {

	private Link() {
	}

	/// A path with a condition, whatever characters it has.
	public static String to(String path, String name, Object value) {
		return to(path, Map.of(name, value));
	}

	/// A path with conditions, whatever characters they have.
	public static String to(String path, Map<String, ?> conditions) {
		UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
		conditions.keySet().stream().sorted().forEach((name) -> link.queryParam(name, "{" + name + "}"));
		return link.encode().buildAndExpand(conditions).toUriString();
	}

	/// The address of the present request with another place where its list goes on.
	/// @param name of the condition that says where
	/// @param without a condition that is left out
	public static String next(String name, Object value, String without) {
		HttpServletRequest request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
			.getRequest();
		Map<String, Object> conditions = new HashMap<>();
		request.getParameterMap().forEach((condition, values) -> conditions.put(condition, values[0]));
		conditions.remove(without);
		conditions.remove("fresh");
		conditions.put(name, value);
		return request.getRequestURI() + to("", conditions);
	}

	/// Sends the browser to the page of what was recorded.
	public static String recorded(String path, String id, Answer.Recorded recorded) {
		return "redirect:" + to(path, Map.of("id", id, "recorded", recorded.version()));
	}

}
