package org.gongkai.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import org.gongkai.log.EventJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The streams whose personal data was erased, one in a line of a file outside of every database: whoever restores an older
/// copy keeps the newer list, and what was forgotten is forgotten there too. Names nobody.
final class ErasureList {

	private final @Nullable Path file;

	/// @param file null for none
	ErasureList(@Nullable Path file) {
		this.file = file;
	}

	/// One line.
	///
	/// @param stream the case or dispute
	private record Line(String stream) {
	}

	/// A line that was being written when the power failed is left out: what it tells of
	/// is in the log.
	Set<String> read() {
		Set<String> streams = new TreeSet<>();
		if (this.file == null || !Files.exists(this.file)) {
			return streams;
		}
		try {
			for (String line : Files.readAllLines(this.file)) {
				try {
					streams.add(EventJson.mapper().readValue(line, Line.class).stream());
				}
				catch (JacksonException _) {
					continue;
				}
			}
			return streams;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the list of erasures cannot be read", ex);
		}
	}

	/// Adds streams; they are on the disk when this returns.
	void add(Collection<String> streams) {
		if (this.file == null || streams.isEmpty()) {
			return;
		}
		StringBuilder lines = new StringBuilder();
		try (FileChannel out = FileChannel.open(this.file, StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE)) {
			if (endsWithin(out)) {
				lines.append('\n');
			}
			streams.forEach(
					(stream) -> lines.append(EventJson.mapper().writeValueAsString(new Line(stream))).append('\n'));
			ByteBuffer rest = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
			// a disk that becomes full takes a part and fails with the next one
			while (rest.hasRemaining()) {
				out.write(rest, out.size());
			}
			out.force(true);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the list of erasures cannot be written", ex);
		}
	}

	/// Whether the last line was cut off.
	private static boolean endsWithin(FileChannel file) throws IOException {
		ByteBuffer last = ByteBuffer.allocate(1);
		return file.size() > 0 && file.read(last, file.size() - 1) == 1 && last.get(0) != '\n';
	}

}
