package org.gongkai.query.report.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The title of a report: 某机关某年政府信息公开工作年度报告.
///
/// @param agency the agency it names; empty if it names none
/// @param year the year it names
record Title(String agency, int year) {

	private static final int LONGEST = 70;

	private static final Pattern TITLE = Pattern.compile(
			"^(?<before>.*?)(?<year>20\\d\\d)年?度?(?<after>.*?)(?:政府信息公开|政务信息公开|信息公开|政务公开|政府信息)(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)(?<behind>.*)$");

	private static final Pattern AGENCY = Pattern
		.compile(".{2,40}(?:政府|办公室|办公厅|办事处|委员会|局|委|办|厅|院|部|会|署|中心|镇|乡|街道|公司|支队|所)");

	private static final Pattern CHINESE_YEAR = Pattern.compile("二[〇○零Oo0]([〇○零Oo0一二三四五六七八九])([〇○零Oo0一二三四五六七八九])(?=年)");

	private static final String DIGITS = "〇一二三四五六七八九";

	static Optional<Title> of(List<String> lines) {
		List<String> closed = new ArrayList<>();
		lines.stream().map(Words::close).filter((line) -> !line.isEmpty()).map(Title::digits).forEach(closed::add);
		for (int i = 0; i < closed.size(); i++) {
			Optional<Title> title = of(closed.get(i), (i > 0) ? closed.get(i - 1) : "");
			if (title.isEmpty() && i + 1 < closed.size() && closed.get(i).length() < LONGEST) {
				title = of(closed.get(i) + closed.get(i + 1), (i > 0) ? closed.get(i - 1) : "");
			}
			if (title.isPresent()) {
				return title;
			}
		}
		return Optional.empty();
	}

	private static Optional<Title> of(String line, String above) {
		Matcher title = TITLE.matcher(line);
		if (line.length() > LONGEST || line.matches(".*[。;,《].*") || !title.matches()) {
			return Optional.empty();
		}
		String before = title.group("before");
		String after = title.group("after");
		String agency = !before.isEmpty() ? before
				: !after.isEmpty() ? after : AGENCY.matcher(above).matches() ? above : "";
		return Optional.of(new Title(agency.replaceFirst("^关于", ""), Integer.parseInt(title.group("year"))));
	}

	private static String digits(String line) {
		return CHINESE_YEAR.matcher(line).replaceAll((year) -> "20" + digit(year.group(1)) + digit(year.group(2)));
	}

	private static int digit(String word) {
		return Math.max(0, DIGITS.indexOf(word));
	}

}
