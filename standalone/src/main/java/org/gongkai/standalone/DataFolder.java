package org.gongkai.standalone;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The folder in which an office lives: its database, its passwords and the note of who has it open. One process at a
/// time has it open.
public final class DataFolder implements AutoCloseable {

	/// Below this much free space nothing is started: a database that cannot write its
	/// journal stops.
	static final long LEAST_FREE_BYTES = 256L << 20;

	private static final int FORMAT = 1;

	private static final String SETTINGS = "settings.properties";

	private static final JsonMapper json = JsonMapper.builder().build();

	// closing any channel to a file drops every lock that this process has on it, so a
	// second opening must not get that far
	private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

	private final Path path;

	private final FileChannel channel;

	private final boolean temporary;

	private DataFolder(Path path, FileChannel channel, boolean temporary) {
		this.path = path;
		this.channel = channel;
		this.temporary = temporary;
	}

	/// Who has a folder open, as it wrote itself down.
	///
	/// @param url where it answers
	/// @param pid its process
	/// @param instance a fresh number of this start, by which a server shows that it is
	/// the one meant
	public record Serving(URI url, long pid, String instance) {
	}

	/// The mark that makes a folder a Gongkai folder.
	///
	/// @param format the version of the folder's layout
	record Mark(int format) {
	}

	/// Opens a folder and keeps everybody else out until it is closed.
	/// @param dir an existing Gongkai folder, an empty folder or one that is not there
	/// yet
	/// @throws Failed if another process has it open, if it holds something else, or if
	/// it cannot be written
	public static DataFolder open(Path dir) {
		return open(dir, false);
	}

	/// Makes a new folder that is removed when it is closed.
	static DataFolder openTemporary() {
		try {
			return open(Files.createTempDirectory("gongkai-demo-"), true);
		}
		catch (IOException ex) {
			throw new Failed("cannot make a temporary folder: " + ex.getMessage(), ex);
		}
	}

	private static DataFolder open(Path dir, boolean temporary) {
		Path path = dir.toAbsolutePath().normalize();
		try {
			prepare(path);
			path = path.toRealPath();
			DataFolder folder = new DataFolder(path, lock(path), temporary);
			try {
				folder.requireSpace(Files.getFileStore(path).getUsableSpace());
				folder.requireFormat();
				return folder;
			}
			catch (IOException | RuntimeException ex) {
				folder.close();
				throw ex;
			}
		}
		catch (FileSystemException ex) {
			throw new Failed("cannot use the folder " + path + ": " + reason(ex), ex);
		}
		catch (IOException ex) {
			throw new Failed("cannot use the folder " + path + ": " + ex.getMessage(), ex);
		}
	}

	/// Whether a folder is a Gongkai folder.
	public static boolean exists(Path dir) {
		return Files.exists(dir.resolve("gongkai.json"));
	}

	/// Who has a folder open, by its own note; the note may be of a process that was
	/// killed.
	public static Optional<Serving> serving(Path dir) {
		try {
			return Optional.of(json.readValue(Files.readString(dir.resolve("server.json")), Serving.class));
		}
		catch (IOException | JacksonException ex) {
			return Optional.empty();
		}
	}

	/// Whether a process has a folder open at this moment.
	static boolean isOpen(Path dir) {
		try {
			Path path = dir.toRealPath();
			if (OPEN_HERE.contains(path)) {
				return true;
			}
			lock(path).close();
			OPEN_HERE.remove(path);
			return false;
		}
		catch (Failed ex) {
			return true;
		}
		catch (IOException ex) {
			throw new Failed("cannot use the folder " + dir + ": " + ex.getMessage(), ex);
		}
	}

	/// The passwords of a folder that another process has open.
	static Secrets secrets(Path dir) {
		return readSecrets(dir.resolve("secrets.json"));
	}

	/// What the file holds is never repeated.
	private static Secrets readSecrets(Path file) {
		String text = text(file);
		try {
			Secrets found = json.readValue(text, Secrets.class);
			if (found != null && found.isUsable()) {
				return found;
			}
		}
		catch (JacksonException ex) {
			// cut off, or something else
		}
		throw damaged(file);
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (CharacterCodingException ex) {
			throw damaged(file);
		}
		catch (IOException ex) {
			throw new Failed("cannot read " + file + ": "
					+ ((ex instanceof FileSystemException system) ? reason(system) : ex.getMessage()), ex);
		}
	}

