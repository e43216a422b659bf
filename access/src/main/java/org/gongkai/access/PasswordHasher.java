package org.gongkai.access;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Hashes passwords, two at a time in the whole process, whatever asks for it. A hash takes 19 MiB and a core; without a limit a
/// few dozen parallel sign-ins exhaust the heap. Callers wait in a short queue; beyond it they are refused at once.
final class PasswordHasher {

	static final int PARALLEL = 2;

	/// Callers that may wait for a turn.
	static final int QUEUE = 64;

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

	/// OWASP's recommendation for Argon2id: 19 MiB, two passes, one lane.
	private static final PasswordEncoder ARGON2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);

	/// The one of this process: the heap is shared by all servers in it.
	static final PasswordHasher SHARED = new PasswordHasher(ARGON2, QUEUE, LONGEST_WAIT);

	private final PasswordEncoder encoder;

	private final Duration longestWait;

	private final Semaphore turns = new Semaphore(PARALLEL, true);

	private final Semaphore places;

	/// Platform threads: a hash occupies its thread without a pause, and would keep a
	/// virtual thread's carrier from all others.
	private final ExecutorService threads = Executors.newFixedThreadPool(PARALLEL, PasswordHasher::thread);

	/// Hash of a password that no one has.
	private final String unmatched;

	PasswordHasher(PasswordEncoder encoder, int queue, Duration longestWait) {
		this.encoder = encoder;
		this.longestWait = longestWait;
		this.places = new Semaphore(PARALLEL + queue);
		this.unmatched = encoded(encoder, Secret.token());
	}

	/// Waits for one of the two turns, outside of any transaction, which would hold its
	/// connection meanwhile.
	/// @throws Overloaded where the queue is full or the wait too long
	Turn turn() {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("a password is hashed outside of any transaction");
		}
		if (!this.places.tryAcquire()) {
			throw Overloaded.signIns();
		}
		boolean taken = false;
		try {
			taken = this.turns.tryAcquire(this.longestWait.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			if (!taken) {
				this.places.release();
			}
		}
		if (!taken) {
			throw Overloaded.signIns();
		}
		return new Turn();
	}

	/// Outlives the server that asks for the first hash.
	private static Thread thread(Runnable work) {
		Thread thread = Thread.ofPlatform()
			.name("password-hashing")
			.daemon()
			.inheritInheritableThreadLocals(false)
			.unstarted(work);
		thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
		return thread;
	}

	private static String normalised(String password) {
		return Normalizer.normalize(password, Form.NFC);
	}

	private static String encoded(PasswordEncoder encoder, String password) {
		String hash = encoder.encode(password);
		if (hash == null) {
			throw new IllegalStateException("a password has its hash");
		}
		return hash;
	}

	/// The right to hash, until it is closed.
	final class Turn implements AutoCloseable {

		/// Hashes a password in NFC, so that it is the same from every keyboard.
		String hash(String password) {
			return run(() -> encoded(PasswordHasher.this.encoder, normalised(password)));
		}

		boolean matches(String password, String hash) {
			String normalised = normalised(password);
			// earlier builds hashed what was typed
			return run(() -> PasswordHasher.this.encoder.matches(normalised, hash)
					|| !normalised.equals(password) && PasswordHasher.this.encoder.matches(password, hash));
		}

		/// Takes the time that a wrong password takes, so that the answer does not reveal
		/// which accounts exist.
		void matchesNothing(String password) {
			matches(password, PasswordHasher.this.unmatched);
		}

		private <T> T run(Callable<T> work) {
			try {
				return PasswordHasher.this.threads.submit(work).get();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw Overloaded.signIns();
			}
			catch (ExecutionException ex) {
				throw new IllegalStateException(ex.getCause());
			}
		}

		@Override
		public void close() {
			PasswordHasher.this.turns.release();
			PasswordHasher.this.places.release();
		}

	}

}
