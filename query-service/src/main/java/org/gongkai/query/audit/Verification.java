package org.gongkai.query.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import javax.sql.DataSource;

import org.gongkai.log.personal.PersonalKeys;
import org.gongkai.log.proof.Note;
import org.gongkai.log.proof.VerifierKey;
import org.gongkai.log.verify.Finding;
import org.gongkai.log.verify.LogVerification;
import org.gongkai.log.verify.ReceivedVerification;
import org.gongkai.log.verify.Verdict;
import org.gongkai.query.TableCheck;

/// Verifies a whole database: the log, then the read tables that claim to follow from it.
public final class Verification {

	private final DataSource read;

	private final PersonalKeys keys;

	/// @param read connections of the reading role, in its schema, outside of any pool
	/// @param personalKeys seal what is personal in the read tables
	public Verification(DataSource read, PersonalKeys personalKeys) {
		this.read = read;
		this.keys = personalKeys;
	}

	/// @param keys of the log and of witnesses, from outside of the database; none for
	/// what was received
	/// @param elsewhere checkpoints from outside of the database
	/// @param tables whether read tables are made anew and compared
	/// @throws org.gongkai.log.verify.CannotVerify if the log cannot be read
	public Verdict run(List<VerifierKey> keys, List<Note> elsewhere, boolean tables) {
		Verdict log = log(keys, elsewhere);
		if (!tables) {
			return log;
		}
		List<Finding> findings = new ArrayList<>(log.findings());
		findings.addAll(new TableCheck(this.read, this.keys).run());
		findings.sort(Comparator.comparingLong(Finding::position));
		return log.with(findings);
	}

	private Verdict log(List<VerifierKey> keys, List<Note> elsewhere) {
		return received() ? new ReceivedVerification(this.read, elsewhere).run()
				: new LogVerification(this.read, keys, elsewhere).run();
	}

	/// Whether the log was received from others, and has no key.
	boolean received() {
		return ReceivedVerification.concerns(this.read);
	}

}
