package org.gongkai.query.report.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReportBundleTest {

	@Test
	void a_bundle_holds_the_report_in_every_format_and_a_folder_for_each_annex() throws IOException {
		ReportDocument report = ReportFormatsTest.withAnnexes();

		Map<String, byte[]> files = unpacked(ReportBundle.render(report));

		String title = "宿迁市人民政府2024年政府信息公开工作年度报告";
		assertThat(files.keySet()).filteredOn((name) -> !name.contains("/"))
			.containsExactlyInAnyOrder(title + ".docx", title + ".html", title + ".json", title + ".pdf",
					title + ".xlsx", title + "-表二.csv", title + "-表三.csv", title + "-表四.csv");
		assertThat(files).hasSize(9 * 8).isEqualTo(new TreeMap<>(files));
		String annex = "附件/8-湘潭县河口镇人民政府/湘潭县河口镇人民政府2021年政府信息公开工作年度报告";
		assertThat(ReadBack.pdf(files.get(annex + ".pdf"))).isEqualTo(ReadBack.json(files.get(annex + ".json")));
		assertThat(ReadBack.docx(files.get(annex + ".docx"))).contains("13");
	}

	@Test
	void the_names_in_a_bundle_are_marked_as_utf_8() {
		byte[] zip = ReportBundle.render(PublishedReport.read("xiangtan_hekou_2021").document());

		assertThat(zip[7] & 0x08).as("bit 11 of the general purpose flag").isEqualTo(0x08);
		assertThat(new String(zip, StandardCharsets.UTF_8)).contains("湘潭县河口镇人民政府2021年");
	}

	@Test
	void a_report_with_annexes_has_all_their_numbers_in_html_docx_and_pdf() {
		ReportDocument report = ReportFormatsTest.withAnnexes();
		List<String> numbers = new ArrayList<>(ReadBack.json(JsonRenderer.render(report)));
		report.annexes().forEach((annex) -> numbers.addAll(ReadBack.json(JsonRenderer.render(annex))));

		assertThat(ReadBack.html(HtmlRenderer.render(report))).isEqualTo(numbers);
		assertThat(ReadBack.docx(DocxRenderer.render(report))).isEqualTo(numbers);
		byte[] pdf = PdfRenderer.render(report);
		assertThat(ReadBack.pdf(pdf)).isEqualTo(numbers);
		assertThat(ReadBack.pdfWords(pdf)).extracting(ReadBack.Word::text).anyMatch((word) -> word.startsWith("附件8"));
	}

	private static Map<String, byte[]> unpacked(byte[] bundle) throws IOException {
		Map<String, byte[]> files = new LinkedHashMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle), StandardCharsets.UTF_8)) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				files.put(entry.getName(), zip.readAllBytes());
			}
		}
		return files;
	}

}
