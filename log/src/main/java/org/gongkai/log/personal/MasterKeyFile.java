package org.gongkai.log.personal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;

/// The file with the master key, for its owner alone: a key in a line, of 64 hexadecimal digits. The first is the one that
/// wraps; further ones are being replaced and still unwrap.
final class MasterKeyFile {

	private final Path file;

	MasterKeyFile(Path file) {
		this.file = file;
	}

	boolean exists() {
		return Files.exists(this.file);
	}

	/// The keys, the present one first.
	/// @throws WrongMasterKey if the file is missing or has no key
	List<MasterKey> read() {
		try {
			List<MasterKey> keys = Files.readAllLines(this.file)
				.stream()
				.map(String::strip)
				.filter((line) -> !line.isEmpty())
				.map(MasterKey::of)
				.toList();
			if (!keys.isEmpty()) {
				return keys;
			}
			throw unusable("is empty");
		}
		catch (NoSuchFileException _) {
			throw unusable("is missing");
		}
		catch (IllegalArgumentException _) {
			throw unusable("has a line that is no key of 64 hexadecimal digits");
		}
		catch (IOException ex) {
			throw unusable("cannot be read: " + ex.getMessage());
		}
	}

	/// Puts the keys into the file, whole or not at all, and onto the disk.
	void write(List<MasterKey> keys) throws IOException {
		Path folder = this.file.toAbsolutePath().getParent();
		Path half = Files.createTempFile(folder, ".writing", null,
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		try {
			try (FileChannel out = FileChannel.open(half, StandardOpenOption.WRITE)) {
				out.write(ByteBuffer.wrap(keys.stream()
					.map((key) -> key.hex() + "\n")
					.collect(Collectors.joining())
					.getBytes(StandardCharsets.US_ASCII)));
				out.force(true);
			}
			Files.move(half, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			try (FileChannel names = FileChannel.open(folder)) {
				names.force(true);
			}
		}
		finally {
			Files.deleteIfExists(half);
		}
	}

	/// @param why how it is
	WrongMasterKey unusable(String why) {
		return new WrongMasterKey("the file with the master key, " + this.file + ", " + why
				+ ", and without it no personal data can be read; restore it from the backup that belongs to these keys");
	}

}
