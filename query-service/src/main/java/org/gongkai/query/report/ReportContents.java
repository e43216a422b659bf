package org.gongkai.query.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.report.CarriedCase;
import org.gongkai.events.report.ReportAnnex;
import org.gongkai.events.report.ReportContent;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.TableThreeForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Counts everything that a report fixes when it is published: tables, facts and the cases behind the carry-over.
@Component
public class ReportContents {

	private final Reports reports;

	private final ReportFacts facts;

	private final CarryOverBridge bridge;

	ReportContents(Reports reports, ReportFacts facts, CarryOverBridge bridge) {
		this.reports = reports;
		this.facts = facts;
		this.bridge = bridge;
	}

	/// @param position the numbers are as known here
	/// @param content its texts are empty
	public record Counted(long position, ReportContent content) {
	}

	/// The numbers as known at the position that is asked for, or now.
	/// @throws org.gongkai.statute.Refused `unknown-agency`, `unknown-year`,
	/// `unknown-position`
	public Counted of(Reports.Question question) {
		Reports.Report report = this.reports.report(question);
		Reports.Question fixed = new Reports.Question(question.agency(), question.year(), question.withSubordinates(),
				report.asOf().position());
		return new Counted(report.asOf().position(),
				new ReportContent(report.agency().name(), TableThreeForm.of(question.year()).definition(),
						report.counted(), TableTwoLines.of(report.table2()),
						report.table3().asMap(TableThreeForm.of(question.year())), report.table4().cells(),
						report.disputeNote(), words(this.facts.of(fixed)), Map.of(),
						cases(this.bridge.carriedIn(fixed)), cases(this.bridge.carriedOut(fixed)), annexes(report)));
	}

	private @Nullable List<ReportAnnex> annexes(Reports.Report report) {
		return report.withSubordinates() ? this.reports.parts(report)
			.stream()
			.map((part) -> new ReportAnnex(part.agency().code(), part.agency().name(), TableTwoLines.of(part.table2()),
					part.table3().asMap(TableThreeForm.of(part.year())), part.table4().cells(), part.disputeNote()))
			.toList() : null;
	}

	/// The tables alone that an agency would add to a report which counts disputes so.
	/// @throws org.gongkai.statute.Refused as [#of]
	public Counted part(Reports.Question question, DisputeCounting counting) {
		Reports.Report report = this.reports.part(question, counting);
		TableThreeForm form = TableThreeForm.of(question.year());
		return new Counted(report.asOf().position(),
				new ReportContent(report.agency().name(), form.definition(), report.counted(),
						TableTwoLines.of(report.table2()), report.table3().asMap(form), report.table4().cells(),
						report.disputeNote(), Map.of(), Map.of(), List.of(), List.of(), null));
	}

	private static Map<String, String> words(ReportFacts.Facts facts) {
		Map<String, String> words = new LinkedHashMap<>();
		facts.facts().forEach((fact) -> words.put(fact.name(), fact.value()));
		return words;
	}

	private static List<CarriedCase> cases(Map<String, String> columns) {
		List<CarriedCase> cases = new ArrayList<>();
		columns.forEach((id, column) -> cases.add(new CarriedCase(id, kind(column))));
		return cases;
	}

	private static ApplicantKind kind(String column) {
		ApplicantKind kind = Column.ofJson(column).applicantKind();
		if (kind == null) {
			throw new IllegalArgumentException("no case is counted in the total alone");
		}
		return kind;
	}

}
