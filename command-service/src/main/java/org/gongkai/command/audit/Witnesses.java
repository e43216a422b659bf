package org.gongkai.command.audit;

import java.util.List;

import org.gongkai.log.proof.Malformed;
import org.gongkai.log.proof.Note;
import org.gongkai.log.proof.VerifierKey;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/// Takes cosignatures by the configured witnesses and by nobody else.
public final class Witnesses {

	private final JdbcTemplate log;

	private final List<VerifierKey> keys;

	/// @param log connections that may add to the log
	/// @param keys of the witnesses
	public Witnesses(JdbcTemplate log, List<VerifierKey> keys) {
		this.log = log;
		this.keys = keys;
	}

	/// Keeps a signature line below the checkpoint of a size; the second one of a witness
	/// changes nothing.
	/// @param line as in the note
	/// @throws Refused `unknown-checkpoint`, or `cosignature-refused` if it is not of a
	/// witness or not of this
	/// checkpoint
	/// @return the line as it is kept
	String take(long size, String line) {
		Note note = Note.parse(stored(size));
		Note.Signature signature = signature(note, line);
		VerifierKey witness = this.keys.stream()
			.filter((key) -> key.claimed(signature))
			.findFirst()
			.orElseThrow(() -> new Refused(Rule.COSIGNATURE_REFUSED, "no witness here has this key"));
		if (!witness.verifies(note.text(), signature)) {
			throw new Refused(Rule.COSIGNATURE_REFUSED,
					"this is not the signature of " + witness.name() + " over the checkpoint " + size);
		}
		this.log.update("insert into log.cosignatures (size, witness, line) values (?, ?, ?) on conflict do nothing",
				size, witness.name() + "+" + witness.hexId(), signature.line());
		return signature.line();
	}

	private String stored(long size) {
		try {
			return String.valueOf(
					this.log.queryForObject("select note from log.checkpoints where size = ?", String.class, size));
		}
		catch (EmptyResultDataAccessException ex) {
			throw new Refused(Rule.UNKNOWN_CHECKPOINT, "no checkpoint of " + size + " was signed");
		}
	}

	private static Note.Signature signature(Note note, String line) {
		try {
			return Note.parse(note.text() + "\n" + line.strip() + "\n").signatures().getFirst();
		}
		catch (Malformed ex) {
			throw new Refused(Rule.COSIGNATURE_REFUSED, "the body is one signature line: " + ex.getMessage());
		}
	}

}
