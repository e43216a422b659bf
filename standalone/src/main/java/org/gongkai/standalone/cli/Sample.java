package org.gongkai.standalone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import org.gongkai.standalone.Failed;
import tools.jackson.databind.JsonNode;

/// The files of the sample offices.
final class Sample {

	private Sample() {
	}

	/// A file's content.
	/// @param name below the samples' folder
	static byte[] bytes(String name) {
		try (InputStream in = Sample.class.getResourceAsStream("/demo/" + name)) {
			return Objects.requireNonNull(in, name).readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// @param end an import's last state
	/// @throws Failed if a row of the sample was not taken
	static void requireWhole(JsonNode end) {
		if (!end.path("state").asString("").equals("done") || end.path("refused").asInt(0) > 0) {
			throw new Failed("the sample was not taken whole: " + end);
		}
	}

}
