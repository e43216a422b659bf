package org.gongkai.command.integration;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

import org.gongkai.access.Callers;
import org.gongkai.command.Circumstances;
import org.gongkai.command.Commands;
import org.gongkai.command.Field;
import org.gongkai.command.TooLarge;
import org.gongkai.command.agency.Offices;
import org.gongkai.command.application.LoggedCases;
import org.gongkai.command.disclosure.LoggedDisclosures;
import org.gongkai.command.review.LoggedDisputes;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Files to be imported, over HTTP or from this process: taken at once, judged row by row in the background, asked for by
/// their id.
@Component
public class Uploads {

	/// The way by which rows of a file come.
	public static final String VIA = "import";

	/// Longest file, in bytes.
	static final int LONGEST_FILE = 32 << 20;

	private final Imports imports;

	private final Commands commands;

	private final LoggedCases cases;

	private final LoggedDisputes disputes;

	private final LoggedDisclosures disclosures;

	private final Offices offices;

	private final UploadFolder folder;

	Uploads(Imports imports, Commands commands, LoggedCases cases, LoggedDisputes disputes,
			LoggedDisclosures disclosures, Offices offices, UploadFolder folder) {
		this.imports = imports;
		this.commands = commands;
		this.cases = cases;
		this.disputes = disputes;
		this.disclosures = disclosures;
		this.offices = offices;
		this.folder = folder;
	}

	/// A file to be imported.
	///
	/// @param what `applications`, `agencies`, `documents` or `tallies`
	/// @param fileName kept beside every event
	/// @param dryRun whether every row is judged and nothing recorded
	/// @param historical whether rows of the past that lack their procedure dates are
	/// taken
	/// @param opening 1 January on which the ledger opens; null for any other register
	public record Upload(String what, String fileName, boolean dryRun, boolean historical,
			@Nullable LocalDate opening) {
	}

	/// Takes a file.
	/// @param by who imports, and why what is published may change
	/// @param content read to its end, and no further than is allowed
	/// @return the id to ask for it by
	/// @throws Refused when it cannot be taken
	/// @throws TooLarge for more than 32 MiB
	public String start(Upload upload, Circumstances by, InputStream content) throws IOException {
		Field.name("fileName", upload.fileName(), true);
		ImportKind kind = kind(upload);
		Path file = this.folder.newFile();
		try {
			receive(content, file);
			return this.imports.start(kind, file, by, upload.fileName(), upload.dryRun());
		}
		catch (IOException | RuntimeException ex) {
			Files.deleteIfExists(file);
			throw ex;
		}
	}

	/// How far an import is.
	/// @throws Refused `unknown-import`
	public Import.View progress(String id) {
		return this.imports.view(id, Callers.current());
	}

	private ImportKind kind(Upload upload) {
		return switch (upload.what()) {
			case "applications" -> register(upload);
			case "agencies" -> new AgencyImport(this.commands, this.offices);
			case "documents" ->
				new DisclosureImport<>(DocumentColumn.class, List.of(DocumentColumn.AGENCY, DocumentColumn.NUMBER),
						(number, cells) -> new DocumentRow(number, new DisclosureCells<>(cells), this.disclosures),
						this.commands);
			case "tallies" -> new DisclosureImport<>(TallyColumn.class,
					List.of(TallyColumn.AGENCY, TallyColumn.NUMBER, TallyColumn.FROM, TallyColumn.TO, TallyColumn.ITEM),
					(number, cells) -> new TallyRow(number, new DisclosureCells<>(cells), this.disclosures),
					this.commands);
			default ->
				throw new Refused(Rule.MALFORMED, "applications, agencies, documents or tallies are imported", "what");
		};
	}

	private ImportKind register(Upload upload) {
		LocalDate opening = upload.opening();
		if (opening != null && !MonthDay.from(opening).equals(MonthDay.of(1, 1))) {
			throw new Refused(Rule.LEDGER_OPENS_ON_NEW_YEARS_DAY, "records begin on a 1 January, not on " + opening,
					"opening");
		}
		return new RegisterImport(new RegisterOptions(upload.historical(), opening), this.commands, this.cases,
				this.disputes, this.offices);
	}

	private static void receive(InputStream content, Path file) throws IOException {
		try (OutputStream out = Files.newOutputStream(file)) {
			byte[] part = new byte[1 << 16];
			long length = 0;
			for (int read = content.read(part); read >= 0; read = content.read(part)) {
				length += read;
				if (length > LONGEST_FILE) {
					throw new TooLarge("a file", LONGEST_FILE);
				}
				out.write(part, 0, read);
			}
		}
	}

}
