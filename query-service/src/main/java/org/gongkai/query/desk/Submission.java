package org.gongkai.query.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/// What the browser sent of a form.
///
/// @param values by the fields' names, those left empty too
/// @param clerk who acts, typed or remembered; empty if neither
/// @param key of the form
/// @param seen the version of the record that the form was shown with
record Submission(Map<String, String> values, String clerk, String key, @Nullable Long seen) {

	private static final int LONGEST_KEY = 64;

	static Submission of(Form form, HttpServletRequest request) {
		Map<String, String> values = new HashMap<>();
		for (Input input : form.inputs()) {
			values.put(input.name(), text(request, input.name()));
		}
		String typed = text(request, Sheet.ACTOR);
		values.put(Sheet.ACTOR, typed);
		String key = text(request, "key");
		return new Submission(values, typed.isEmpty() ? Clerk.of(request) : typed,
				(key.isEmpty() || key.length() > LONGEST_KEY) ? UUID.randomUUID().toString() : key,
				seen(text(request, "version")));
	}

	private static String text(HttpServletRequest request, String name) {
		String value = request.getParameter(name);
		return (value == null) ? "" : value.strip().replace("\r\n", "\n");
	}

	private static @Nullable Long seen(String version) {
		return version.matches("\\d{1,18}") ? Long.valueOf(version) : null;
	}

}
