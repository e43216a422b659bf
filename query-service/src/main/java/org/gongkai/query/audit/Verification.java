package org.gongkai.query.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import org.gongkai.log.personal.PersonalKeys;
import org.gongkai.log.proof.Note;
import org.gongkai.log.proof.VerifierKey;
import org.gongkai.log.verify.Fault;
import org.gongkai.log.verify.Finding;
import org.gongkai.log.verify.LogVerification;
import org.gongkai.log.verify.ReceivedVerification;
import org.gongkai.log.verify.Verdict;
import org.gongkai.query.TableCheck;

/// Verifies a whole database: the log, then the read tables that claim to follow from it.
public final class Verification {

	/// With one of these the events are not those that were recorded, and no table can
	/// follow from them.
	private static final Set<Fault> OF_EVENTS = EnumSet.of(Fault.CHANGED, Fault.SWAPPED, Fault.DELETED, Fault.INSERTED,
			Fault.POSITION_HOLE, Fault.SEQUENCE_HOLE, Fault.REWOUND, Fault.CONTRADICTS_CHECKPOINT);

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
	/// @param tables whether read tables are made anew and compared, where the log itself
	/// is the recorded one
	/// @throws org.gongkai.log.verify.CannotVerify if the log cannot be read
	public Verdict run(List<VerifierKey> keys, List<Note> elsewhere, boolean tables) {
		Verdict log = log(keys, elsewhere);
		if (!tables || log.findings().stream().map(Finding::fault).anyMatch(OF_EVENTS::contains)) {
			return log;
		}
		List<Finding> findings = new ArrayList<>(log.findings());
		findings.addAll(new TableCheck(this.read, this.keys).run());
		findings.sort(Comparator.comparingLong(Finding::position));
		return log.with(findings);
	}

	private Verdict log(List<VerifierKey> keys, List<Note> elsewhere) {
		return received() ? new ReceivedVerification(this.read, elsewhere).run()
				: new LogVerification(this.read, keys, elsewhere, this.keys.database()).run();
	}

	/// Whether the log was received from others, and has no key.
	boolean received() {
		return ReceivedVerification.concerns(this.read);
	}

}
