package org.gongkai.command.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Where the files of imports lie while they are judged; they name people, so nobody else may read them and each goes at its
/// end. What a service that was killed left behind goes when the next one starts.
public final class UploadFolder {

	private static final String PREFIX = "gongkai-import-";

	private static final FileAttribute<Set<PosixFilePermission>> FOR_THE_OWNER = PosixFilePermissions
		.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

	private final Path folder;

	/// @param folder of this service alone; made where there is none
	public UploadFolder(Path folder) {
		this.folder = folder;
		try {
			Files.createDirectories(folder, FOR_THE_OWNER);
			sweep();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the folder of uploads cannot be used: " + folder, ex);
		}
	}

	/// An empty file.
	Path newFile() throws IOException {
		return Files.createTempFile(this.folder, PREFIX, "");
	}

	private void sweep() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			List<Path> left = files.filter((file) -> file.getFileName().toString().startsWith(PREFIX)).toList();
			for (Path file : left) {
				Files.deleteIfExists(file);
			}
		}
	}

}
