package org.gongkai.standalone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.gongkai.query.report.check.Finding;
import org.gongkai.query.report.check.ReportCheck;
import org.gongkai.query.report.check.Severity;
import org.gongkai.query.report.published.PrintedReport;
import org.gongkai.query.report.published.Unreadable;
import org.gongkai.standalone.Failed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "check-report", mixinStandardHelpOptions = true,
		description = { "Check published annual reports: sums, identities, carry-over, sentences and form.",
				"核对已公布的年度报告：合计、勾稽关系、结转、正文与表格、格式。" },
		footer = { "", "Reports of one agency and consecutive years are also compared with each other.",
				"Exit codes: 0 nothing found, 1 findings, 2 a file or the record cannot be read." })
final class CheckReportCommand implements Callable<Integer> {

	/// A file or the record that cannot be read: 1 would say that the report is wrong.
	private static final int UNREADABLE = 2;

	@Parameters(paramLabel = "FILE", arity = "1..*",
			description = { "Text, HTML, DOCX, XLSX, PDF with text, or JSON.", "报告文件。" })
	List<Path> files = new ArrayList<>();

	@Option(names = "--previous", paramLabel = "FILE",
			description = { "The report of the year before; it is not checked itself.", "上一年度报告。" })
	@Nullable Path previous;

	@Option(names = "--errors-only", description = { "Leave warnings out.", "不列提示。" })
	boolean errorsOnly;

	@Option(names = "--json", description = { "Print the findings as a JSON list.", "以 JSON 输出。" })
	boolean json;

	@ArgGroup(exclusive = true, multiplicity = "0..1")
	Target.@Nullable Where where;

	@Mixin
	Credentials credentials = new Credentials();

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		List<PrintedReport> reports = new ArrayList<>();
		int unreadable = 0;
		for (Path file : this.files) {
			try {
				reports.add(PrintedReport.read(file));
			}
			catch (Unreadable ex) {
				unreadable++;
				this.spec.commandLine().getErr().println("gongkai: " + ex.getMessage());
			}
		}
		List<Finding> findings = new ArrayList<>();
		try {
			PrintedReport before = (this.previous != null) ? PrintedReport.read(this.previous) : null;
			try (Target.Session session = session()) {
				for (PrintedReport report : reports) {
					findings.addAll(check(report, before, reports, session));
				}
			}
		}
		catch (Unreadable | Failed ex) {
			unreadable++;
			this.spec.commandLine().getErr().println("gongkai: " + ex.getMessage());
		}
		print(findings, reports.size());
		return (unreadable > 0) ? UNREADABLE : findings.isEmpty() ? GongkaiCommand.DONE : GongkaiCommand.FAILED;
	}

	private List<Finding> check(PrintedReport report, @Nullable PrintedReport before, List<PrintedReport> reports,
			Target.@Nullable Session session) {
		PrintedReport lastYear = reports.stream()
			.filter((other) -> ReportCheck.precedes(other, report))
			.findFirst()
			.orElse(before);
		if (lastYear == before && before != null && before.source().year() + 1 != report.source().year()) {
			throw new Unreadable(
					before.file() + " is of " + before.source().year() + ", not of the year before " + report.file());
		}
		List<PrintedReport> records = (session != null) ? new Records(session.client()).of(report) : List.of();
		if (session != null && records.isEmpty()) {
			this.spec.commandLine()
				.getErr()
				.println("gongkai: the record has no report of this agency and year to compare with " + report.file());
		}
		return ReportCheck.of(report, lastYear, records)
			.stream()
			.filter((finding) -> !this.errorsOnly || finding.severity() == Severity.ERROR)
			.toList();
	}

	private Target.@Nullable Session session() {
		if (this.where == null) {
			return null;
		}
		Target target = new Target();
		target.where = this.where;
		target.credentials = this.credentials;
		target.actor = System.getProperty("user.name");
		return target.open();
	}

	private void print(List<Finding> findings, int reports) {
		PrintWriter out = this.spec.commandLine().getOut();
		if (this.json) {
			out.println(Client.json.writerWithDefaultPrettyPrinter()
				.writeValueAsString(findings.stream().map(CheckReportCommand::fields).toList()));
		}
		else {
			for (Finding finding : findings) {
				out.println(finding.severity().label() + " " + finding.severity().wireName() + " [" + finding.rule()
						+ "] " + finding.file());
				out.println("  " + finding.sentence());
				out.println("  " + finding.english());
			}
			long errors = findings.stream().filter((finding) -> finding.severity() == Severity.ERROR).count();
			out.println("核对 " + reports + " 份报告，错误 " + errors + " 处，提示 " + (findings.size() - errors) + " 处。 " + reports
					+ " checked, " + errors + " errors, " + (findings.size() - errors) + " warnings.");
		}
		out.flush();
	}

	private static Map<String, Object> fields(Finding finding) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("file", finding.file());
		fields.put("rule", finding.rule());
		fields.put("table", finding.table());
		fields.put("row", finding.row());
		fields.put("column", finding.column());
		fields.put("expected", finding.expected());
		fields.put("found", finding.found());
		fields.put("severity", finding.severity().wireName());
		fields.put("sentence", finding.sentence());
		fields.put("sentenceEn", finding.english());
		return fields;
	}

}
