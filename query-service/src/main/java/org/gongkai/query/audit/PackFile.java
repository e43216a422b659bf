package org.gongkai.query.audit;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
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

	/// @param out where the pack goes, byte by byte as it is made
	PackFile(OutputStream out) {
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
		add(path, (out) -> out.write(content));
	}

	/// A file that is written piece by piece.
	void add(String path, Content content) throws IOException {
		this.zip.putNextEntry(new ZipEntry(path));
		MessageDigest digest = Hasher.sha256();
		long[] bytes = new long[1];
		content.into(new FilterOutputStream(new DigestOutputStream(this.zip, digest)) {
			@Override
			public void write(int one) throws IOException {
				this.out.write(one);
				bytes[0]++;
			}

			@Override
			public void write(byte[] some, int from, int length) throws IOException {
				this.out.write(some, from, length);
				bytes[0] += length;
			}

			@Override
			public void close() {
				// the pack goes on
			}
		});
		this.zip.closeEntry();
		this.listed.add(new Listed(path, bytes[0], HexFormat.of().formatHex(digest.digest())));
	}

	/// A text that is written piece by piece.
	void text(String path, TextContent content) throws IOException {
		add(path, (out) -> {
			Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
			content.into(text);
			text.flush();
		});
	}

	/// Writes a file.
	interface Content {

		void into(OutputStream out) throws IOException;

	}

	/// Writes a text.
	interface TextContent {

		void into(Writer text) throws IOException;

	}

	/// Sends what is there so far.
	void flush() throws IOException {
		this.zip.flush();
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
		Manifest manifest = new Manifest(FORMAT, head, List.copyOf(this.listed));
		add(MANIFEST, (out) -> EventJson.mapper().writerWithDefaultPrettyPrinter().writeValue(out, manifest));
	}

	@Override
	public void close() throws IOException {
		this.zip.close();
	}

}
