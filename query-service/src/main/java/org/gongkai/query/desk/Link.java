package org.gongkai.query.desk;

import java.util.Map;

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

	/// Sends the browser to the page of what was recorded.
	public static String recorded(String path, String id, Answer.Recorded recorded) {
		return "redirect:" + to(path, Map.of("id", id, "recorded", recorded.version()));
	}

}