	private static Failed damaged(Path file) {
		return new Failed(file + " is damaged; restore it from the same backup as the folder");
	}

	/// Where the folder is, with links resolved.
	public Path path() {
		return this.path;
	}

	Path database() {
		return this.path.resolve("postgresql");
	}

	/// The master key of personal data; made at the first start, for the owner alone.
	Path masterKey() {
		return masterKey(this.path);
	}

	/// The file with the master key of a folder's personal data.
	static Path masterKey(Path dir) {
		return dir.resolve("master.key");
	}

	/// Where PostgreSQL's programs are unpacked for a user who has no folder of caches.
	Path programs() {
		return this.path.resolve("programs");
	}

	/// The files that are being imported.
	Path uploads() {
		return this.path.resolve("uploads");
	}

	/// The list of what was erased.
	Path erasures() {
		return this.path.resolve("erasures.jsonl");
	}

	/// What its owner wants otherwise than it is by itself, from a file that may be there
	/// before the first start.
	/// @throws Failed if the file cannot be read
	Map<String, Object> settings() {
		Path file = this.path.resolve(SETTINGS);
		Properties read = new Properties();
		if (Files.exists(file)) {
			try (Reader text = Files.newBufferedReader(file)) {
				read.load(text);
			}
			catch (CharacterCodingException ex) {
				throw new Failed("cannot read " + file + ": it is not UTF-8", ex);
			}
			catch (IOException | IllegalArgumentException ex) {
				throw new Failed("cannot read " + file + ": " + ex.getMessage(), ex);
			}
		}
		return read.stringPropertyNames().stream().collect(Collectors.toMap((name) -> name, read::getProperty));
	}

	Path databaseLog() {
		return this.path.resolve("postgresql.log");
	}

	/// Writes down who has the folder open.
	void note(Serving serving) {
		try {
			// whoever could read it could pass for the server, and be handed the token
			write(this.path.resolve("server.json"), json.writeValueAsString(serving), "rw-------");
		}
		catch (IOException ex) {
			throw new Failed("cannot write " + this.path.resolve("server.json") + ": " + ex.getMessage(), ex);
		}
	}

	/// The token by which the owner of a folder is known to the office that serves it.
	/// Only the owner may read the file.
	/// @throws Failed where the folder has none, or it cannot be read
	public static String operatorToken(Path dir) {
		try {
			String token = Files.readString(dir.resolve("operator.token")).strip();
			if (token.isEmpty()) {
				throw new Failed(
						dir.resolve("operator.token") + " is empty; remove it, and the next start makes another");
			}
			return token;
		}
		catch (IOException ex) {
			throw new Failed("cannot read " + dir.resolve("operator.token")
					+ ", by which the owner of the folder is known: " + ex.getMessage(), ex);
		}
	}

	/// The same, made at the first call.
	String operatorToken() {
		Path file = this.path.resolve("operator.token");
		if (!Files.exists(file)) {
			try {
				write(file, Secrets.password() + "\n", "rw-------");
			}
			catch (IOException ex) {
				throw new Failed("cannot write " + file + ": " + ex.getMessage(), ex);
			}
		}
		return operatorToken(this.path);
	}

	/// The passwords of this folder's database and its log's key, made at the first call.
	/// Only the owner
	/// may read the file.
	Secrets secrets() {
		Path file = this.path.resolve("secrets.json");
		try {
			if (Files.exists(file)) {
				Secrets found = readSecrets(file);
				Secrets whole = found.complete();
				if (!whole.equals(found)) {
					write(file, json.writeValueAsString(whole), "rw-------");
				}
				return whole;
			}
			if (Files.exists(database())) {
				throw new Failed(file + " is missing, and without it nobody can open the database; restore it from the "
						+ "same backup as the folder");
			}
			Secrets secrets = Secrets.random();
			write(file, json.writeValueAsString(secrets), "rw-------");
			return secrets;
		}
		catch (IOException | JacksonException ex) {
			throw new Failed("cannot write " + file + ": " + ex.getMessage(), ex);
		}
	}

