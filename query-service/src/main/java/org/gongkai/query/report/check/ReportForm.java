package org.gongkai.query.report.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.gongkai.query.report.published.Place;
import org.gongkai.query.report.published.PrintedReport;
import org.gongkai.query.report.published.PrintedReport.Oddity;
import org.gongkai.query.report.published.Section;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;

/// Whether a report has the parts that the form of its year asks for (国办公开办函〔2021〕30号). Everything here is a warning.
final class ReportForm {

	private static final int FORM_2021 = 2021;

	private static final Pattern YEAR = Pattern.compile("(?<!\\d)20\\d\\d(?!\\d)");

	private static final Pattern TOLD_YEAR = Pattern
		.compile("^(?:[(]?[一二三四五六1-9][)]?[、.]?)?(20\\d\\d)年度?(?:,|我|本|全|共|[一-龥]{1,6}(?:共|制定))(?<rest>.*)");

	private static final Pattern COMPARED = Pattern.compile("比|较|同期|以来|印发|\\[|〔");

	private static final Pattern FEE = Pattern.compile("处理费|收费|费用|收取");

	private static final Pattern FEE_TAKEN = Pattern.compile("信息处理费[^,。;\\d]{0,12}([1-9][\\d,.]*)元");

	private static final Pattern NOTHING = Pattern.compile("无|暂无|没有|无相关情况|无问题|无其他(?:需要报告的)?事项");

	private static final Pattern NO_REGULATIONS = Pattern.compile(".*(?:镇|乡|街道办事处|县)(?:人民政府|办事处)?(?:.*[局委办室])?$");

	private static final Map<String, Pattern> ASPECTS = aspects();

	private final PrintedReport report;

	private final Findings findings;

	ReportForm(PrintedReport report, Findings findings) {
		this.report = report;
		this.findings = findings;
	}

	// 总体情况 tells of five things
	private static Map<String, Pattern> aspects() {
		Map<String, Pattern> aspects = new LinkedHashMap<>();
		aspects.put("主动公开", Pattern.compile("主动公开"));
		aspects.put("依申请公开", Pattern.compile("依申请|申请公开|公开申请|信息申请"));
		aspects.put("政府信息管理", Pattern.compile("信息管理|规范管理|审查|保密|管理"));
		aspects.put("政府信息公开平台建设", Pattern.compile("平台|网站|公众号|新媒体|渠道|专栏"));
		aspects.put("监督保障", Pattern.compile("监督|保障|考核|培训|评议"));
		return aspects;
	}

	void check() {
		this.report.oddities().forEach(this::oddity);
		if (this.report.source().document() && !this.report.headings().isEmpty()) {
			headings();
			contents();
		}
		years();
		basis();
		regulations();
	}

	private void oddity(Oddity oddity) {
		Place.Table table = oddity.table();
		String where = (table != null) ? table.label() : "";
		switch (oddity.kind()) {
			case CUT_HEADING -> say(CheckRule.CUT_HEADING, oddity,
					where + "列名印为“" + oddity.found() + "”，应为“" + oddity.expected() + "”，标题不完整。",
					"a column is headed “" + oddity.found() + "” instead of “" + oddity.expected() + "”: it was cut.");
			case OTHER_HEADING -> say(CheckRule.OTHER_HEADING, oddity,
					where + "列名印为“" + oddity.found() + "”，应为“" + oddity.expected() + "”。",
					"a column is headed “" + oddity.found() + "” instead of “" + oddity.expected() + "”.");
			case LOST_LABEL -> say(CheckRule.LOST_LABEL, oddity,
					where + "缺少“" + oddity.expected() + "”字样"
							+ (oddity.found().isEmpty() ? "" : "，印为“" + oddity.found() + "”") + "。",
					"the words “" + oddity.expected() + "” are lost.");
			case MISSING_ROW -> say(CheckRule.MISSING_ROW, oddity, where + "缺少“" + oddity.expected() + "”一行。",
					"the row " + oddity.row() + " of " + wire(table) + " is not printed.");
			case MISSING_TABLE -> say(CheckRule.MISSING_TABLE, oddity, "文中没有可以读出的" + where + "。",
					"no " + wire(table) + " can be read in it.");
			case FIRST_FORM -> firstForm(oddity, where);
			case NO_TITLE ->
				say(CheckRule.NO_TITLE, oddity, "没有“机关名称＋年份＋政府信息公开工作年度报告”的标题。", "no title tells agency and year.");
		}
	}

