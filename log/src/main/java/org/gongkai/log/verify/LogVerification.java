package org.gongkai.log.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import org.gongkai.log.LogWitness;
import org.gongkai.log.proof.Checkpoint;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.Malformed;
import org.gongkai.log.proof.Note;
import org.gongkai.log.proof.VerifierKey;
import org.jspecify.annotations.Nullable;

/// Recomputes the whole log from what is stored and compares it with its leaves, tree, checkpoints and with checkpoints
/// that were kept elsewhere. Reads only; the log may grow meanwhile, what is recorded later is not looked at.
public final class LogVerification {

	/// As far as different events are kept to be told apart.
	private static final int MOST_DIFFERENT = 20_000;

	/// Stretches that are read ahead.
	private static final int AHEAD = 4;

	private final DataSource read;

	private final List<VerifierKey> keys;

	private final List<Note> elsewhere;

	private final @Nullable DataSource witness;

	private final Findings findings = new Findings();

	/// @param read connections that may select from the log
	/// @param keys of the log, and of witnesses; from outside of the database
	/// @param elsewhere checkpoints that were kept outside of the database
	/// @param witness connections that may read the database of the keys, which remembers
	/// the newest checkpoint; null for none
	public LogVerification(DataSource read, List<VerifierKey> keys, List<Note> elsewhere,
			@Nullable DataSource witness) {
		this.witness = witness;
		this.read = read;
		this.keys = keys;
		this.elsewhere = elsewhere;
	}

