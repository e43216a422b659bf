package org.gongkai.log.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

import org.gongkai.log.proof.Checkpoint;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.Malformed;
import org.gongkai.log.proof.Note;
import org.gongkai.log.proof.VerifierKey;

/// Checks that every checkpoint is what its row says and is signed by the log.
///
/// @param origin the log's name
/// @param hash of the log's tree
/// @param keys of the log and of witnesses, from outside
record Seals(String origin, Hash hash, List<VerifierKey> keys) {

	private static final String STORED = """
			select c.size, c.root, c.note, (select string_agg(w.line, e'\\n') from log.cosignatures w where w.size = c.size)
			from log.checkpoints c order by c.size""";

	private static final int FETCH = 1_000;

	/// Checks all stored ones.
	void check(Connection connection, Findings findings) throws SQLException {
		connection.setAutoCommit(false);
		try (PreparedStatement query = connection.prepareStatement(STORED)) {
			query.setFetchSize(FETCH);
			try (ResultSet row = query.executeQuery()) {
				while (row.next()) {
					stored(row.getLong(1), row.getBytes(2), row.getString(3), row.getString(4), findings);
				}
			}
		}
		connection.rollback();
	}

	private void stored(long size, byte[] root, String text, @org.jspecify.annotations.Nullable String cosigned,
			Findings findings) {
		try {
			Note note = Note.parse((cosigned == null) ? text : text + cosigned + "\n");
			Checkpoint checkpoint = Checkpoint.parse(note.text());
			if (checkpoint.size() != size || !Arrays.equals(checkpoint.root(), root)) {
				findings.add(Finding.at(Fault.CHECKPOINT_FORGED, size,
						"the checkpoint stored at " + size + " says something else"));
				return;
			}
			check(note, checkpoint, "the stored checkpoint " + size, findings);
		}
		catch (Malformed ex) {
			findings.add(Finding.at(Fault.CHECKPOINT_FORGED, size,
					"the checkpoint stored at " + size + " is malformed: " + ex.getMessage()));
		}
	}

	/// Checks one that was read already.
	void check(Note note, Checkpoint checkpoint, String which, Findings findings) {
		if (!checkpoint.origin().equals(this.origin) || checkpoint.hash() != this.hash) {
			findings.add(Finding.at(Fault.CHECKPOINT_FORGED, checkpoint.size(), which + " is of another log"));
			return;
		}
		List<VerifierKey> own = this.keys.stream()
			.filter((key) -> !key.cosigns() && key.name().equals(this.origin))
			.toList();
		List<VerifierKey> claimed = own.stream()
			.filter((key) -> note.signatures().stream().anyMatch(key::claimed))
			.toList();
		if (claimed.isEmpty()) {
			findings.add(Finding.at(Fault.CHECKPOINT_UNSIGNED, checkpoint.size(),
					which + " carries no signature of the log's key"));
		}
		else if (!claimed.stream().allMatch((key) -> key.signed(note))) {
			findings.add(Finding.at(Fault.CHECKPOINT_FORGED, checkpoint.size(),
					which + " carries a signature that the log's key did not make"));
		}
		this.keys.stream()
			.filter(VerifierKey::cosigns)
			.filter((key) -> note.signatures().stream().anyMatch(key::claimed))
			.filter((key) -> !key.signed(note))
			.forEach((key) -> findings.add(Finding.at(Fault.CHECKPOINT_FORGED, checkpoint.size(),
					which + " carries a signature that the witness " + key.name() + " did not make")));
	}

}
