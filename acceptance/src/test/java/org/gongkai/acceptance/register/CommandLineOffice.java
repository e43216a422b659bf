package org.gongkai.acceptance.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

import org.gongkai.acceptance.TriedOffice;
import org.gongkai.log.EventJson;
import org.gongkai.standalone.Gongkai;
import tools.jackson.databind.JsonNode;

/// The command line as its users have it: a process of its own for every call.
final class CommandLineOffice {

	private final Path work;

	private final List<String> where;

	private CommandLineOffice(Path work, List<String> where) {
		this.work = work;
		this.where = where;
	}

	/// On a folder that nobody serves.
	/// @param work a folder for files of this test
	static CommandLineOffice ofFolder(Path data, Path work) {
		return new CommandLineOffice(work, List.of("--data", data.toString()));
	}

	/// Through the server that is tried.
	/// @param work a folder for files of this test
	static CommandLineOffice ofServer(Path work) {
		TriedOffice office = TriedOffice.get();
		return new CommandLineOffice(work,
				List.of("--server", office.url().toString(), "--token-file", office.tokenFile().toString()));
	}

	/// What a call printed, and how it ended.
	record Answer(int exit, String out, String err) {

		/// The answer stands on the last line; before it may stand what the tests' own
		/// logging says.
		JsonNode json() {
			return EventJson.mapper().readTree(this.out.strip().lines().reduce((_, last) -> last).orElseThrow());
		}

	}

	/// A file that the tests or the demo bring along.
	Path file(String resource) {
		return file(resource, UnaryOperator.identity());
	}

	/// A file that the tests or the demo bring along, with other words.
	Path file(String resource, UnaryOperator<String> words) {
		Path file = this.work.resolve(resource.substring(resource.lastIndexOf('/') + 1));
		try (InputStream in = CommandLineOffice.class.getResourceAsStream(resource)) {
			String text = new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
			return Files.writeString(file, words.apply(text));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
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
		command.addAll(this.where);
		command.addAll(List.of("--actor", "验收"));
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
