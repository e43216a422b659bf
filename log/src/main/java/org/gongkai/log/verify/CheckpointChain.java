package org.gongkai.log.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.gongkai.log.LogWitness;
import org.gongkai.log.proof.Checkpoint;
import org.gongkai.log.proof.CheckpointLink;
import org.gongkai.log.proof.Malformed;
import org.gongkai.log.proof.Note;
import org.gongkai.log.proof.VerifierKey;
import org.jspecify.annotations.Nullable;

/// Checks that no checkpoint is gone: each is tied to the one before, and the newest is the one that the database of the keys
/// remembers.
final class CheckpointChain {

	private final String origin;

	private final List<VerifierKey> keys;

	private final Findings findings;

	private final List<String> unlinked = new ArrayList<>();

	private @Nullable CheckpointLink last;

	/// Size of the last checkpoint that is stored.
	private long stored;

	/// @param keys of the log and of witnesses, from outside
	CheckpointChain(String origin, List<VerifierKey> keys, Findings findings) {
		this.origin = origin;
		this.keys = keys.stream().filter((key) -> !key.cosigns() && key.name().equals(origin)).toList();
		this.findings = findings;
	}

	/// @param head what was remembered before the log was read; null where nothing is
	/// remembered
	void check(Connection connection, LogWitness.@Nullable Head head) throws SQLException {
		connection.setAutoCommit(false);
		try (PreparedStatement query = connection
			.prepareStatement("select size, note, ordinal, link from log.checkpoints order by size")) {
			query.setFetchSize(1_000);
			try (ResultSet row = query.executeQuery()) {
				while (row.next()) {
					one(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4));
					this.stored = row.getLong(1);
				}
			}
		}
		connection.rollback();
		if (head != null) {
			newest(head);
		}
	}

	private void one(long size, String note, long ordinal, @Nullable String signed) {
		if (signed == null) {
			if (this.last == null) {
				this.unlinked.add(textOf(note));
			}
			else {
				forged(size, "the checkpoint stored at " + size + " has no place among the others");
			}
			return;
		}
		CheckpointLink link = link(signed, size);
		if (link == null) {
			return;
		}
		if (link.size() != size || link.ordinal() != ordinal || signed(note, size) && !link.ties(textOf(note))) {
			forged(size, "the checkpoint stored at " + size + " is not the one that was signed there");
		}
		else if (this.last == null) {
			begins(link);
		}
		else if (link.ordinal() > this.last.ordinal() + 1) {
			missing(this.last.ordinal() + 1, link.ordinal() - 1, link.before());
		}
		else if (!link.follows(this.last)) {
			forged(size, "the checkpoint stored at " + size + " does not follow the one before");
		}
		this.last = link;
	}

	/// The first that is stored with a link: what came before is counted.
	private void begins(CheckpointLink link) {
		long before = this.unlinked.size();
		if (link.ordinal() > before + 1) {
			missing(before + 1, link.ordinal() - 1, link.before());
		}
		else if (!link.first() || !Arrays.equals(link.previous(), CheckpointLink.hashOf(this.unlinked))) {
			forged(link.size(), "the checkpoints before " + link.size() + " are not those that were signed");
		}
	}

	private void newest(LogWitness.Head head) {
		long ordinal = (this.last == null) ? 0 : this.last.ordinal();
		if (head.link() == null) {
			return;
		}
		CheckpointLink link = link(head.link(), this.stored);
		if (link == null) {
			return;
		}
		if (link.ordinal() > ordinal) {
			missing(ordinal + 1, link.ordinal(), link.size());
		}
		else if (this.last != null && link.ordinal() == ordinal && !link.text().equals(this.last.text())) {
			forged(link.size(), "the newest checkpoint is not the one that the database of the keys remembers");
		}
	}

	/// Nothing is remembered, although there are linked checkpoints.
	void forgotten() {
		if (this.last != null) {
			this.findings.add(Finding.at(Fault.CHECKPOINT_MISSING, this.stored,
					"the database of the keys does not remember the newest checkpoint any more"));
		}
	}

	/// @param upTo size of the last that is missing
	private void missing(long first, long last, long upTo) {
		this.findings.add(new Finding(Fault.CHECKPOINT_MISSING, (first == last) ? upTo : this.stored + 1, upTo,
				(first == last) ? "checkpoint " + first + " at position " + upTo + " was signed and is gone"
						: "checkpoints " + first + " to " + last + " were signed and are gone, the last at position "
								+ upTo));
	}

	private @Nullable CheckpointLink link(String signed, long size) {
		try {
			Note note = Note.parse(signed);
			CheckpointLink link = CheckpointLink.parse(note.text());
			if (link.origin().equals(this.origin) && this.keys.stream().anyMatch((key) -> key.signed(note))) {
				return link;
			}
		}
		catch (Malformed ex) {
			// said below
		}
		forged(size, "the place of the checkpoint stored at " + size + " is not signed by the log's key");
		return null;
	}

	/// Whether a stored checkpoint is one of the log's at that size; what is not is said
	/// elsewhere.
	private boolean signed(String text, long size) {
		try {
			Note note = Note.parse(text);
			return this.keys.stream().anyMatch((key) -> key.signed(note))
					&& Checkpoint.parse(note.text()).size() == size;
		}
		catch (Malformed ex) {
			return false;
		}
	}

	private static String textOf(String note) {
		try {
			return Note.parse(note).text();
		}
		catch (Malformed ex) {
			return note;
		}
	}

	private void forged(long size, String detail) {
		this.findings.add(Finding.at(Fault.CHECKPOINT_FORGED, size, detail));
	}

}
