package org.gongkai.query.report.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.gongkai.query.report.published.PrintedReport;

/// A number that a sentence tells.
///
/// @param told what of
/// @param number how many
/// @param words the words it was read from
record Claim(Told told, BigDecimal number, String words) {

	private static final String COUNT = "(?<n>\\d{1,3}(?:,\\d{3})+|\\d+)余?(?:件|份|条|宗|例|起|次)";

	private static final Pattern ARRIVED = Pattern.compile(
			"(?<verb>新收|新增|收到|接收|接到|收办|受理|办理)(?<between>[^,。;:\\d%]{0,30})" + COUNT + "(?<behind>[^,。;:\\d]{0,16})");

	private static final Pattern CARRIED_IN = Pattern
		.compile("(?:上一?年度?|去年|往年)结转(?<between>[^,。;:\\d%]{0,20})" + COUNT);

	private static final Pattern CARRIED_OUT = Pattern
		.compile("结转(?:至|到)?(?:下一?年|次年|明年|20\\d\\d年)(?<between>[^,。;:\\d%]{0,20})" + COUNT);

	private static final Pattern CARRIED_OUT_BEHIND = Pattern
		.compile(COUNT + "(?<between>[^,。;:\\d%]{0,12})结转(?:至|到)?(?:下一?年|次年|明年|20\\d\\d年)");

	private static final Pattern CONCLUDED = Pattern.compile("办结(?<between>[^,。;:\\d%]{0,20})" + COUNT);

	private static final Pattern OUTCOME = Pattern.compile(
			"(?<outcome>(?:予以公开|同意公开)[和、及与]*部分公开|予以公开|部分公开|不予公开|无法提供|不予处理|其他处理)(?<between>[^,。;:\\d%]{0,24})" + COUNT);

	private static final Pattern APPLICANTS = Pattern
		.compile("(?<who>自然人|法人(?:或|和|及|、)?其他组织)(?<between>[^,。;:\\d%、]{0,10})" + COUNT);

	private static final Pattern DISPUTE = Pattern
		.compile("(?<what>行政复议(?:案件)?[和、及与或]*行政诉讼|行政复议|行政诉讼)(?<between>[^,。;:\\d%、]{0,14})" + COUNT);

	private static final Pattern NO_DISPUTE = Pattern.compile(
			"(?:未发生|未产生|没有发生|没有|未收到|无)(?<between>[^,。;\\d]{0,24}?)(?<what>行政复议(?:案件|申请)?[和、及与或]*(?:被)?行政诉讼|行政复议|行政诉讼)(?:案件|情况|申请)*(?=[,。;]|$)");

	private static final Pattern DOCUMENT = Pattern
		.compile("(?<verb>制定|制发|新制定|出台|印发|废止|现行有效)(?<between>[^,。;:\\d%]{0,16})" + COUNT.replace("条|", "部|"));

	// parts of what arrived, and other things that arrive
	private static final Pattern PARTIAL = Pattern.compile(
			"网|在线|当面|现场|信函|邮|传真|口头|电话|咨询|投诉|举报|信访|建议|提案|议案|留言|信箱|工单|诉求|热线|结转|复议|诉讼|许可|不予|其中|延期|补正|征求|撤回|自然人|法人|企业");

	private static final Pattern REASON = Pattern
		.compile("秘密|隐私|第三方|内部|过程|案卷|查询|法律|法规|安全|不掌握|不存在|制作|补正|不明确|信访|举报|投诉|重复|出版物|大量|反复|确认|逾期|缴费|撤回\\d|因|涉及|属于|由于|主动");

	private static final Pattern RESULT = Pattern.compile("维持|纠正|纠错|撤销|审结|结果|败诉|胜诉|驳回|终止|被|履行|变更|确认|调解|撤回");

	private static final Pattern COMPARED = Pattern.compile("增加|减少|增长|下降|上升|同比|相比|较|比");

	private static final Pattern YEAR = Pattern.compile("(20\\d\\d)年");

	// part of the offices that a report counts
	private static final Pattern OFFICE = Pattern.compile("(?<!全)(?<office>办公室|办公厅|本级|为主体|部门|乡镇|街道|镇|局|委|科室|单位)");

	/// The numbers told in a paragraph that can be compared with a table.
	static List<Claim> in(String paragraph, PrintedReport report) {
		List<Claim> claims = new ArrayList<>();
		for (String sentence : paragraph.split("[。;!?]")) {
			new Reading(sentence, paragraph, report, claims).read();
		}
		return claims;
	}

	/// Reads one sentence.
	private record Reading(String sentence, String paragraph, PrintedReport report, List<Claim> claims) {

