package org.gongkai.standalone.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.gongkai.standalone.Failed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(name = "report", mixinStandardHelpOptions = true,
		description = { "An agency's annual report, with everything recorded so far.", "年度报告。" })
final class ReportCommand implements Callable<Integer> {

	/// How a report is written.
	enum Format {

		/// Aligned text for a terminal.
		TEXT(true),
		/// For programs.
		JSON(true),
		/// Table three for spreadsheets.
		CSV(true),
		/// For browsers.
		HTML(true),
		/// For Word.
		DOCX(false),
		/// For print.
		PDF(false),
		/// All tables for spreadsheets.
		XLSX(false),
		/// All files, for publication.
		ZIP(false);

		private final boolean text;

		Format(boolean text) {
			this.text = text;
		}

	}

	@Option(names = "--agency", paramLabel = "CODE", required = true, description = { "The agency.", "机关代码。" })
	String agency = "";

	@Option(names = "--year", paramLabel = "YEAR", required = true, description = { "The year.", "年度。" })
	int year;

	@Option(names = "--with-subordinates", description = { "With every agency below it.", "含所属机关。" })
	boolean withSubordinates;

	@Option(names = "--known-at", paramLabel = "MOMENT",
			description = { "As known at this position of the log, instant or day.", "截至日志某一位置、时刻或日期。" })
	@Nullable String knownAt;

	@Option(names = "--effective-on", paramLabel = "DAY",
			description = { "As if the year ended with this day.", "以此日为准，视为年度至此日止。" })
	@Nullable LocalDate effectiveOn;

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
			description = {
					"text, json, csv, html, docx, pdf, xlsx or zip, which holds all (default: ${DEFAULT-VALUE}).",
					"格式；zip 为发布包，含全部格式。" })
	Format format = Format.TEXT;

	@Option(names = "--annexes",
			description = {
					"With the report of each agency that is counted, in html, docx and pdf; a zip has them anyway.",
					"附各机关的报告。" })
	boolean annexes;

	@Option(names = { "-o", "--output" }, paramLabel = "FILE",
			description = { "Write to this file instead of the terminal.", "写入文件。" })
	@Nullable Path output;

	@Mixin
	Target target = new Target();

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		Format asked = this.target.json ? Format.JSON : this.format;
		if (!asked.text && this.output == null && isTerminal()) {
			throw new Failed("a " + asked.name().toLowerCase(Locale.ROOT)
					+ " file is not for the terminal: name a file with -o FILE, or redirect the output");
		}
		try (Target.Session session = this.target.open()) {
			byte[] report = (asked == Format.TEXT) ? text(session.client()) : fetch(session.client(), asked);
			if (this.output != null) {
				write(this.output, report);
			}
			else if (!asked.text) {
				System.out.writeBytes(report);
				System.out.flush();
			}
			else {
				PrintWriter out = this.spec.commandLine().getOut();
				String text = new String(report, StandardCharsets.UTF_8);
				out.print(text.endsWith("\n") ? text : text + System.lineSeparator());
				out.flush();
			}
			return GongkaiCommand.DONE;
		}
	}

	private byte[] text(Client client) {
		JsonNode report = Client.json.readTree(fetch(client, Format.JSON));
		return (TableTwoText.of(report) + System.lineSeparator() + TableThreeText.of(report) + System.lineSeparator()
				+ TableFourText.of(report))
			.getBytes(StandardCharsets.UTF_8);
	}

	private byte[] fetch(Client client, Format as) {
		Map<String, Object> query = new LinkedHashMap<>();
		query.put("withSubordinates", this.withSubordinates);
		query.put("format", as.name().toLowerCase(Locale.ROOT));
		query.put("fresh", true);
		if (this.annexes) {
			query.put("annexes", true);
		}
		if (this.knownAt != null) {
			query.put("knownAt", this.knownAt);
		}
		if (this.effectiveOn != null) {
			query.put("effectiveOn", this.effectiveOn);
		}
		return client.get("/api/reports/" + Client.encode(this.agency) + "/" + this.year, query);
	}

	private static boolean isTerminal() {
		Console console = System.console();
		return console != null && console.isTerminal();
	}

	private static void write(Path file, byte[] content) {
		try {
			Files.write(file, content);
		}
		catch (IOException ex) {
			throw new Failed("cannot write the file " + file + ": " + ex.getMessage(), ex);
		}
	}

}