	/// @throws CannotVerify if there is no log, or it cannot be read
	public Verdict run() {
		try (Connection connection = this.read.getConnection(); ExecutorService cores = cores()) {
			return run(connection, cores);
		}
		catch (SQLException ex) {
			throw new CannotVerify("the log cannot be read: " + ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CannotVerify("interrupted", ex);
		}
	}

	private Verdict run(Connection connection, ExecutorService cores) throws SQLException, InterruptedException {
		Identity identity = identity(connection);
		Seals seals = new Seals(identity.origin(), identity.hash(), this.keys);
		LogWitness.Head remembered = remembered(identity);
		// in this order: a log that grows meanwhile has at each step at least what was
		// read before
		List<Roots.Expected> expected = stored(connection);
		long signed = expected.isEmpty() ? 0 : expected.getLast().size();
		long leaves = number(connection,
				"select coalesce((select first - 1 + length(hashes) / 32 from log.leaves order by first desc limit 1), 0)");
		long head = number(connection, "select coalesce(max(position), 0) from log.positions");
		expected.addAll(given(seals));
		long checkpoints = expected.size();
		if (remembered != null && remembered.note() != null) {
			expected.addAll(remembered(seals, remembered.note()));
		}
		expected.sort(Comparator.comparingLong(Roots.Expected::size));

		List<Future<?>> beside = List.of(cores.submit(with((own) -> seals.check(own, this.findings))),
				cores.submit(with((own) -> chain(own, identity, remembered))),
				cores.submit(with((own) -> StreamOrder.check(own, head, identity.marks(), this.findings))));
		Roots roots = new Roots(identity.hash(), expected, this.findings);
		List<Stretch.Different> different = grow(cores, identity.hash(), head, roots);
		roots.end();
		roots.compare(connection);
		if (leaves > head) {
			this.findings.add(Finding.at(Fault.REWOUND, head + 1,
					"the log ends at " + head + ", but has leaves up to " + leaves));
		}
		byte[] beyond = (leaves > head) ? Stretch.leaf(connection, head + 1) : null;
		new Diagnosis(identity.hash().hasher(), different, head, beyond).tell(this.findings);
		for (Future<?> one : beside) {
			get(one);
		}
		return new Verdict(identity.origin(), identity.hash().code(), head, signed, checkpoints, this.findings.listed(),
				this.findings.more(), null);
	}

	private List<Stretch.Different> grow(ExecutorService cores, Hash hash, long head, Roots roots)
			throws InterruptedException {
		List<Stretch.Different> different = new ArrayList<>();
		Deque<Future<Stretch>> reading = new ArrayDeque<>();
		for (long begin = 0; begin < head || !reading.isEmpty(); begin += Stretch.LENGTH) {
			if (begin < head) {
				reading.add(cores.submit(stretch(hash, begin, Math.min(head, begin + Stretch.LENGTH))));
			}
			if (reading.size() > AHEAD || begin + Stretch.LENGTH >= head) {
				take(get(reading.poll()), different, roots);
			}
		}
		return different;
	}

	private static void take(Stretch stretch, List<Stretch.Different> different, Roots roots) {
		for (byte[] leaf : stretch.hashes()) {
			// where nothing is stored nothing can be right
			roots.append((leaf == null) ? new byte[Hash.LENGTH] : leaf);
		}
		if (different.size() < MOST_DIFFERENT) {
			different.addAll(stretch.different());
		}
	}

	private Callable<Stretch> stretch(Hash hash, long begin, long end) {
		return () -> {
			try (Connection own = this.read.getConnection()) {
				Stretch.prepare(own);
				return Stretch.read(own, hash, begin, end, this.findings);
			}
		};
	}

	/// @param origin the log's name
	/// @param hash of its tree
	/// @param marks whether the tables are of a build that marks events and links
	/// checkpoints
	private record Identity(String origin, Hash hash, boolean marks) {
	}

	private static Identity identity(Connection connection) throws SQLException {
		boolean marks;
		try (PreparedStatement query = connection
			.prepareStatement("select to_regclass('log.identity') is not null, to_regclass('log.held') is not null");
				ResultSet row = query.executeQuery()) {
			row.next();
			if (!row.getBoolean(1)) {
				throw new CannotVerify("the log has no tree yet: it was last served by a version before there was one");
			}
			marks = row.getBoolean(2);
		}
		try (PreparedStatement query = connection.prepareStatement("select origin, hash from log.identity");
				ResultSet row = query.executeQuery()) {
			if (!row.next()) {
				throw new CannotVerify("the log has no name and no hash: its identity is gone or it was never served");
			}
			return new Identity(row.getString(1), Hash.of(row.getString(2)), marks);
		}
	}

	private static List<Roots.Expected> stored(Connection connection) throws SQLException {
		List<Roots.Expected> expected = new ArrayList<>();
		try (PreparedStatement query = connection
			.prepareStatement("select size, root from log.checkpoints order by size");
				ResultSet row = query.executeQuery()) {
			while (row.next()) {
				expected.add(new Roots.Expected(row.getLong(1), row.getBytes(2),
						"the stored checkpoint " + row.getLong(1), false));
			}
		}
		return expected;
	}

	private List<Roots.Expected> given(Seals seals) {
		List<Roots.Expected> given = new ArrayList<>();
		for (Note note : this.elsewhere) {
			try {
				Checkpoint checkpoint = Checkpoint.parse(note.text());
				long before = this.findings.count();
				seals.check(note, checkpoint, "the given checkpoint " + checkpoint.size(), this.findings);
				if (this.findings.count() == before) {
					given.add(Roots.Expected.given(checkpoint));
				}
			}
			catch (Malformed ex) {
				throw new CannotVerify("a given checkpoint is none: " + ex.getMessage(), ex);
			}
		}
		return given;
	}

	/// The newest checkpoint as it is remembered, where it is gone from the log.
	private List<Roots.Expected> remembered(Seals seals, String text) {
		try {
			Note note = Note.parse(text);
			Checkpoint checkpoint = Checkpoint.parse(note.text());
			long before = this.findings.count();
			seals.check(note, checkpoint, "the remembered checkpoint " + checkpoint.size(), this.findings);
			return (this.findings.count() > before) ? List.of() : List.of(new Roots.Expected(checkpoint.size(),
					checkpoint.root(), "the remembered checkpoint " + checkpoint.size(), true));
		}
		catch (Malformed ex) {
			this.findings.add(Finding.at(Fault.CHECKPOINT_FORGED, 1,
					"what the database of the keys remembers is no checkpoint: " + ex.getMessage()));
			return List.of();
		}
	}

	private void chain(Connection own, Identity identity, LogWitness.@Nullable Head remembered) throws SQLException {
		if (!identity.marks()) {
			return;
		}
		CheckpointChain chain = new CheckpointChain(identity.origin(), this.keys, this.findings);
		chain.check(own, remembered);
		// a log that was just begun is remembered by now
		if (this.witness != null && remembered == null && remembered(identity) == null) {
			chain.forgotten();
		}
	}

	private LogWitness.@Nullable Head remembered(Identity identity) throws SQLException {
		return (this.witness == null) ? null : LogWitness.head(this.witness, identity.origin());
	}

	private static long number(Connection connection, String sql) throws SQLException {
		try (PreparedStatement query = connection.prepareStatement(sql); ResultSet row = query.executeQuery()) {
			row.next();
			return row.getLong(1);
		}
	}

	private Callable<Void> with(Work work) {
		return () -> {
			try (Connection own = this.read.getConnection()) {
				work.on(own);
				return null;
			}
		};
	}

	private static ExecutorService cores() {
		return Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()));
	}

	private static <T> T get(Future<T> future) throws InterruptedException {
		try {
			return future.get();
		}
		catch (ExecutionException ex) {
			throw new CannotVerify("the log cannot be read: " + ex.getCause().getMessage(), ex.getCause());
		}
	}

	private interface Work {

		void on(Connection connection) throws SQLException;

	}

}
