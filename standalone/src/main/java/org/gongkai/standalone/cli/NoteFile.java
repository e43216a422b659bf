package org.gongkai.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

import org.gongkai.log.proof.Malformed;
import org.gongkai.log.proof.Note;
import org.gongkai.log.proof.SigningKey;
import org.gongkai.log.proof.VerifierKey;
import org.gongkai.standalone.Failed;

/// Notes and keys in files.
final class NoteFile {

	private NoteFile() {
	}

	static Note note(Path file) {
		try {
			return Note.parse(text(file));
		}
		catch (Malformed ex) {
			throw new Failed(file + " is not a signed note: " + ex.getMessage(), ex);
		}
	}

	static SigningKey signingKey(Path file) {
		try {
			return SigningKey.parse(text(file));
		}
		catch (Malformed ex) {
			throw new Failed(file + " is not a signing key: " + ex.getMessage(), ex);
		}
	}

	static VerifierKey verifierKey(String text) {
		try {
			return VerifierKey.parse(text);
		}
		catch (Malformed ex) {
			throw new Failed("--key is not a verifier key: " + ex.getMessage(), ex);
		}
	}

	static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new Failed("cannot read the file " + file + ": " + ex.getMessage(), ex);
		}
	}

	/// Writes a new file that its owner alone may read.
	static void create(Path file, String text) {
		try {
			Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new Failed("cannot make the file " + file + ": it is there already or its folder cannot be written",
					ex);
		}
	}

	/// Replaces a file as a whole.
	static void replace(Path file, String text) {
		Path half = file.resolveSibling(file.getFileName() + ".new");
		try {
			Files.writeString(half, text, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
					StandardOpenOption.WRITE, StandardOpenOption.SYNC);
			Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new Failed("cannot write the file " + file + ": " + ex.getMessage(), ex);
		}
	}

}
