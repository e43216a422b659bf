package org.gongkai.query.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.gongkai.access.Scope;
import org.gongkai.events.report.CarriedCase;
import org.gongkai.query.application.CaseHistory;
import org.gongkai.query.application.CaseItem;
import org.gongkai.query.application.Cases;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 结转桥: this year's carried in, as a list of cases, against the carried out that last year's report published. Where late entries
/// made the two differ, names case, entry, day and reason, and drafts the footnote.
@Component
public class CarryOverBridge {

	private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

	private final Reports reports;

	private final Editions editions;

	private final Cases cases;

	private final CaseHistory history;

	CarryOverBridge(Reports reports, Editions editions, Cases cases, CaseHistory history) {
		this.reports = reports;
		this.editions = editions;
		this.cases = cases;
		this.history = history;
	}

	/// @param year the year that carries in
	/// @param edition the edition of last year's report; 0 where none is published
	/// @param carriedOut how many cases that edition carries out
	/// @param carriedIn how many this year carries in
	/// @param differences the cases in which the two differ, in the order of their ids
	/// @param footnote a note for under table three; empty where nothing differs
	public record Bridge(String agency, int year, int edition, int carriedOut, int carriedIn,
			List<Difference> differences, String footnote) {
	}

	/// A case that is in one of the two, or in another column.
	///
	/// @param applicationId the case
	/// @param publishedAs its column in last year's report; null where it is not in it
	/// @param carriedAs its column this year; null where it is not carried in
	/// @param entries what was recorded of it since the report was counted
	/// @param sentence why, in Chinese
	public record Difference(String applicationId, @Nullable String publishedAs, @Nullable String carriedAs,
			List<CaseHistory.Entry> entries, String sentence) {
	}

	/// The bridge into a year for the caller of this request. It names cases of the
	/// agencies below where last year's edition counts them.
	/// @throws org.gongkai.statute.Refused `not-allowed` where the caller does not reach
	/// those
	public Bridge shown(String agency, int year, boolean withSubordinates, @Nullable Long knownAt) {
		requireReach(agency, year, withSubordinates);
		return into(agency, year, withSubordinates, knownAt);
	}

	/// Requires that the caller of this request may see the bridge.
	/// @throws org.gongkai.statute.Refused `not-allowed` as above
	public void requireReach(String agency, int year, boolean withSubordinates) {
		if (withSubordinates
				|| this.editions.latest(agency, year - 1).map(Editions.Edition::withSubordinates).orElse(false)) {
			Scope.current().requireSubordinates();
		}
	}

	/// The bridge into a year.
	/// @param knownAt a position; null for now
	public Bridge into(String agency, int year, boolean withSubordinates, @Nullable Long knownAt) {
		Map<String, String> carried = carriedIn(new Reports.Question(agency, year, withSubordinates, knownAt));
		return this.editions.latest(agency, year - 1)
			.map((edition) -> bridge(agency, year, edition, carried))
			.orElseGet(() -> new Bridge(agency, year, 0, 0, carried.size(), List.of(), ""));
	}

	/// The cases that a year carries in, with their columns.
	Map<String, String> carriedIn(Reports.Question question) {
		return ids(question, Row.CARRIED_IN);
	}

	/// The cases that a year carries out, with their columns.
	Map<String, String> carriedOut(Reports.Question question) {
		return ids(question, Row.CARRIED_OUT);
	}

	private Map<String, String> ids(Reports.Question question, Row row) {
		Map<String, String> columns = new TreeMap<>();
		for (Column column : Column.values()) {
			if (column != Column.TOTAL) {
				this.reports.cases(question, row, column).forEach((id) -> columns.put(id, column.jsonName()));
			}
		}
		return columns;
	}

	private Bridge bridge(String agency, int year, Editions.Edition edition, Map<String, String> carried) {
		Map<String, String> published = edition.content()
			.carriedOut()
			.stream()
			.collect(Collectors.toMap(CarriedCase::applicationId, (one) -> Column.of(one.applicantKind()).jsonName()));
		Set<String> all = new TreeSet<>(published.keySet());
		all.addAll(carried.keySet());
		all.removeIf((id) -> Objects.equals(published.get(id), carried.get(id)));
		Map<String, CaseItem> items = this.cases.byIds(List.copyOf(all))
			.stream()
			.collect(Collectors.toMap(CaseItem::applicationId, Function.identity()));
		long counted = this.editions.countedTo(edition, List.of());
		List<Difference> differences = new ArrayList<>();
		for (String id : all) {
			List<CaseHistory.Entry> since = this.history.of(id)
				.stream()
				.filter((entry) -> entry.position() > counted)
				.toList();
			differences.add(new Difference(id, published.get(id), carried.get(id), since,
					sentence(items.get(id), published.get(id), carried.get(id), since, year)));
		}
		return new Bridge(agency, year, edition.edition(), published.size(), carried.size(), differences,
				footnote(year, published.size(), carried.size(), differences));
	}

	private static String sentence(@Nullable CaseItem item, @Nullable String was, @Nullable String is,
			List<CaseHistory.Entry> since, int year) {
		String recorded = since.isEmpty() ? "" : "，" + LocalDate.ofInstant(since.getLast().recordedAt(), OFFICE) + "记入";
		String reason = since.stream()
			.map(CaseHistory.Entry::reason)
			.filter(Objects::nonNull)
			.reduce((_, last) -> last)
			.map((last) -> "（理由：" + last + "）")
			.orElse("");
		if (item == null) {
			return "记录已更正" + recorded + reason;
		}
		String number = item.applicationNo() + "号申请";
		LocalDate concluded = item.concludedOn();
		if (is == null && item.isVoid()) {
			return number + "系误录，已撤销" + recorded + reason;
		}
		if (is == null && concluded != null && concluded.getYear() < year) {
			return number + "已于" + concluded + "办结" + recorded + reason;
		}
		if (was == null) {
			return number + "于" + item.receivedOn() + "收到" + recorded + reason;
		}
		return number + "记录已更正" + recorded + reason;
	}

	private static String footnote(int year, int out, int in, List<Difference> differences) {
		if (differences.isEmpty()) {
			return "";
		}
		return "注：" + (year - 1) + "年度报告公布结转下年度继续办理" + out + "件，本年度上年结转" + in + "件。差异原因："
				+ differences.stream().map(Difference::sentence).collect(Collectors.joining("；")) + "。";
	}

}
