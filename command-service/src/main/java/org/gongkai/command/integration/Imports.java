package org.gongkai.command.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import org.gongkai.access.Caller;
import org.gongkai.command.Circumstances;
import org.gongkai.command.CommandMeters;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The imports of this server, one after another, and how far each is. A restart forgets them: what they recorded stays,
/// and the same file is imported again for the rest.
@Component
class Imports {

	private static final Logger LOGGER = LoggerFactory.getLogger(Imports.class);

	/// Most files that wait for their turn.
	static final int MOST_WAITING = 16;

	/// Imports that can be asked for, the latest.
	private static final int REMEMBERED = 50;

	private final Map<String, Import> known = new LinkedHashMap<>();

	private final ThreadPoolExecutor worker = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
			new ArrayBlockingQueue<>(MOST_WAITING),
			(work) -> Thread.ofPlatform().name("import").daemon().unstarted(work));

	private final CommandMeters meters;

	Imports(CommandMeters meters) {
		this.meters = meters;
	}

	/// Takes a file over, which is deleted at the end.
	/// @return the id to ask for it by
	/// @throws Refused `import-queue-full`
	String start(ImportKind kind, Path file, Circumstances by, String fileName, boolean dryRun) {
		String id = UUID.randomUUID().toString();
		Import one = new Import(id, dryRun, by.caller(), this.meters);
		try {
			this.worker.execute(() -> work(kind, file, by, fileName, one));
		}
		catch (RejectedExecutionException _) {
			throw new Refused(Rule.IMPORT_QUEUE_FULL, MOST_WAITING + " files wait to be imported already");
		}
		remember(id, one);
		return id;
	}

	/// @throws Refused `unknown-import`
	Import.View view(String id, Caller caller) {
		Import one = find(id);
		if (one == null || !one.isOf(caller)) {
			throw new Refused(Rule.UNKNOWN_IMPORT, "no import of this id is known since the server started");
		}
		return one.view();
	}

	@PreDestroy
	void stop() throws InterruptedException {
		this.worker.shutdownNow();
		this.worker.awaitTermination(30, TimeUnit.SECONDS);
	}

	private void work(ImportKind kind, Path file, Circumstances by, String fileName, Import one) {
		try {
			TableFile table = TableFile.of(file);
			table.notes().forEach(one::note);
			kind.run(table, by, fileName, one);
			one.done();
		}
		catch (FileRefused ex) {
			one.failed(ex.problem());
		}
		catch (IOException | RuntimeException ex) {
			String incident = UUID.randomUUID().toString();
			LOGGER.error("incident {}", incident, ex);
			one.failed(new Import.Problem("internal", "", "系统内部错误，导入中止；已导入的行保留，可重新导入同一文件",
					"something went wrong here and the import ended early; the log has it as incident " + incident));
		}
		finally {
			delete(file);
		}
	}

	private synchronized void remember(String id, Import one) {
		this.known.put(id, one);
		if (this.known.size() > REMEMBERED) {
			this.known.keySet().removeAll(this.known.keySet().stream().limit(this.known.size() - REMEMBERED).toList());
		}
	}

	private synchronized @Nullable Import find(String id) {
		return this.known.get(id);
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
