package org.gongkai.standalone.postgres;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.gongkai.standalone.Failed;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's own programs for this machine, unpacked once per user from the archive on the class path.
final class Programs {

	private static final String USER = "/proc/self";

	private final Path folder;

	private Programs(Path folder) {
		this.folder = folder;
	}

	/// Unpacks the programs where they are not yet unpacked.
	/// @param cache the folder for unpacked archives; written only when an archive is new
	/// @throws Failed if this machine has no archive or the folder cannot be written
	static Programs unpackedIn(Path cache) {
		String archive = archive();
		try (InputStream in = Programs.class.getResourceAsStream(archive)) {
			if (in == null) {
				throw new Failed("no PostgreSQL for this machine in the build (" + archive + " is missing)");
			}
			byte[] content = in.readAllBytes();
			Path target = cache.resolve("postgresql-" + Postgres.MAJOR + "-" + digest(content));
			if (!Files.isDirectory(target)) {
				Files.createDirectories(cache);
				unpack(content, cache, target);
			}
			requireOwn(target);
			return new Programs(target);
		}
		catch (FileSystemException ex) {
			throw new Failed("cannot unpack PostgreSQL's programs into " + cache + ": " + reason(ex), ex);
		}
		catch (IOException ex) {
			throw new Failed("cannot unpack PostgreSQL's programs into " + cache + ": " + ex.getMessage(), ex);
		}
	}

	/// The command that runs a program. As root it runs in a user namespace of its own,
	/// because PostgreSQL refuses to
	/// run as root; always in a session of its own, so that Ctrl-C reaches the office
	/// alone, which then stops the
	/// database in order.
	List<String> command(String program, List<String> arguments) {
		Stream<String> prefix = isRoot() ? Stream.of("setsid", "unshare", "-U") : Stream.of("setsid");
		return Stream
			.concat(Stream.concat(prefix, Stream.of(this.folder.resolve("bin").resolve(program).toString())),
					arguments.stream())
			.toList();
	}

	/// Programs that another user could have put there, or could change, are not run.
	private static void requireOwn(Path target) throws IOException {
		for (Path part : List.of(target.getParent(), target)) {
			Object owner = Files.getAttribute(part, "unix:uid");
			if (!owner.equals(0) && !owner.equals(Files.getAttribute(Path.of(USER), "unix:uid"))) {
				throw new Failed(part + " belongs to another user; PostgreSQL's programs are not run from there");
			}
			Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(part);
			if (allowed.contains(PosixFilePermission.OTHERS_WRITE)) {
				throw new Failed(part + " may be written by everybody; PostgreSQL's programs are not run from there");
			}
		}
	}

	private static boolean isRoot() {
		try {
			return Integer.valueOf(0).equals(Files.getAttribute(Path.of(USER), "unix:uid"));
		}
		catch (IOException | UnsupportedOperationException ex) {
			return false;
		}
	}

	private static String archive() {
		String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		String machine = System.getProperty("os.arch");
		if (!system.contains("linux")) {
			throw new Failed("the standalone office runs on Linux; this is " + System.getProperty("os.name"));
		}
		return switch (machine) {
			case "amd64", "x86_64" -> "/postgres-linux-x86_64.txz";
			case "aarch64" -> "/postgres-linux-arm_64.txz";
			default ->
				throw new Failed("no PostgreSQL for this machine: " + machine + " (amd64 and aarch64 are known)");
		};
	}

	// into a neighbour first, then moved in one step: a half unpacked folder is never
	// taken for a whole one
	private static void unpack(byte[] content, Path cache, Path target) throws IOException {
		Path half = Files.createTempDirectory(cache, "unpacking-");
		try {
			extract(content, half);
			Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (FileSystemException ex) {
			if (!Files.isDirectory(target)) { // else another start was faster
				throw ex;
			}
		}
		finally {
			FileSystemUtils.deleteRecursively(half);
		}
	}

	private static void extract(byte[] content, Path into) throws IOException {
		try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(content)))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				Path path = into.resolve(entry.getName()).normalize();
				if (!path.startsWith(into)) {
					throw new IOException("the archive reaches outside itself: " + entry.getName());
				}
				if (entry.isDirectory()) {
					Files.createDirectories(path);
				}
				else if (entry.isSymbolicLink()) {
					Files.createDirectories(path.getParent());
					Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
				}
				else if (!entry.getName().endsWith(".a")) { // static libraries start
															// nothing
					Files.createDirectories(path.getParent());
					Files.copy(tar, path);
					path.toFile().setExecutable((entry.getMode() & 0100) != 0, true);
				}
			}
		}
	}

	private static String reason(FileSystemException ex) {
		String reason = (ex.getReason() != null) ? ex.getReason() : ex.getClass().getSimpleName();
		return (ex instanceof AccessDeniedException) ? "no permission" : reason;
	}

	private static String digest(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
