package org.gongkai.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.gongkai.access.CachedHealth;
import org.gongkai.access.StorageCheck;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/// Whether the office's folder has space and can be written.
@Component("storage")
final class FolderStorage implements StorageCheck, HealthIndicator {

	/// Below this nothing is recorded: the journal of the database grows by files of 16
	/// MiB, and a database that cannot write it stops.
	private static final long LEAST_FREE_BYTES = 48L << 20;

	private final Path folder;

	private final CachedHealth health = new CachedHealth(this::check);

	FolderStorage(@Value("${gongkai.office.folder}") Path folder) {
		this.folder = folder;
	}

	@Override
	public boolean isUsable() {
		return Status.UP.equals(health().getStatus());
	}

	@Override
	public Health health() {
		return this.health.get();
	}

	private Health check() {
		return (hasSpace(this.folder, LEAST_FREE_BYTES) ? Health.up() : Health.down()).build();
	}

	/// Whether a folder can be written and has so much space.
	static boolean hasSpace(Path folder, long bytes) {
		try {
			if (Files.getFileStore(folder).getUsableSpace() < bytes) {
				return false;
			}
			Path probe = folder.resolve("probe");
			Files.write(probe, new byte[1]);
			Files.delete(probe);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
