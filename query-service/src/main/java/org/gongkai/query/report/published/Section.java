package org.gongkai.query.report.published;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The six sections of an annual report (Form, 国办公开办函〔2021〕30号).
public enum Section {

	/// 一、总体情况.
	OVERALL("总体情况", (words) -> words.contains("总体情况") || words.equals("概述")),
	/// 二、主动公开政府信息情况.
	PROACTIVE("主动公开政府信息情况", (words) -> words.contains("主动公开政府信息") || words.equals("主动公开情况")),
	/// 三、收到和处理政府信息公开申请情况.
	APPLICATIONS("收到和处理政府信息公开申请情况",
			(words) -> words.contains("收到和处理") || words.contains("申请情况") && words.contains("信息公开")),
	/// 四、政府信息公开行政复议、行政诉讼情况.
	DISPUTES("政府信息公开行政复议、行政诉讼情况", (words) -> words.contains("行政复议") || words.contains("行政诉讼")),
	/// 五、存在的主要问题及改进情况.
	PROBLEMS("存在的主要问题及改进情况",
			(words) -> words.contains("主要问题")
					|| words.contains("问题") && (words.contains("改进") || words.contains("措施"))),
	/// 六、其他需要报告的事项.
	OTHER("其他需要报告的事项", (words) -> words.contains("需要报告") || words.equals("其他事项"));

	private static final int LONGEST = 40;

	private static final Pattern NUMBERED = Pattern.compile("^[一二三四五六七八九十]{1,2}[、.,:]+(?<words>.+)$");

	private final String heading;

	private final Predicate<String> recognised;

	Section(String heading, Predicate<String> recognised) {
		this.heading = heading;
		this.recognised = recognised;
	}

	/// The heading of the form.
	public String heading() {
		return this.heading;
	}

	/// The section that a line opens.
	static Optional<Section> openedBy(String line) {
		String closed = Words.close(line);
		if (closed.length() > LONGEST || closed.matches(".*[。;,].*")) {
			return Optional.empty();
		}
		String words = words(line);
		boolean numbered = NUMBERED.matcher(closed).matches();
		return Stream.of(values())
			.filter((section) -> numbered ? section.opens(words) : words.equals(Words.bare(section.heading)))
			.findFirst();
	}

	// a heading that was cut is still this heading
	private boolean opens(String words) {
		return this.recognised.test(words) || words.length() >= 4 && Words.bare(this.heading).startsWith(words);
	}

	/// The words of a heading without its number.
	static String words(String line) {
		String closed = Words.close(line);
		var numbered = NUMBERED.matcher(closed);
		return Words.bare(numbered.matches() ? numbered.group("words") : closed);
	}

}
