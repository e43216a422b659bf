package org.gongkai.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

import org.gongkai.standalone.Office;

/// The office that is tried from outside, as its users have it: the one that `-Dgongkai.acceptance.url` names, entered with
/// the token in the file that `-Dgongkai.acceptance.token-file` names, or else one in this process. All tests share it, each
/// with agencies of its own.
///
/// @param url without a path
/// @param tokenFile with the token of its owner
public record TriedOffice(URI url, Path tokenFile) {

	private static final String SETTING = "gongkai.acceptance.";

	/// So that an office can be tried again.
	private static final String RUN = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(), 6);

	private static final AtomicInteger CODES = new AtomicInteger();

	/// The office.
	public static TriedOffice get() {
		return Shared.OFFICE;
	}

	/// An office that somebody else started; empty where the tests start one.
	public static Optional<TriedOffice> elsewhere() {
		return Optional.ofNullable(System.getProperty(SETTING + "url"))
			.map((url) -> new TriedOffice(URI.create(url), Path.of(System.getProperty(SETTING + "token-file"))));
	}

	/// A code that no agency has yet.
	/// @param name how it begins
	public static String code(String name) {
		return name + "-" + RUN + "-" + CODES.incrementAndGet();
	}

	/// The owner's token.
	public String token() {
		try {
			return Files.readString(this.tokenFile).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Started when it is first asked for; it ends with this process.
	private static final class Shared {

		private static final TriedOffice OFFICE = elsewhere().orElseGet(() -> {
			Office office = Office.openTemporary(Office.Door.anywhere());
			return new TriedOffice(office.url(), office.folder().resolve("operator.token"));
		});

	}

}
