package org.gongkai.acceptance.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.gongkai.standalone.Gongkai;

/// The command line on a folder that nobody serves, as its users have it: a process of its own for every call.
final class FolderCalls {

	private final Path data;

	private final Path work;

	/// @param work where what is printed may be kept
	FolderCalls(Path data, Path work) {
		this.data = data;
		this.work = work;
	}

	/// Runs a command to its end.
	Answer run(String... arguments) {
		Started started = start(arguments);
		try {
			int exit = started.process().waitFor();
			return new Answer(exit, Files.readString(started.out()), Files.readString(started.err()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/// A command at work.
	///
	/// @param out what it prints
	/// @param err how far it says it is
	record Started(Process process, Path out, Path err) {
	}

	/// Starts a command.
	Started start(String... arguments) {
		List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(),
				"-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
				"-Dstdout.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), Gongkai.class.getName()));
		command.addAll(List.of(arguments));
		command.addAll(List.of("--data", this.data.toString(), "--actor", "验收"));
		try {
			Path out = Files.createTempFile(this.work, "out", ".txt");
			Path err = Files.createTempFile(this.work, "err", ".txt");
			return new Started(
					new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out,
					err);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