		void read() {
			if (this.paragraph.contains("申请")) {
				each(ARRIVED, this::arrived);
				each(CARRIED_IN, (match) -> add(Told.CARRIED_IN, match));
				each(CARRIED_OUT, (match) -> add(Told.CARRIED_OUT, match));
				each(CARRIED_OUT_BEHIND, (match) -> add(Told.CARRIED_OUT, match));
				each(OUTCOME, this::outcome);
				each(APPLICANTS,
						(match) -> add(match.group("who").equals("自然人") ? Told.NATURAL : Told.ORGANISATIONS, match));
			}
			if (this.sentence.contains("申请")) {
				each(CONCLUDED, this::concluded);
			}
			if (this.paragraph.contains("公开")) {
				each(DISPUTE, this::dispute);
				each(NO_DISPUTE, this::noDispute);
			}
			if (this.sentence.contains("规范性文件")) {
				each(DOCUMENT, this::document);
			}
		}

		private void each(Pattern pattern, Consumer<Matcher> read) {
			Matcher match = pattern.matcher(this.sentence);
			while (match.find()) {
				if (isOfThisReport(match)) {
					read.accept(match);
				}
			}
		}

		// the report's year, all that it counts, and no difference
		private boolean isOfThisReport(Matcher match) {
			String before = this.sentence.substring(0, match.start());
			String year = YEAR.matcher(before).results().map((each) -> each.group(1)).reduce("", (_, last) -> last);
			boolean otherYear = !year.isEmpty() && !year.equals(String.valueOf(this.report.source().year()));
			String clause = before.substring(Math.max(before.lastIndexOf(','), before.lastIndexOf(':')) + 1);
			return !otherYear && !COMPARED.matcher(clause + match.group("between")).find() && !isOfAnOffice(before);
		}

		private boolean isOfAnOffice(String before) {
			return OFFICE.matcher(before)
				.results()
				.anyMatch((office) -> !this.report.source().agency().contains(office.group()));
		}

		private void arrived(Matcher match) {
			String clause = this.sentence.substring(Math.max(0, match.start() - 8), match.start())
				.replaceFirst(".*[,。;:]", "");
			String around = clause + match.group("between") + match.group("behind");
			boolean applications = (match.group("between") + match.group("behind")).contains("申请");
			if (!applications || PARTIAL.matcher(around).find()) {
				return;
			}
			add(switch (match.group("verb")) {
				case "新收" -> Told.NEW;
				case "收办", "办理" -> Told.HANDLED;
				default -> Told.RECEIVED;
			}, match);
		}

		private void concluded(Matcher match) {
			if (!PARTIAL.matcher(match.group("between")).find() && !REASON.matcher(match.group("between")).find()) {
				add(Told.CONCLUDED, match);
			}
		}

		private void outcome(Matcher match) {
			String before = this.sentence.substring(Math.max(0, match.start() - 16), match.start())
				.replaceFirst(".*[,:]", "");
			String outcome = match.group("outcome");
			String between = match.group("between").replaceFirst("[(]含[^)]*[)]", "");
			if (REASON.matcher(before + between).find()) {
				return;
			}
			boolean both = outcome.endsWith("部分公开") && outcome.length() > 4
					|| outcome.equals("予以公开") && match.group("between").contains("部分公开");
			add(both ? Told.GRANTED_AND_PARTLY : switch (outcome) {
				case "予以公开" -> Told.GRANTED;
				case "部分公开" -> Told.PARTLY;
				case "不予公开" -> Told.DENIED;
				case "无法提供" -> Told.UNAVAILABLE;
				case "不予处理" -> Told.NOT_PROCESSED;
				default -> Told.OTHER;
			}, match);
		}

		private void dispute(Matcher match) {
			if (!RESULT.matcher(match.group("between")).find()) {
				add(disputes(match.group("what")), match);
			}
		}

		private void noDispute(Matcher match) {
			if (!RESULT.matcher(match.group("between")).find()) {
				this.claims.add(new Claim(disputes(match.group("what")), BigDecimal.ZERO, match.group()));
			}
		}

		private static Told disputes(String what) {
			boolean review = what.contains("行政复议");
			boolean litigation = what.contains("行政诉讼");
			return (review && litigation) ? Told.DISPUTES : review ? Told.REVIEW : Told.LITIGATION;
		}

		private void document(Matcher match) {
			add(switch (match.group("verb")) {
				case "废止" -> Told.REPEALED;
				case "现行有效" -> Told.IN_FORCE;
				default -> Told.MADE;
			}, match);
		}

		private void add(Told told, Matcher match) {
			this.claims.add(new Claim(told, new BigDecimal(match.group("n").replace(",", "")), match.group()));
		}

	}

}
