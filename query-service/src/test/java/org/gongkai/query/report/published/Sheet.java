package org.gongkai.query.report.published;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;
import org.gongkai.statute.report.TableThreeForm;

/// A report to be printed: title, sentences and the three tables with their merged heads, as offices publish them.
public final class Sheet {

	private static final Map<String, String> BLOCKS = Map.of("规章", "（一）", "行政许可", "（五）", "行政处罚", "（六）", "行政事业性收费",
			"（八）", "政府集中采购", "（九）");

	private final Map<Place, String> cells = new LinkedHashMap<>();

	private final Map<Section, List<String>> sections = new LinkedHashMap<>();

	private final Map<Section, String> headings = new LinkedHashMap<>();

	private final Map<String, String> words = new LinkedHashMap<>();

	private String title;

	/// Prints the numbers of a report with sentences that agree with them.
	public Sheet(PrintedReport report) {
		report.cells().forEach((place, printed) -> this.cells.put(place, printed.text()));
		int year = report.source().year();
		this.title = report.source().agency() + year + "年政府信息公开工作年度报告";
		Stream.of(Section.values()).forEach((section) -> this.headings.put(section, section.heading()));
		this.sections.put(Section.OVERALL,
				List.of("（一）主动公开。" + year + "年，通过网站公开了年度计划和办事指南。",
						"（二）依申请公开。全年新收政府信息公开申请" + number(report, Row.NEW) + "件，上年结转" + number(report, Row.CARRIED_IN)
								+ "件；办结申请" + number(report, Row.TOTAL) + "件，结转下年度继续办理" + number(report, Row.CARRIED_OUT)
								+ "件，件件有登记、有答复、有归档。",
						"（三）政府信息管理。公文在拟稿时写明公开方式，发布前审查。", "（四）平台建设。网站专栏按目录更新。", "（五）监督保障。办公室每季度抽查一次，全年培训两次。"));
		this.sections.put(Section.PROBLEMS, List.of("目录的更新有时慢于公文的印发。下一步每月核对一次目录，并把核对结果告诉各科室。"));
		this.sections.put(Section.OTHER, List.of("本年度未收取信息处理费。"));
	}

	private static String number(PrintedReport report, Row row) {
		return String.valueOf(report.number(Place.of(row, Column.TOTAL)));
	}

	/// Prints something else in a cell.
	public Sheet with(Place place, String text) {
		this.cells.put(place, text);
		return this;
	}

	/// Prints nothing of a row.
	public Sheet without(Row row) {
		Stream.of(Column.values()).forEach((column) -> this.cells.remove(Place.of(row, column)));
		return this;
	}

	/// Prints other words for a label or heading of a table.
	public Sheet with(String label, String printed) {
		this.words.put(label, printed);
		return this;
	}

	public Sheet titled(String other) {
		this.title = other;
		return this;
	}

	public Sheet headed(Section section, String heading) {
		this.headings.put(section, heading);
		return this;
	}

	public Sheet without(Section section) {
		this.headings.remove(section);
		return this;
	}

	public Sheet saying(Section section, String... paragraphs) {
		this.sections.put(section, List.of(paragraphs));
		return this;
	}

	/// @param across columns it covers
	/// @param down rows it covers
	record Merged(String text, int across, int down) {
	}

	/// A paragraph, or a table of cells in the order of their top left corners.
	record Part(String paragraph, List<List<Merged>> table) {
	}

	String title() {
		return this.title;
	}

	List<Part> parts() {
		List<Part> parts = new ArrayList<>();
		parts.add(new Part(this.title, List.of()));
		String numerals = "一二三四五六";
		for (Section section : Section.values()) {
			if (this.headings.containsKey(section)) {
				parts.add(new Part(numerals.charAt(section.ordinal()) + "、" + this.headings.get(section), List.of()));
				this.sections.getOrDefault(section, List.of())
					.forEach((paragraph) -> parts.add(new Part(paragraph, List.of())));
				switch (section) {
					case PROACTIVE -> parts.add(new Part("", two()));
					case APPLICATIONS -> parts.add(new Part("", three()));
					case DISPUTES -> parts.add(new Part("", four()));
					default -> {
					}
				}
			}
		}
		return parts;
	}

