package org.gongkai.query.report;

import java.util.ArrayList;
import java.util.List;

import org.gongkai.query.report.document.DocumentFormat;
import org.gongkai.query.report.document.FormTable;
import org.gongkai.query.report.document.ReportDocument;
import org.springframework.stereotype.Component;

/// Everything that was published of a year, as files, for whoever keeps them elsewhere.
@Component
public class EditionFiles {

	private static final List<DocumentFormat> FORMATS = List.of(DocumentFormat.JSON, DocumentFormat.HTML,
			DocumentFormat.DOCX, DocumentFormat.PDF, DocumentFormat.XLSX);

	private final Editions editions;

	EditionFiles(Editions editions) {
		this.editions = editions;
	}

	/// A published file.
	///
	/// @param edition 1 for the first
	/// @param extension of its format
	public record EditionFile(int edition, String extension, byte[] content) {
	}

	/// The files of all editions, the first first, each first as JSON; the same bytes
	/// whenever they are asked for.
	/// @param known only editions that were published up to this position
	public List<EditionFile> of(String agency, int year, long known) {
		List<EditionFile> files = new ArrayList<>();
		for (Editions.Edition edition : this.editions.of(agency, year)) {
			if (edition.position() <= known) {
				ReportDocument document = ReportDocuments.of(edition);
				FORMATS.forEach((format) -> files.add(new EditionFile(edition.edition(), format.extension(),
						format.render(document, FormTable.Table.THREE))));
			}
		}
		return files;
	}

}
