package org.gongkai.standalone;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DataFolderTest {

	@TempDir
	Path dir;

	@Test
	void a_folder_that_is_not_there_is_made() {
		try (DataFolder folder = DataFolder.open(this.dir.resolve("a/b"))) {
			assertThat(DataFolder.exists(folder.path())).isTrue();
		}
	}

	@Test
	void a_folder_that_holds_something_else_is_left_alone() throws Exception {
		Files.writeString(this.dir.resolve("thesis.txt"), "mine");

		assertThatExceptionOfType(Failed.class).isThrownBy(() -> DataFolder.open(this.dir))
			.withMessageContaining("is not empty and is not a Gongkai folder");
		assertThat(this.dir).isDirectoryNotContaining("glob:**gongkai*");
	}

	@Test
	void a_first_start_that_was_cut_off_does_not_make_the_folder_a_stranger() throws Exception {
		Files.createFile(this.dir.resolve("gongkai.lock"));
		Files.createFile(this.dir.resolve(".writing123"));

		try (DataFolder folder = DataFolder.open(this.dir)) {
			assertThat(DataFolder.exists(folder.path())).isTrue();
		}
	}

	@Test
	void what_its_owner_wants_may_stand_in_the_folder_before_the_first_start() throws Exception {
		Files.writeString(this.dir.resolve("settings.properties"), "gongkai.stream.topic = 某区.公开\n");

		try (DataFolder folder = DataFolder.open(this.dir)) {
			assertThat(folder.settings()).containsExactly(Map.entry("gongkai.stream.topic", "某区.公开"));
			Files.writeString(this.dir.resolve("settings.properties"), "gongkai.stream.topic = \\u12\n");
			assertThatExceptionOfType(Failed.class).isThrownBy(folder::settings)
				.withMessageContaining("cannot read " + folder.path().resolve("settings.properties"));
		}
	}

	@Test
	void a_second_opening_is_told_who_has_the_folder_and_does_not_free_it() {
		try (DataFolder folder = DataFolder.open(this.dir)) {
			folder.note(new DataFolder.Serving(URI.create("http://127.0.0.1:8700"), 42, "x"));

			for (int i = 0; i < 2; i++) {
				assertThatExceptionOfType(Failed.class).isThrownBy(() -> DataFolder.open(this.dir))
					.withMessageContaining("is already open: process 42 serves it at http://127.0.0.1:8700");
			}
		}
		DataFolder.open(this.dir).close();
	}

	@Test
	void a_file_is_no_folder() throws Exception {
		Path file = Files.createFile(this.dir.resolve("file"));

		assertThatExceptionOfType(Failed.class).isThrownBy(() -> DataFolder.open(file))
			.withMessageContaining("is a file, not a folder");
		assertThatExceptionOfType(Failed.class).isThrownBy(() -> DataFolder.open(file.resolve("below")))
			.withMessageContaining("cannot use the folder");
	}

	@Test
	void a_folder_of_a_later_layout_is_left_alone() throws Exception {
		Files.writeString(this.dir.resolve("gongkai.json"), "{\"format\":2}");

		assertThatExceptionOfType(Failed.class).isThrownBy(() -> DataFolder.open(this.dir))
			.withMessageContaining("has layout 2; this Gongkai knows layout 1");
	}

	@Test
	void nothing_is_started_on_a_disk_that_is_nearly_full() {
		try (DataFolder folder = DataFolder.open(this.dir)) {
			folder.requireSpace(DataFolder.LEAST_FREE_BYTES);
			assertThatExceptionOfType(Failed.class)
				.isThrownBy(() -> folder.requireSpace(DataFolder.LEAST_FREE_BYTES - 1))
				.withMessageContaining("is nearly full: 255 MiB are free, 256 MiB are needed");
		}
	}

	@Test
	void the_passwords_stay_the_same_and_only_the_owner_may_read_them() throws Exception {
		Secrets first;
		try (DataFolder folder = DataFolder.open(this.dir)) {
			first = folder.secrets();
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.dir.resolve("secrets.json"))))
				.isEqualTo("rw-------");
		}
		try (DataFolder folder = DataFolder.open(this.dir)) {
			assertThat(folder.secrets()).isEqualTo(first);
		}
		assertThat(first.toString()).doesNotContain(first.append());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "{", "[]", "{}", "{\"admin\":\"secret-1\",\"migrate\":\"secret-2\"",
			"{\"admin\":\"secret-1\"}",
			"{\"admin\":\"a\",\"migrate\":\"secret-2\",\"append\":\"c\",\"read\":\"d\",\"signingKey\":\"PRIVATE+KEY+x\"}" })
	void damaged_passwords_are_told_in_one_line_that_repeats_none(String content) throws Exception {
		try (DataFolder folder = DataFolder.open(this.dir)) {
			Path file = folder.path().resolve("secrets.json");
			Files.writeString(file, content);

			assertThatExceptionOfType(Failed.class).isThrownBy(folder::secrets)
				.withMessage(file + " is damaged; restore it from the same backup as the folder");
			assertThatExceptionOfType(Failed.class).isThrownBy(() -> DataFolder.secrets(this.dir))
				.withMessageEndingWith("secrets.json is damaged; restore it from the same backup as the folder");
			assertThat(file).hasContent(content);
		}
	}

	@Test
	void other_damaged_files_are_told_in_one_line() throws Exception {
		try (DataFolder folder = DataFolder.open(this.dir)) {
			Files.write(this.dir.resolve("settings.properties"), new byte[] { (byte) 0xff, (byte) 0xfe });
			assertThatExceptionOfType(Failed.class).isThrownBy(folder::settings).withMessageContaining("is not UTF-8");
			folder.operatorToken();
			Files.writeString(this.dir.resolve("operator.token"), "\n");
			assertThatExceptionOfType(Failed.class).isThrownBy(folder::operatorToken).withMessageContaining("is empty");
		}
		for (String content : List.of("", "null", "{\"format\":")) {
			Files.writeString(this.dir.resolve("gongkai.json"), content);
			assertThatExceptionOfType(Failed.class).isThrownBy(() -> DataFolder.open(this.dir))
				.withMessageContaining("gongkai.json is damaged");
		}
	}

	@Test
	void lost_passwords_are_not_replaced_by_new_ones_that_would_open_nothing() throws Exception {
		Files.createDirectory(this.dir.resolve("postgresql"));
		Files.writeString(this.dir.resolve("gongkai.json"), "{\"format\":1}");

		try (DataFolder folder = DataFolder.open(this.dir)) {
			assertThatExceptionOfType(Failed.class).isThrownBy(folder::secrets).withMessageContaining("is missing");
		}
	}

}
