package org.gongkai.query.report.published;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UnreadableTest {

	@TempDir
	Path folder;

	@Test
	void a_scan_has_no_text_and_says_so() throws IOException {
		try (PDDocument scan = new PDDocument()) {
			scan.addPage(new PDPage());
			refuses(pdf(scan), "without text");
		}
	}

	@Test
	void a_pdf_with_a_password_says_so() throws IOException {
		try (PDDocument locked = new PDDocument()) {
			locked.addPage(new PDPage());
			locked.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
			refuses(pdf(locked), "with a password");
		}
	}

	@Test
	void files_that_hold_no_report_say_so() throws IOException {
		refuses("%PDF-1.7 and nothing".getBytes(StandardCharsets.US_ASCII), "damaged PDF");
		refuses(new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0 }, "old Word or Excel");
		refuses(new byte[] { 0, 1, 2, 3, (byte) 0xFF, (byte) 0xFF }, "no text");
		refuses("今年的会议改在周五召开。".getBytes(StandardCharsets.UTF_8), "no annual report");
		refuses("{\"year\": 2024".getBytes(StandardCharsets.UTF_8), "damaged JSON");
		refuses("{\"year\": 2024}".getBytes(StandardCharsets.UTF_8), "none of table2");
		refuses("{\"table3\": {\"newest\": [0,0,0,0,0,0,0]}}".getBytes(StandardCharsets.UTF_8), "form does not have");
		refuses("<html><body>无</body></html>".getBytes(StandardCharsets.UTF_8), "no annual report");
		refuses(zip("readme.txt", 10), "neither DOCX nor XLSX");
		refuses(zip("word/document.xml", 10), "damaged");
		assertThatThrownBy(() -> PrintedReport.read(this.folder.resolve("none.txt"))).isInstanceOf(Unreadable.class)
			.hasMessageContaining("there is no file");
	}

	@Test
	void a_zip_that_unpacks_without_end_is_refused_before_it_is_parsed() throws IOException {
		refuses(zip("word/document.xml", OfficeBlocks.MOST_BYTES + 1), "unpacks to more than");
	}

	@Test
	void an_entity_of_a_word_document_is_never_fetched() throws IOException {
		String xml = "<?xml version='1.0'?><!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><d>&e;</d>";
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			for (String part : new String[] { "[Content_Types].xml", "_rels/.rels", "word/document.xml" }) {
				zip.putNextEntry(new ZipEntry(part));
				zip.write(xml.getBytes(StandardCharsets.UTF_8));
			}
		}
		refuses(out.toByteArray(), "damaged");
	}

	private void refuses(byte[] content, String why) throws IOException {
		Path file = Files.write(this.folder.resolve("report"), content);
		assertThatThrownBy(() -> PrintedReport.read(file)).isInstanceOf(Unreadable.class)
			.hasMessageContaining(why)
			.message()
			.doesNotContain("\n");
	}

	private static byte[] pdf(PDDocument document) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		document.save(out);
		return out.toByteArray();
	}

	private static byte[] zip(String name, long size) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		byte[] zeros = new byte[1 << 16];
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry(name));
			for (long left = size; left > 0; left -= zeros.length) {
				zip.write(zeros, 0, (int) Math.min(left, zeros.length));
			}
		}
		return out.toByteArray();
	}

}
