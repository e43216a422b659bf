package org.gongkai.query.report;

import java.nio.charset.StandardCharsets;

import org.gongkai.query.report.document.DocumentFormat;
import org.gongkai.query.report.document.FormTable;
import org.gongkai.query.report.document.ReportDocument;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Hands a report out as a file.
final class ReportFiles {

	private ReportFiles() {
	}

	/// @param table the one that a format of a single table prints
	/// @param name of the file, without its ending
	static ResponseEntity<byte[]> answer(ReportDocument document, DocumentFormat as, FormTable.Table table,
			String name) {
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(MediaType.parseMediaType(as.mediaType()));
		if (!as.isShown()) {
			String file = name + ((as == DocumentFormat.CSV) ? "-" + table.jsonName() : "") + "." + as.extension();
			answer.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(file, StandardCharsets.UTF_8).build().toString());
		}
		return answer.body(as.render(document, table));
	}

}
