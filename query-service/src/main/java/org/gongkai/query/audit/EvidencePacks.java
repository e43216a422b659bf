package org.gongkai.query.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.gongkai.access.Caller;
import org.gongkai.access.Callers;
import org.gongkai.access.Overloaded;
import org.gongkai.access.Sightings;
import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.log.LogProofs;
import org.gongkai.log.LogReader;
import org.gongkai.log.proof.ProofFile;
import org.gongkai.query.AsOf;
import org.gongkai.query.Vantage;
import org.gongkai.query.application.PastCases;
import org.gongkai.query.report.CellRecords;
import org.gongkai.query.report.EditionFiles;
import org.gongkai.query.report.Reports;
import org.gongkai.query.review.DisputeItem;
import org.gongkai.query.review.Disputes;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.DisputeBlock;
import org.gongkai.statute.report.DisputeResult;
import org.gongkai.statute.report.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// 证据包: everything about a case or a year in one file that somebody else can keep and check without this system: entries, what was
/// published, proofs, who did what, who looked, and the check report in the four properties.
@Component
class EvidencePacks {

	/// Streams that are read at once.
	private static final int BATCH = 500;

	/// As many as fit into memory beside a second pack.
	private static final int MOST_ENTRIES = 40_000;

	private final LogReader log;

	private final LogProofs proofs;

	private final AwaitedCheckpoints checkpoints;

	private final PastCases cases;

	private final Disputes disputes;

	private final Reports reports;

	private final CellRecords cells;

	private final EditionFiles editions;

	private final PackChecks checks;

	private final Sightings sightings;

	private final NamedParameterJdbcTemplate sql;

	private final AsOf asOf;

	private final ITemplateEngine templates;

	private final Clock clock;

	EvidencePacks(LogReader logReader, LogProofs logProofs, AwaitedCheckpoints checkpoints, PastCases cases,
			Disputes disputes, Reports reports, CellRecords cells, EditionFiles editions, PackChecks checks,
			Sightings sightings, JdbcTemplate readTables, AsOf asOf, ITemplateEngine templates, Clock clock) {
		this.log = logReader;
		this.proofs = logProofs;
		this.checkpoints = checkpoints;
		this.cases = cases;
		this.disputes = disputes;
		this.reports = reports;
		this.cells = cells;
		this.editions = editions;
		this.checks = checks;
		this.sightings = sightings;
		this.sql = new NamedParameterJdbcTemplate(readTables);
		this.asOf = asOf;
		this.templates = templates;
		this.clock = clock;
	}

	/// What goes into a pack.
	///
	/// @param title in Chinese
	/// @param record id of the case; null for a year
	/// @param report of the year; null for a case
	/// @param people the cases and disputes
	/// @param streams these, and all other records that belong to the matter
	private record Matter(String title, String agency, @Nullable String record, Reports.@Nullable Report report,
			List<String> people, List<String> streams) {
	}

	/// The pack of a case.
	/// @param to opened when everything is read that can be refused
	/// @throws Refused `unknown-application`, `unknown-checkpoint` where nothing can be
	/// signed
	void ofCase(String id, Target to) throws IOException {
		LogProofs.Signed signed = signed();
		long position = position(signed);
		String agency = this.cases.get(id, new Vantage(position, null)).item().agency();
		List<String> people = new ArrayList<>(List.of(id));
		this.disputes.about(id).stream().map(DisputeItem::disputeId).forEach(people::add);
		write(new Matter("申请" + id + "证据包", agency, id, null, people, people), signed, position, to);
	}

	/// The pack of a year: the cases, disputes, documents and tallies that its tables
	/// count, and the report.
	/// @param to opened when everything is read that can be refused
	/// @throws Refused as the report, `unknown-checkpoint` where nothing can be signed
	void ofYear(String agency, int year, boolean withSubordinates, Target to) throws IOException {
		LogProofs.Signed signed = signed();
		long position = position(signed);
		Reports.Question question = new Reports.Question(agency, year, withSubordinates, position);
		this.checks.requireReach(question);
		Reports.Report report = this.reports.report(question);
		Set<String> people = new TreeSet<>();
		for (Row row : List.of(Row.NEW, Row.CARRIED_IN)) {
			people.addAll(this.reports.cases(question, row, Column.TOTAL));
		}
		for (DisputeBlock block : DisputeBlock.values()) {
			for (DisputeResult result : DisputeResult.values()) {
				people.addAll(this.reports.disputes(question, block, result));
			}
		}
		Set<String> records = new TreeSet<>();
		CellRecords.printed(report, 2)
			.keySet()
			.forEach((cell) -> records.addAll(this.cells.streams(report, cell).keySet()));
		List<String> streams = new ArrayList<>(people);
		streams.addAll(records);
		streams.add("report:" + agency + "/" + year);
		report.counted().forEach((code) -> streams.add("agency:" + code));
		write(new Matter(report.agency().name() + year + "年度证据包", agency, null, report, List.copyOf(people), streams),
				signed, position, to);
	}

	private LogProofs.Signed signed() {
		return this.checkpoints.latestCovering(this.asOf.now().position());
	}

	/// What is both signed and in the tables.
	private long position(LogProofs.Signed signed) {
		return Math.min(signed.size(), this.asOf.now().position());
	}

	/// Where a pack goes.
	interface Target {

		OutputStream open() throws IOException;

	}

