package org.gongkai.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.springframework.util.FileSystemUtils;

/// Measures a whole office on the register of a city and prints one table. Ends with 1 when a limit is not kept.
public final class Benchmarks {

	private static final String REGISTER = "suqian_city_2023_2024.csv";

	private static final List<String> REPORTS = List.of("/api/reports/321300/2023", "/api/reports/321300/2024",
			"/api/reports/321300/2022");

	private static final Duration IMPORT = Duration.ofSeconds(20);

	private static final Duration REPORT = Duration.ofMillis(100);

	private static final Duration SERVING = Duration.ofSeconds(10);

	private static final Duration PUBLISHING = Duration.ofSeconds(30);

	private static final Duration DOCUMENT = Duration.ofSeconds(1);

	private static final long MEMORY = 1L << 30;

	private static final Duration VERIFY = Duration.ofSeconds(60);

	/// Of the append throughput at most 15 % may go into the proof.
	private static final double PROOF = 0.85;

	private final Path home;

	private final Path work;

	private final Figures figures = new Figures();

	private Benchmarks(Path home, Path work) {
		this.home = home;
		this.work = work;
	}

	/// @param arguments the product's folder, built; then `import` or `proof` for that
	/// part alone
	public static void main(String[] arguments) throws Exception {
		Path work = Files.createTempDirectory("gongkai-benchmarks-");
		Benchmarks benchmarks = new Benchmarks(Path.of(arguments[0]).toRealPath(), work);
		try {
			switch ((arguments.length > 1) ? arguments[1] : "all") {
				case "import" -> benchmarks.importing();
				case "proof" -> benchmarks.sequencing();
				case "large-log" -> LargeLog.make(benchmarks.home, Path.of(arguments[2]), work.resolve("cache"),
						Integer.parseInt(arguments[3]));
				case "all" -> benchmarks.run();
				default -> throw new IllegalArgumentException("there is no part " + arguments[1]);
			}
		}
		finally {
			FileSystemUtils.deleteRecursively(work);
		}
		benchmarks.figures.print(System.out);
		System.exit(benchmarks.figures.kept() ? 0 : 1);
	}

	private void run() throws Exception {
		Path data = importing();
		say("following and rebuilding");
		Duration live = live(data);
		try (OfficeProcess office = serve(data)) {
			this.figures.timeWithin("serving, folder with the register", office.untilServing(), SERVING);
			this.figures.time("  processor time of it", office.processorTime());
			this.figures.time("rebuild of all read models / the same live", ReadSide.rebuild(office), live);
		}
		say("importing by the command line");
		byCommandLine();
		say("publishing a county");
		publishing();
		sequencing();
	}

	/// @return the folder with the register
	private Path importing() throws Exception {
		say("%d processors, on average %.1f programs wanted one in the last minute".formatted(
				Runtime.getRuntime().availableProcessors(),
				ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
		Path data = this.work.resolve("office");
		say("serving, importing, reporting");
		try (OfficeProcess office = serve(data)) {
			this.figures.timeWithin("serving, new folder, nothing unpacked", office.untilServing(), SERVING);
			this.figures.time("  processor time of it", office.processorTime());
			office.importFile("agencies", "agencies.csv", sample("agencies.csv"));
			try (Memory memory = Memory.watch(office); Connection database = OfficeDatabase.connect(data)) {
				wholeOffice(office, database, memory);
			}
		}
		return data;
	}

	private void sequencing() throws Exception {
		say("sequencing");
		SequencerRate rate = SequencerRate.measure(Files.createDirectory(this.work.resolve("log")),
				cache().resolve("gongkai"));
		this.figures.rate("16 writers with a sequencer / without", rate.sequenced(), rate.raw());
		this.figures.rate("  with leaves / with positions alone", rate.sequenced(), rate.positionsAlone(), PROOF);
		say("verifying a million events");
		VerifyTime verified = VerifyTime.measure(Files.createDirectory(this.work.resolve("million")),
				cache().resolve("gongkai"));
		this.figures.time("verify 1,000,000 events / read them", verified.took(), verified.read(), VERIFY);
	}

	private void wholeOffice(OfficeProcess office, Connection database, Memory memory) throws Exception {
		byte[] register = sample(REGISTER);
		Duration before = office.processorTime();
		long began = System.nanoTime();
		office.importFile("applications", REGISTER, register);
		Duration imported = Duration.ofNanos(System.nanoTime() - began);
		office.get("/api/status?fresh=true");
		Duration shown = Duration.ofNanos(System.nanoTime() - began);
		Duration processor = office.processorTime().minus(before);
		ReadSide.Reports reports = ReadSide.reports(office, database, REPORTS);
		RawFloor floor = RawFloor.measure(database);
		say(floor.events() + " events in " + floor.transactions() + " transactions");
		this.figures.time("import of 7,132 applications / raw inserts", imported, floor.took(), IMPORT);
		this.figures.time("  until all of it is shown", shown, floor.took(), IMPORT);
		this.figures.time("  processor time of all of it", processor);
		this.figures.time("first report after it / count of the facts", reports.first(), reports.count(), REPORT);
		this.figures.time("slowest of 50 further reports", reports.slowest(), reports.count(), REPORT);
		this.figures.time("report in the middle", reports.middle(), reports.count(), REPORT);
		this.figures.memory("most memory, what is shared counted once", memory.mostProportional(), MEMORY);
		this.figures.memory("most memory, what is shared counted each time", memory.mostResident(), 0);
	}

	private Duration live(Path data) throws Exception {
		try (OfficeProcess _ = serve(data); Connection database = OfficeDatabase.connect(data)) {
			ReadSide.forget(database);
		}
		try (ExecutorService watcher = Executors.newSingleThreadExecutor()) {
			Callable<Duration> watching = () -> ReadSide.live(data);
			Future<Duration> live = watcher.submit(watching);
			try (OfficeProcess office = serve(data)) {
				office.get("/api/status?fresh=true");
				return live.get();
			}
		}
	}

	private void byCommandLine() throws IOException {
		Path data = this.work.resolve("by-command-line");
		Path agencies = Files.write(this.work.resolve("agencies.csv"), sample("agencies.csv"));
		Path register = Files.write(this.work.resolve(REGISTER), sample(REGISTER));
		OfficeProcess.run(this.home, cache(), "agencies", "import", agencies.toString(), "--data", data.toString());
		this.figures.timeWithin("./gongkai import, start and stop included",
				OfficeProcess.run(this.home, cache(), "import", register.toString(), "--data", data.toString()),
				IMPORT);
	}

	private void publishing() {
		try (OfficeProcess office = serve(this.work.resolve("county"))) {
			County.Times times = new County(office).measure();
			this.figures.time("import of a county's 20,000 applications", times.imported());
			this.figures.timeWithin("its report published, 80 annexes, all formats", times.published(), PUBLISHING);
			this.figures.timeWithin("DOCX of one of its agencies", times.document(), DOCUMENT);
		}
	}

	private OfficeProcess serve(Path data) {
		return OfficeProcess.serve(this.home, data, cache());
	}

	private Path cache() {
		return this.work.resolve("cache");
	}

	private static void say(String what) {
		System.err.println("… " + what);
	}

	private static byte[] sample(String name) throws IOException {
		try (InputStream in = Benchmarks.class.getResourceAsStream("/demo/" + name)) {
			return Objects.requireNonNull(in, name).readAllBytes();
		}
	}

}
