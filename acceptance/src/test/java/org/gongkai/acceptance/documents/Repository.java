package org.gongkai.acceptance.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The working tree that this test runs in.
public final class Repository {

	public static final Path ROOT = root();

	private Repository() {
	}

	static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// The documents that people read.
	static List<Path> documents() {
		return Stream.of(files(ROOT, 1), files(ROOT.resolve("docs"), 3), files(ROOT.resolve("benchmarks"), 1))
			.flatMap(List::stream)
			.filter((file) -> file.toString().endsWith(".md"))
			.toList();
	}

	/// The test classes of all modules.
	static List<Path> tests() {
		return testSources().stream().filter((file) -> file.toString().matches(".*(Test|Properties)\\.java")).toList();
	}

	/// The test classes of all modules and what supports them.
	static List<Path> testSources() {
		try (Stream<Path> modules = Files.list(ROOT)) {
			return modules.map((module) -> module.resolve("src/test/java"))
				.filter(Files::isDirectory)
				.flatMap((folder) -> files(folder, Integer.MAX_VALUE).stream())
				.filter((file) -> file.toString().endsWith(".java"))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Path> files(Path folder, int depth) {
		try (Stream<Path> files = Files.walk(folder, depth)) {
			return files.filter(Files::isRegularFile).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path root() {
		Path folder = Path.of("").toAbsolutePath();
		while (!Files.exists(folder.resolve("gongkai"))) {
			folder = folder.getParent();
		}
		return folder;
	}

}