	private void firstForm(Oddity oddity, String where) {
		if (this.report.source().year() >= FORM_2021) {
			say(CheckRule.OLD_FORM, oddity,
					where + "用的是2019年格式（国办公开办函〔2019〕60号），" + this.report.source().year()
							+ "年度报告应用2021年格式（国办公开办函〔2021〕30号）。",
					wire(oddity.table()) + " has the form of 2019; reports since 2021 have the form of 2021.");
		}
	}

	private static String wire(Place.Table table) {
		return "table " + (table.ordinal() + 2);
	}

	private void say(CheckRule rule, Oddity oddity, String chinese, String english) {
		this.findings.add(Finding.of(rule)
			.in(oddity.table(), oddity.row(), oddity.column())
			.expected(oddity.expected())
			.found(oddity.found()), chinese, english);
	}

	private void headings() {
		for (Section section : Section.values()) {
			String printed = this.report.headings().get(section);
			String form = section.heading().replace("、", "");
			if (printed == null) {
				this.findings.add(Finding.of(CheckRule.MISSING_SECTION).expected(section.heading()),
						"缺少“" + section.heading() + "”部分。", "the section “" + section.heading() + "” is missing.");
			}
			else if (printed.length() < form.length() && form.startsWith(printed)) {
				this.findings.add(Finding.of(CheckRule.CUT_HEADING).expected(section.heading()).found(printed),
						"标题印为“" + printed + "”，应为“" + section.heading() + "”，标题不完整。",
						"a section is headed “" + printed + "” instead of “" + section.heading() + "”: it was cut.");
			}
		}
	}

	private void contents() {
		Map<Section, String> printed = this.report.headings();
		String overall = String.join("\n", this.report.paragraphs(Section.OVERALL));
		if (printed.containsKey(Section.OVERALL)) {
			ASPECTS.forEach((aspect, words) -> {
				if (!words.matcher(overall).find()) {
					this.findings.add(Finding.of(CheckRule.MISSING_ASPECT).expected(aspect), "总体情况未写“" + aspect + "”。",
							"section one does not tell about " + aspect + ".");
				}
			});
		}
		if (printed.containsKey(Section.PROBLEMS) && saysNothing(Section.PROBLEMS)) {
			this.findings.add(Finding.of(CheckRule.EMPTY_SECTION).expected(Section.PROBLEMS.heading()),
					"“" + Section.PROBLEMS.heading() + "”部分没有内容（条例第五十条第四项）。",
					"section five, on problems and improvement, says nothing (article 50(4)).");
		}
		String other = String.join("", this.report.paragraphs(Section.OTHER));
		if (printed.containsKey(Section.OTHER) && this.report.source().year() >= FORM_2021
				&& !FEE.matcher(other).find()) {
			fee();
		}
		Stream.of(Section.values())
			.flatMap((section) -> this.report.paragraphs(section).stream())
			.filter((paragraph) -> paragraph.contains("部分以表格形式报告"))
			.findFirst()
			.ifPresent((_) -> this.findings.add(Finding.of(CheckRule.TEMPLATE_LEFT).found("部分以表格形式报告"),
					"模板提示语“部分以表格形式报告”未删除。", "a sentence of the template was left in."));
	}

