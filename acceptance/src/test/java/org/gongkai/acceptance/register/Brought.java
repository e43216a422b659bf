package org.gongkai.acceptance.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// Files that the tests or the demo bring along.
final class Brought {

	private Brought() {
	}

	/// Lays one into a folder.
	/// @param words what becomes of its text
	static Path file(String resource, UnaryOperator<String> words, Path folder) {
		Path file = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
		try (InputStream in = Brought.class.getResourceAsStream(resource)) {
			String text = new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
			return Files.writeString(file, words.apply(text));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
