package org.gongkai.query.report.published;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormatsTest {

	@TempDir
	Path folder;

	static Stream<Arguments> every_report_in_every_format() {
		return Stream.of(Published.values())
			.flatMap((published) -> Stream.of(Printer.values()).map((printer) -> Arguments.of(published, printer)));
	}

	@ParameterizedTest
	@MethodSource("every_report_in_every_format")
	void every_format_gives_the_same_cells_title_and_sections(Published published, Printer printer) {
		PrintedReport report = published.report();

		PrintedReport read = PrintedReport.read(printer.print(new Sheet(report), this.folder));

		assertThat(read.cells()).containsExactlyInAnyOrderEntriesOf(report.cells());
		assertThat(read.source().agency()).isEqualTo(report.source().agency());
		assertThat(read.source().year()).isEqualTo(report.source().year());
		assertThat(read.headings()).containsOnlyKeys(Section.values());
		assertThat(String.join("", read.paragraphs(Section.OVERALL))).contains("件件有登记、有答复、有归档");
		assertThat(String.join("", read.paragraphs(Section.OTHER))).contains("信息处理费");
	}

}
