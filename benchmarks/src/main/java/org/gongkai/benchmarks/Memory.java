package org.gongkai.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Watches how much memory an office takes with its database, by what the kernel says of each process.
final class Memory implements AutoCloseable {

	private static final Duration LOOK_EVERY = Duration.ofMillis(500);

	private final OfficeProcess office;

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final Thread thread = Thread.ofPlatform().name("memory").daemon().unstarted(this::watch);

	private volatile long mostProportional;

	private volatile long mostResident;

	private Memory(OfficeProcess office) {
		this.office = office;
	}

	static Memory watch(OfficeProcess office) {
		Memory memory = new Memory(office);
		memory.thread.start();
		return memory;
	}

	/// The most at any moment, in bytes; what processes share is counted once.
	long mostProportional() {
		return this.mostProportional;
	}

	/// The most at any moment, in bytes; what processes share is counted for each.
	long mostResident() {
		return this.mostResident;
	}

	@Override
	public void close() {
		this.stopped.countDown();
		try {
			this.thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void watch() {
		try {
			do {
				this.mostProportional = Math.max(this.mostProportional, sum("Pss:"));
				this.mostResident = Math.max(this.mostResident, sum("Rss:"));
			}
			while (!this.stopped.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private long sum(String line) {
		return this.office.processes().mapToLong((process) -> bytes(process.pid(), line)).sum();
	}

	private static long bytes(long pid, String line) {
		try {
			return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"))
				.stream()
				.filter((text) -> text.startsWith(line))
				.mapToLong((text) -> Long.parseLong(text.replaceAll("\\D", "")) << 10)
				.sum();
		}
		catch (IOException ex) {
			return 0; // a process that has just ended
		}
	}

}