	private void write(Matter matter, LogProofs.Signed signed, long position, Target to) throws IOException {
		this.sightings.note(matter.people());
		List<String> all = new ArrayList<>(matter.streams());
		all.addAll(findings(matter.streams()));
		Map<String, List<Recorded<Event>>> streams = streams(all, position);
		List<Recorded<Event>> entries = streams.values()
			.stream()
			.flatMap(List::stream)
			.sorted((a, b) -> Long.compare(a.position(), b.position()))
			.toList();
		FourProperties properties = new FourProperties();
		List<EditionFiles.EditionFile> published = published(matter, position);
		try (OutputStream out = to.open(); PackFile pack = new PackFile(out)) {
			pack.text("README.txt", PackTexts.README);
			pack.text("checkpoint.txt", signed.note().format());
			pack.flush();
			pack.text("events.jsonl", (text) -> PackTexts.lines(entries, text));
			this.checks.proofs(prove(entries, signed, pack), signed, properties);
			pack.text("acts.csv", (text) -> PackTexts.acts(streams, entries, text));
			int[] seen = new int[1];
			pack.text("sightings.csv", (text) -> seen[0] = PackTexts
				.sightings((looks) -> this.sightings.each(matter.people(), looks), text));
			pack.text("record.html", (text) -> page("audit/pack-record", Map.of("title", matter.title(), "records",
					PackTexts.told(streams, matter.people()), "position", position), text));
			for (EditionFiles.EditionFile file : published) {
				pack.add("documents/edition-" + file.edition() + "/report." + file.extension(), file.content());
			}
			pack.add("proof.html", offlinePage());
			this.checks.records(streams, all, properties);
			if (matter.report() != null) {
				this.checks.year(matter.report(), streams, published, properties);
			}
			this.checks.documents(published, properties);
			this.checks.safety(entries, matter.people().isEmpty(), seen[0], properties);
			FourProperties.Report report = properties.report();
			pack.json("check-report.json", report);
			pack.text("check-report.html", (text) -> page("audit/pack-check",
					Map.of("title", matter.title(), "report", report, "position", position, "origin",
							signed.checkpoint().origin(), "size", signed.size(), "madeAt", this.clock.instant()),
					text));
			pack.manifest(head(matter, signed, position));
		}
	}

	private PackFile.Head head(Matter matter, LogProofs.Signed signed, long position) {
		Caller caller = Callers.current();
		Reports.Report report = matter.report();
		String root = signed.note().text().split("\n", -1)[2];
		return new PackFile.Head(matter.title(), matter.agency(), matter.record(),
				(report == null) ? null : Integer.valueOf(report.year()), position, signed.checkpoint().origin(),
				signed.size(), root, signed.key(), this.clock.instant(),
				Objects.requireNonNullElse(caller.account(), caller.actor()));
	}

	private List<EditionFiles.EditionFile> published(Matter matter, long position) {
		Reports.Report report = matter.report();
		return (report == null) ? List.of() : this.editions.of(report.agency().code(), report.year(), position);
	}

	/// What inspectors took up about the records.
	private List<String> findings(Collection<String> records) {
		List<String> found = new ArrayList<>();
		List<String> some = List.copyOf(records);
		for (int from = 0; from < some.size(); from += BATCH) {
			found.addAll(this.sql.queryForList(
					"select 'finding:' || finding_id from handled_findings where record in (:records) order by finding_id",
					new MapSqlParameterSource("records", some.subList(from, Math.min(some.size(), from + BATCH))),
					String.class));
		}
		return found;
	}

	/// @throws Overloaded for more than fits into memory
	private Map<String, List<Recorded<Event>>> streams(List<String> ids, long position) {
		if (ids.size() > MOST_ENTRIES) {
			throw tooLarge();
		}
		Map<String, List<Recorded<Event>>> streams = new LinkedHashMap<>();
		int entries = 0;
		for (int from = 0; from < ids.size(); from += BATCH) {
			List<String> some = ids.subList(from, Math.min(ids.size(), from + BATCH));
			Map<String, List<Recorded<Event>>> read = this.log.streams(some, position);
			some.forEach((id) -> {
				List<Recorded<Event>> stream = read.getOrDefault(id, List.of());
				if (!stream.isEmpty()) {
					streams.put(id, stream);
				}
			});
			entries += read.values().stream().mapToInt(List::size).sum();
			if (entries > MOST_ENTRIES) {
				throw tooLarge();
			}
		}
		return streams;
	}

	private static Overloaded tooLarge() {
		return Overloaded.overBudget("a pack has at most " + MOST_ENTRIES
				+ " entries; make one for each office without those below it, or for single cases");
	}

	private PackChecks.Proved prove(List<Recorded<Event>> entries, LogProofs.Signed signed, PackFile pack)
			throws IOException {
		PackChecks.Proved proved = new PackChecks.Proved(signed);
		for (Recorded<Event> entry : entries) {
			ProofFile proof = this.proofs.proof(entry.position(), signed)
				.orElseThrow(() -> new IllegalStateException("position " + entry.position() + " has no event"));
			String written = proof.write();
			pack.text("proofs/" + entry.position() + ".json", written);
			proved.check(proof, written);
		}
		return proved;
	}

	private void page(String template, Map<String, Object> model, Writer text) {
		this.templates.process(template, new Context(Locale.CHINA, model), text);
	}

	private static byte[] offlinePage() throws IOException {
		try (InputStream in = EvidencePacks.class.getResourceAsStream("/static/proof.html")) {
			return Objects.requireNonNull(in, "proof.html").readAllBytes();
		}
	}

}
