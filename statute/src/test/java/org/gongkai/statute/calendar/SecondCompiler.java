package org.gongkai.statute.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The days off and make-up days of 2018 to 2026 as somebody else compiled them from the
/// notices.
record SecondCompiler(Set<LocalDate> off, Set<LocalDate> makeUp) {

	private static final Pattern DATE = Pattern.compile("\"date\": \"(\\d{4}-\\d{2}-\\d{2})\"");

	static SecondCompiler read() throws IOException {
		SecondCompiler days = new SecondCompiler(new TreeSet<>(), new TreeSet<>());
		boolean makeUp = false;
		for (String line : text().lines().toList()) {
			makeUp = line.contains("make_up_workdays\"") || makeUp && !line.contains("off_days\"");
			Set<LocalDate> into = makeUp ? days.makeUp : days.off;
			DATE.matcher(line).results().forEach((match) -> into.add(LocalDate.parse(match.group(1))));
		}
		return days;
	}

	private static String text() throws IOException {
		try (InputStream file = SecondCompiler.class.getResourceAsStream("/calendar-2018-2026.json")) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
