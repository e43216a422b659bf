package org.gongkai.query.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.gongkai.log.EventJson;
import org.gongkai.log.proof.Hasher;
import org.jspecify.annotations.Nullable;

/// The zip file of a pack while it is written. The last file in it lists all others with their hashes.
final class PackFile implements AutoCloseable {

	/// The name of the file that lists the others.
	static final String MANIFEST = "manifest.json";

	private static final String FORMAT = "gongkai-evidence/1";

	private final ZipOutputStream zip;

	private final List<Listed> listed = new ArrayList<>();

	PackFile(Path file) throws IOException {
		OutputStream out = Files.newOutputStream(file);
		this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
	}

	/// A file of the pack.
	///
	/// @param path within the pack
	/// @param sha256 in hexadecimal
	record Listed(String path, long bytes, String sha256) {
	}

	/// What the pack is about and what it rests on.
	///
	/// @param title in Chinese
	/// @param record id of the case; null for a year
	/// @param year of the report; null for a case
	/// @param position everything up to here is in the pack
	/// @param origin the log's name
	/// @param size of the checkpoint
	/// @param root of its tree, in base64
	/// @param verifierKey the log's key as the log tells it; whoever verifies takes it
	/// from elsewhere
	/// @param madeBy who asked for the pack
	record Head(String title, String agency, @Nullable String record, @Nullable Integer year, long position,
			String origin, long size, String root, String verifierKey, Instant madeAt, String madeBy) {
	}

	record Manifest(String format, Head about, List<Listed> files) {
	}

	void add(String path, byte[] content) throws IOException {
		write(path, content);
		this.listed.add(new Listed(path, content.length, HexFormat.of().formatHex(Hasher.sha256().digest(content))));
	}

	void text(String path, String content) throws IOException {
		add(path, content.getBytes(StandardCharsets.UTF_8));
	}

	void json(String path, Object content) throws IOException {
		add(path, EventJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
	}

	/// How many files there are so far.
	int size() {
		return this.listed.size();
	}

	/// The list of the files, which is the last of them.
	void manifest(Head head) throws IOException {
		write(MANIFEST,
				EventJson.mapper()
					.writerWithDefaultPrettyPrinter()
					.writeValueAsBytes(new Manifest(FORMAT, head, List.copyOf(this.listed))));
	}

	private void write(String path, byte[] content) throws IOException {
		this.zip.putNextEntry(new ZipEntry(path));
		this.zip.write(content);
		this.zip.closeEntry();
	}

	@Override
	public void close() throws IOException {
		this.zip.close();
	}

}
