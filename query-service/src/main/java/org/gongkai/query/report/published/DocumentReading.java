package org.gongkai.query.report.published;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.gongkai.query.report.published.PrintedReport.Contents;
import org.gongkai.query.report.published.PrintedReport.Oddity;
import org.gongkai.query.report.published.PrintedReport.Source;

/// Reads title, sections and tables out of the blocks of a document.
final class DocumentReading {

	private static final int WRAPPED = 20;

	private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");

	private final Path file;

	private final List<Block> blocks;

	private final boolean document;

	private final Map<Section, Integer> openings = new EnumMap<>(Section.class);

	private final Map<Section, String> headings = new EnumMap<>(Section.class);

	private final List<Oddity> oddities = new ArrayList<>();

	private final Map<Place, Printed> cells = Place.cells();

	/// @param document whether it has headings and sentences, and not tables alone
	DocumentReading(Path file, List<Block> blocks, boolean document) {
		this.file = file;
		this.blocks = blocks;
		this.document = document;
	}

	PrintedReport report() {
		open();
		Title title = title();
		tables();
		if (this.cells.isEmpty() && this.openings.size() < 3) {
			throw new Unreadable("holds no annual report: neither its tables nor its sections were found");
		}
		return new PrintedReport(this.file.toString(), new Source(title.agency(), "", title.year(), this.document),
				this.cells, new Contents(this.headings, sections(), Map.of(), this.oddities));
	}

	// a table of contents has the same headings: the last one opens the section
	private void open() {
		for (int at = 0; at < this.blocks.size(); at++) {
			if (this.blocks.get(at) instanceof Block.Line line) {
				int here = at;
				Section.openedBy(line.text()).ifPresent((section) -> {
					this.openings.put(section, here);
					this.headings.put(section, Section.words(line.text()));
				});
			}
		}
	}

	private Title title() {
		List<String> lines = lines(this.blocks).stream().map(Block.Line::text).toList();
		return Title.of(lines).orElseGet(() -> {
			this.oddities.add(new Oddity(Oddity.Kind.NO_TITLE, null, "", "", "年政府信息公开工作年度报告", ""));
			Matcher named = YEAR.matcher(String.valueOf(this.file.getFileName()));
			return new Title("", named.find() ? Integer.parseInt(named.group(1)) : 0);
		});
	}

	private void tables() {
		List<Block.Grid> grids = this.blocks.stream()
			.filter(Block.Grid.class::isInstance)
			.map(Block.Grid.class::cast)
			.toList();
		TableTwoReading two = new TableTwoReading(this.cells, this.oddities);
		grids.forEach(two::read);
		if (!two.found()) {
			two.read(lines(part(Section.PROACTIVE)));
		}
		TableThreeReading three = new TableThreeReading(this.cells, this.oddities);
		grids.forEach(three::read);
		if (!three.found()) {
			three.read(lines(part(Section.APPLICATIONS)));
		}
		TableFourReading four = new TableFourReading(this.cells);
		grids.forEach(four::read);
		if (!four.found()) {
			four.read(lines(part(Section.DISPUTES)));
		}
		missing(Place.Table.TWO, two.found());
		missing(Place.Table.THREE, three.found());
		missing(Place.Table.FOUR, four.found());
	}

	private void missing(Place.Table table, boolean found) {
		if (!found) {
			this.oddities.add(new Oddity(Oddity.Kind.MISSING_TABLE, table, "", "", table.label(), ""));
		}
	}

	// from the heading to the next one; the whole document where there is no such heading
	private List<Block> part(Section section) {
		Integer from = this.openings.get(section);
		if (from == null) {
			return this.blocks;
		}
		int to = this.openings.values()
			.stream()
			.filter((at) -> at > from)
			.mapToInt(Integer::intValue)
			.min()
			.orElse(this.blocks.size());
		return this.blocks.subList(from + 1, to);
	}

	private Map<Section, List<String>> sections() {
		Map<Section, List<String>> sections = new EnumMap<>(Section.class);
		for (Section section : Section.values()) {
			if (this.openings.containsKey(section)) {
				sections.put(section, paragraphs(part(section)));
			}
		}
		int first = this.openings.values().stream().mapToInt(Integer::intValue).min().orElse(this.blocks.size());
		List<String> before = new ArrayList<>(paragraphs(this.blocks.subList(0, first)));
		before.addAll(sections.getOrDefault(Section.OVERALL, List.of()));
		sections.put(Section.OVERALL, before);
		return sections;
	}

	private static List<Block.Line> lines(List<Block> blocks) {
		return blocks.stream().filter(Block.Line.class::isInstance).map(Block.Line.class::cast).toList();
	}

	// a line that fills its width and ends no sentence goes on in the next one
	private static List<String> paragraphs(List<Block> blocks) {
		List<String> paragraphs = new ArrayList<>();
		boolean goesOn = false;
		for (Block block : blocks) {
			if (!(block instanceof Block.Line line)) {
				goesOn = false;
				continue;
			}
			String text = Words.close(line.text());
			boolean begins = text.matches("^[(]?[一二三四五六七八九十\\d]{1,2}[)、.].*");
			if (goesOn && !begins) {
				paragraphs.set(paragraphs.size() - 1, Objects.requireNonNull(paragraphs.getLast()) + text);
			}
			else if (!text.isEmpty()) {
				paragraphs.add(text);
			}
			goesOn = text.length() >= WRAPPED && !text.matches(".*[。;:!?]$");
		}
		return paragraphs;
	}

}