	private Merged cell(String text) {
		return cell(text, 1, 1);
	}

	private Merged cell(String text, int across, int down) {
		return new Merged(this.words.getOrDefault(text, text), across, down);
	}

	private List<List<Merged>> two() {
		List<List<Merged>> rows = new ArrayList<>();
		List<String> heads = List.of();
		for (TableTwoItem item : TableTwoItem.values()) {
			List<Place> places = this.cells.keySet()
				.stream()
				.filter((place) -> place.table() == Place.Table.TWO && place.row().equals(item.wireName()))
				.toList();
			if (places.isEmpty()) {
				continue;
			}
			String block = BLOCKS.get(item.label());
			if (block != null) {
				rows.add(List.of(cell("第二十条第" + block + "项", 4, 1)));
				heads = List.of();
			}
			int across = 3 / places.size();
			if (heads.isEmpty()) {
				heads = places.stream().map(Place::columnLabel).toList();
				List<Merged> head = new ArrayList<>(List.of(cell("信息内容")));
				heads.forEach((each) -> head.add(cell(each.equals("本年收费金额") ? "本年收费金额（单位：万元）" : each, across, 1)));
				rows.add(head);
			}
			List<Merged> row = new ArrayList<>(List.of(cell(item.label())));
			places.forEach((place) -> row.add(cell(this.cells.get(place), across, 1)));
			rows.add(row);
		}
		return rows;
	}

	private List<List<Merged>> three() {
		List<List<Merged>> rows = new ArrayList<>();
		rows.add(List.of(cell(TableThreeForm.CORNER_NOTE, 3, 3), cell(TableThreeForm.APPLICANTS, 7, 1)));
		rows.add(List.of(cell("自然人", 1, 2), cell(Column.ORGANISATIONS, 5, 1), cell("总计", 1, 2)));
		rows.add(Stream.of(Column.values())
			.filter(Column::isOrganisation)
			.map((column) -> cell(column.label()))
			.toList());
		List<Row> printed = Stream.of(Row.values())
			.filter((row) -> this.cells.containsKey(Place.of(row, Column.TOTAL)))
			.toList();
		Row.Group group = null;
		boolean results = false;
		for (Row row : printed) {
			List<Merged> line = new ArrayList<>();
			if (row.isResult() && !results) {
				results = true;
				line.add(cell(TableThreeForm.RESULTS, 1, (int) printed.stream().filter(Row::isResult).count()));
			}
			Row.Group here = row.group();
			if (here != null && here != group) {
				line.add(cell(here.label(), 1, (int) printed.stream().filter((each) -> each.group() == here).count()));
			}
			group = here;
			line.add(cell(row.label(), row.isResult() ? ((here != null) ? 1 : 2) : 3, 1));
			Stream.of(Column.values()).forEach((column) -> line.add(cell(this.cells.get(Place.of(row, column)))));
			rows.add(line);
		}
		return rows;
	}

	private List<List<Merged>> four() {
		List<List<Merged>> rows = new ArrayList<>();
		rows.add(List.of(cell("行政复议", 5, 1), cell("行政诉讼", 10, 1)));
		List<String> results = Place.DISPUTE_COLUMNS.stream()
			.map((column) -> Place.columnLabel(Place.Table.FOUR, column))
			.toList();
		List<Merged> second = new ArrayList<>();
		results.forEach((result) -> second.add(cell(result, 1, 2)));
		second.add(cell("未经复议直接起诉", 5, 1));
		second.add(cell("复议后起诉", 5, 1));
		rows.add(second);
		List<Merged> third = new ArrayList<>();
		results.forEach((result) -> third.add(cell(result)));
		results.forEach((result) -> third.add(cell(result)));
		rows.add(third);
		rows.add(Place.disputes().stream().map((place) -> cell(this.cells.get(place))).toList());
		return rows;
	}

}
