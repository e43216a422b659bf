package org.gongkai.query.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/// What the browser sent of a form.
///
/// @param values by the fields' names, those left empty too
/// @param key of the form
/// @param seen the version of the record that the form was shown with
/// @param file the first file among the fields; null for none
record Submission(Map<String, String> values, String key, @Nullable Long seen, @Nullable MultipartFile file) {

	private static final int LONGEST_KEY = 64;

	static Submission of(Form form, HttpServletRequest request) {
		Map<String, String> values = new HashMap<>();
		for (Input input : form.inputs()) {
			values.put(input.name(), text(request, input.name()));
		}
		MultipartFile file = null;
		if (request instanceof MultipartHttpServletRequest parts) {
			for (MultipartFile part : parts.getFileMap().values()) {
				String name = part.getOriginalFilename();
				values.put(part.getName(), (name == null) ? "" : name.strip());
				file = part;
			}
		}
		values.put(Sheet.REASON, text(request, Sheet.REASON));
		String key = text(request, "key");
		return new Submission(values,
				(key.isEmpty() || key.length() > LONGEST_KEY) ? UUID.randomUUID().toString() : key,
				seen(text(request, "version")), file);
	}

	/// Why a published number is changed; null where nothing was told.
	@Nullable String reason() {
		String reason = this.values.getOrDefault(Sheet.REASON, "");
		return reason.isEmpty() ? null : reason;
	}

	private static String text(HttpServletRequest request, String name) {
		String value = request.getParameter(name);
		return (value == null) ? "" : value.strip().replace("\r\n", "\n");
	}

	private static @Nullable Long seen(String version) {
		return version.matches("\\d{1,18}") ? Long.valueOf(version) : null;
	}

}
