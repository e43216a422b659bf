package org.gongkai.standalone.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

import org.gongkai.standalone.Failed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProgramsTest {

	@TempDir
	Path cache;

	@Test
	void programs_that_others_could_change_are_not_run() throws Exception {
		Programs.unpackedIn(this.cache);
		Path unpacked;
		try (Stream<Path> content = Files.list(this.cache)) {
			unpacked = content.findFirst().orElseThrow();
		}
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(unpacked))).endsWith("---");

		Files.setPosixFilePermissions(unpacked, PosixFilePermissions.fromString("rwxrwxrwx"));
		assertThatExceptionOfType(Failed.class).isThrownBy(() -> Programs.unpackedIn(this.cache))
			.withMessageContaining("may be written by everybody");
	}

}