	private void fee() {
		Place unpaid = Place.of(Row.OTHER_2, Column.TOTAL);
		String told = Stream.of(Section.OVERALL, Section.APPLICATIONS, Section.PROBLEMS)
			.flatMap((section) -> this.report.paragraphs(section).stream())
			.map(FEE_TAKEN::matcher)
			.filter(Matcher::find)
			.map((fee) -> "，而正文称收取" + fee.group(1) + "元")
			.findFirst()
			.orElse("");
		var notices = this.report.number(unpaid);
		if (told.isEmpty() && notices != null && notices.signum() > 0) {
			told = "，而表三逾期未缴费一行为" + Findings.plain(notices) + "件";
		}
		this.findings.add(Finding.of(CheckRule.FEE_UNSAID).expected("信息处理费收取情况"),
				"“" + Section.OTHER.heading() + "”未写信息处理费收取情况" + told + "。",
				"section six does not tell whether information fees were charged"
						+ (told.isEmpty() ? "" : ", though another part of the report tells of fees") + ".");
	}

	private boolean saysNothing(Section section) {
		String text = String.join("", this.report.paragraphs(section)).replaceAll("[^\\p{L}\\p{N}]", "");
		return text.isEmpty() || NOTHING.matcher(text).matches();
	}

	private void years() {
		int year = this.report.source().year();
		if (year == 0) {
			return;
		}
		TreeSet<Integer> told = new TreeSet<>();
		for (Section section : List.of(Section.OVERALL, Section.PROBLEMS, Section.OTHER)) {
			for (String paragraph : this.report.paragraphs(section)) {
				for (String sentence : paragraph.split("[。;!?]")) {
					Matcher told1 = TOLD_YEAR.matcher(sentence);
					if (told1.matches() && !COMPARED.matcher(sentence).find()) {
						told.add(Integer.parseInt(told1.group(1)));
					}
				}
			}
		}
		told.removeAll(List.of(year, year + 1));
		told.forEach((other) -> this.findings.add(Finding.of(CheckRule.WRONG_YEAR).expected(year).found(other),
				year + "年度报告的正文写“" + other + "年”。",
				"a sentence of the report of " + year + " tells about " + other + "."));
		Path file = Path.of(this.report.file()).getFileName();
		Path folder = Path.of(this.report.file()).getParent();
		placed(Objects.toString(file, ""), year);
		String last = (folder == null) ? "" : Objects.toString(folder.getFileName(), "");
		if (last.length() == 4) {
			placed(last, year);
		}
	}

	// reports are published in the year after
	private void placed(String name, int year) {
		List<Integer> named = new ArrayList<>();
		YEAR.matcher(name).results().forEach((match) -> named.add(Integer.parseInt(match.group())));
		if (!named.isEmpty() && !named.contains(year) && !named.contains(year + 1)) {
			this.findings.add(Finding.of(CheckRule.WRONG_YEAR).expected(year).found(named.getFirst()),
					year + "年度报告放在“" + name + "”之下。", "the report of " + year + " is kept under “" + name + "”.");
		}
	}

	private void basis() {
		boolean old = Stream.of(Section.values())
			.flatMap((section) -> this.report.paragraphs(section).stream())
			.anyMatch((paragraph) -> paragraph.matches(".*2019.{0,2}60号.*"));
		if (old && this.report.source().year() >= FORM_2021) {
			this.findings.add(Finding.of(CheckRule.OLD_FORM).expected("国办公开办函〔2021〕30号").found("国办公开办函〔2019〕60号"),
					"正文引用的国办公开办函〔2019〕60号已由国办公开办函〔2021〕30号取代。",
					"the report names the notice of 2019 as its basis, which the notice of 2021 replaced.");
		}
	}

	private void regulations() {
		if (!NO_REGULATIONS.matcher(this.report.source().agency()).matches()) {
			return;
		}
		for (String column : List.of("made", "repealed", "inForce")) {
			Place place = new Place(Place.Table.TWO, "regulations", column);
			var number = this.report.number(place);
			if (number != null && number.signum() > 0) {
				this.findings.add(
						Finding.of(CheckRule.NO_SUCH_POWER).at(place).expected("0").found(Findings.plain(number)),
						place.chinese() + "印为" + Findings.plain(number) + "，县、乡镇机关没有规章制定权，应为0。",
						place.english() + " is printed as " + Findings.plain(number)
								+ ", but counties and townships make no regulations (规章).");
			}
		}
	}

}
