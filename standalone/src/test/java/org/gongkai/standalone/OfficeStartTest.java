package org.gongkai.standalone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Database and services start beside each other, and yet a database that does not start is told as what it is.
@Isolated("it listens to what the whole JVM says")
class OfficeStartTest {

	@TempDir
	Path folder;

	@Test
	void a_database_that_does_not_start_is_told_in_one_line_and_the_folder_is_left() throws IOException {
		try (DataFolder made = DataFolder.open(this.folder)) {
			made.secrets();
		}
		Path version = this.folder.resolve("postgresql/PG_VERSION");
		Files.createDirectories(version.getParent());
		Files.writeString(version, "17\n");
		PrintStream out = System.out;
		PrintStream err = System.err;
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		PrintStream heard = new PrintStream(said, true, StandardCharsets.UTF_8);
		System.setOut(heard);
		System.setErr(heard);
		try {
			assertThatExceptionOfType(Failed.class).isThrownBy(() -> Office.open(this.folder, Office.Door.anywhere()))
				.withMessageContaining("was written by PostgreSQL 17");
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
		assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("ERROR", "\tat ");
		try (DataFolder again = DataFolder.open(this.folder)) {
			assertThat(again.path()).isEqualTo(this.folder.toRealPath());
		}
	}

	@Test
	void a_setting_that_cannot_be_used_is_named_in_one_line() throws IOException {
		Files.writeString(this.folder.resolve("settings.properties"), "gongkai.http.connections = many\n");

		assertThatExceptionOfType(Failed.class).isThrownBy(() -> Office.open(this.folder, Office.Door.anywhere()))
			.withMessageContaining("the setting gongkai.http.connections cannot be used");
	}

}
