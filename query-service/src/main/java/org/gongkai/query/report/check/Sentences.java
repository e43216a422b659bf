package org.gongkai.query.report.check;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.gongkai.query.report.published.PrintedReport;
import org.gongkai.query.report.published.Section;

/// Compares what the sentences tell with the tables. It would rather miss a contradiction than accuse a right report.
final class Sentences {

	private static final List<Section> TELLING = List.of(Section.OVERALL, Section.PROACTIVE, Section.APPLICATIONS,
			Section.DISPUTES, Section.OTHER);

	// 办结 may leave out what was withdrawn, and documents of others may be told with
	// the office's own
	private static final Set<Told> VAGUE = Set.of(Told.CONCLUDED, Told.MADE, Told.REPEALED, Told.IN_FORCE);

	private final PrintedReport report;

	private final Findings findings;

	Sentences(PrintedReport report, Findings findings) {
		this.report = report;
		this.findings = findings;
	}

	void check() {
		this.report.counts().forEach((name, count) -> {
			String plainName = name.replaceFirst("[(（].*", "");
			for (Told told : Told.values()) {
				if (told.isCalled(plainName)) {
					compare(new Claim(told, count, plainName));
				}
			}
		});
		Set<Claim> claims = new LinkedHashSet<>();
		for (Section section : TELLING) {
			this.report.paragraphs(section).forEach((paragraph) -> claims.addAll(Claim.in(paragraph, this.report)));
		}
		claims.forEach(this::compare);
	}

	private void compare(Claim claim) {
		Told told = claim.told();
		Set<BigDecimal> meant = told.meant(this.report);
		if (meant.isEmpty() || meant.contains(claim.number().stripTrailingZeros())) {
			return;
		}
		String number = Findings.plain(claim.number());
		String expected = Findings.plain(meant.iterator().next());
		String others = meant.stream().skip(1).distinct().map(Findings::plain).collect(Collectors.joining("、"));
		boolean part = isRollUp() && meant.stream().allMatch((each) -> each.compareTo(claim.number()) > 0);
		this.findings.add(
				Finding.of(CheckRule.SENTENCE)
					.in(told.table(), told.row(), told.column())
					.expected(expected)
					.found(number)
					.as((VAGUE.contains(told) || part) ? Severity.WARNING : Severity.ERROR),
				"正文“" + claim.words() + "”称" + told.label() + number + "，" + told.table().label() + "为" + expected
						+ (others.isEmpty() ? "" : "（或" + others + "）") + "：" + number + "≠" + expected + "。",
				"a sentence tells " + number + " for “" + told.label() + "”, table " + (told.table().ordinal() + 2)
						+ " has " + expected + (others.isEmpty() ? "" : " (or " + others.replace("、", ", ") + ")")
						+ ": " + number + "≠" + expected + ".");
	}

	// the report of a government counts all below it, and a smaller number may be that
	// of its office alone
	private boolean isRollUp() {
		return this.report.source().agency().matches(".*[省市区县州盟旗]人民政府");
	}

}