	/// Lets others open the folder.
	@Override
	public void close() {
		// on a read-only disk the note stays; the lock must not
		try (FileChannel _ = this.channel) {
			Files.deleteIfExists(this.path.resolve("server.json"));
		}
		catch (IOException ex) {
			throw new Failed("cannot close the folder " + this.path + ": " + ex.getMessage(), ex);
		}
		finally {
			OPEN_HERE.remove(this.path);
		}
		if (this.temporary) {
			removeFiles();
		}
	}

	private void removeFiles() {
		try {
			FileSystemUtils.deleteRecursively(this.path);
		}
		catch (IOException ex) {
			throw new Failed("cannot remove the folder " + this.path + ": " + ex.getMessage(), ex);
		}
	}

	private static void prepare(Path path) throws IOException {
		if (Files.exists(path) && !Files.isDirectory(path)) {
			throw new Failed(path + " is a file, not a folder");
		}
		Files.createDirectories(path);
		if (exists(path)) {
			return;
		}
		try (Stream<Path> content = Files.list(path)) {
			// a first start that was cut off leaves the last two behind
			if (content.map((file) -> file.getFileName().toString())
				.anyMatch((name) -> !name.equals(SETTINGS) && !name.equals("gongkai.lock")
						&& !name.startsWith(".writing"))) {
				throw new Failed("the folder " + path + " is not empty and is not a Gongkai folder; name an empty one");
			}
		}
		if (!Files.isWritable(path)) {
			throw new AccessDeniedException(path.toString());
		}
	}

	private static FileChannel lock(Path path) throws IOException {
		if (!OPEN_HERE.add(path)) {
			throw alreadyOpen(path);
		}
		FileChannel channel = null;
		try {
			channel = FileChannel.open(path.resolve("gongkai.lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			FileLock lock = channel.tryLock();
			if (lock != null) {
				return channel;
			}
			channel.close();
		}
		catch (IOException | OverlappingFileLockException ex) {
			OPEN_HERE.remove(path);
			throw ex;
		}
		OPEN_HERE.remove(path);
		throw alreadyOpen(path);
	}

	private static Failed alreadyOpen(Path path) {
		return serving(path)
			.map((serving) -> new Failed("the folder " + path + " is already open: process " + serving.pid()
					+ " serves it at " + serving.url()))
			.orElseGet(() -> new Failed("the folder " + path + " is just being opened or closed by another process"));
	}

	private void requireFormat() throws IOException {
		Path file = this.path.resolve("gongkai.json");
		if (!Files.exists(file)) {
			write(file, json.writeValueAsString(new Mark(FORMAT)), "rw-r--r--");
			return;
		}
		try {
			Mark mark = json.readValue(text(file), Mark.class);
			if (mark == null) {
				throw damaged(file);
			}
			int found = mark.format();
			if (found != FORMAT) {
				throw new Failed("the folder " + this.path + " has layout " + found + "; this Gongkai knows layout "
						+ FORMAT + " and leaves it untouched");
			}
		}
		catch (JacksonException ex) {
			throw new Failed(file + " is damaged; restore it from the same backup as the folder", ex);
		}
	}

	void requireSpace(long freeBytes) {
		if (freeBytes < LEAST_FREE_BYTES) {
			throw new Failed("the disk of " + this.path + " is nearly full: " + (freeBytes >> 20) + " MiB are free, "
					+ (LEAST_FREE_BYTES >> 20) + " MiB are needed to start");
		}
	}

	// whole or not at all: into a neighbour, then moved in one step
	private void write(Path file, String content, String permissions) throws IOException {
		Path half = Files.createTempFile(this.path, ".writing", null,
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		try {
			try (FileChannel out = FileChannel.open(half, StandardOpenOption.WRITE)) {
				out.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
				out.force(true);
			}
			Files.setPosixFilePermissions(half, PosixFilePermissions.fromString(permissions));
			Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(half);
		}
	}

	private static String reason(FileSystemException ex) {
		return switch (ex) {
			case AccessDeniedException _ -> "no permission";
			case FileAlreadyExistsException denied -> denied.getFile() + " is a file";
			default -> (ex.getReason() != null) ? ex.getReason() : ex.getMessage();
		};
	}

}
