package org.gongkai.command.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class UploadFolderTest {

	@TempDir
	Path dir;

	@Test
	void what_a_killed_service_left_behind_goes_at_the_next_start() throws IOException {
		Path folder = this.dir.resolve("uploads");
		Path left = new UploadFolder(folder).newFile();
		Files.writeString(left, "王小明");
		Path other = Files.createFile(folder.resolve("readme.txt"));

		new UploadFolder(folder);

		assertThat(left).doesNotExist();
		assertThat(other).exists();
	}

	@Test
	void nobody_else_reads_what_is_being_imported() throws IOException {
		Path folder = this.dir.resolve("uploads");
		Path file = new UploadFolder(folder).newFile();

		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
	}

}
