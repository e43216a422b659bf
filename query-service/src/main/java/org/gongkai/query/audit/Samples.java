package org.gongkai.query.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

import org.gongkai.query.AsOf;
import org.gongkai.query.report.Reports;
import org.gongkai.statute.audit.Draw;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;
import org.springframework.stereotype.Component;

/// 随机抽查: draws cases of an office and year for inspection. Drawn from are the cases that touch the year, as the table counts them.
@Component
class Samples {

	private static final String ALL = "all";

	private final Reports reports;

	Samples(Reports reports) {
		this.reports = reports;
	}

	/// A group that was drawn from.
	record Stratum(String name, int cases) {
	}

	/// @param seed hexadecimal
	/// @param strata the groups, one alone where the draw is not stratified
	/// @param drawn by group, then by key
	record Sample(Reports.Named agency, int year, String seed, int population, List<Stratum> strata,
			List<Draw.Drawn> drawn, AsOf.Position asOf) {
	}

	/// @param seed 32 bytes
	/// @param size how many, from 1
	/// @param stratified whether each group of outcomes gets its share
	/// @throws org.gongkai.statute.Refused as the report
	Sample of(Reports.Question question, byte[] seed, int size, boolean stratified) {
		Reports.Report report = this.reports.report(question);
		Reports.Question fixed = new Reports.Question(question.agency(), question.year(), question.withSubordinates(),
				report.asOf().position(), question.effectiveOn());
		LinkedHashMap<String, Collection<String>> strata = new LinkedHashMap<>();
		List<Row> rows = new ArrayList<>(Row.outcomes());
		rows.add(Row.CARRIED_OUT);
		for (Row row : rows) {
			strata.computeIfAbsent(stratified ? group(row) : ALL, (_) -> new ArrayList<>())
				.addAll(this.reports.cases(fixed, row, Column.TOTAL));
		}
		List<Stratum> sizes = strata.entrySet()
			.stream()
			.map((stratum) -> new Stratum(stratum.getKey(), stratum.getValue().size()))
			.toList();
		return new Sample(report.agency(), question.year(), HexFormat.of().formatHex(seed),
				sizes.stream().mapToInt(Stratum::cases).sum(), sizes, new Draw(seed).from(strata, size), report.asOf());
	}

	/// 予以公开, 部分公开, 不予公开, 无法提供, 不予处理, 其他处理, 结转: by the headings of the form.
	private static String group(Row row) {
		Row.Group group = row.group();
		return (group == null) ? row.jsonName() : group.name().toLowerCase(Locale.ROOT);
	}

}
