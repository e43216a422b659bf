package org.gongkai.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.gongkai.command.application.EraseApplicant;
import org.gongkai.command.review.DisputeId;
import org.gongkai.command.review.EraseParty;
import org.gongkai.command.review.LoggedDisputes;
import org.gongkai.log.personal.PersonalKeys;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/// What an erasure takes with it: the people of the disputes about a case, and what inspector and office said of either; and the destruction of keys that follows it. A key is destroyed only after the event that
/// tells of it is committed; whatever ends in between is completed at the next start.
final class Erasures implements AutoCloseable {

	private static final Logger LOGGER = LoggerFactory.getLogger(Erasures.class);

	private static final long TRY_AGAIN_SECONDS = 5;

	private static final String ERASED = """
			select distinct stream_id from log.events
			where name in ('application.ApplicantErased', 'review.PartyErased')""";

	private static final String ABOUT = """
			select distinct stream_id from log.events
			where name in ('review.ReviewFiled', 'review.LawsuitFiled', 'review.DisputeRectified')
			and payload ->> 'applicationId' = ? order by stream_id""";

	/// What inspector and office said of an erased record before.
	private static final String SAID_OF_IT = """
			select distinct said.stream_id from log.events said join log.events gone
			on gone.stream_id = substring(said.stream_id from '^finding:[^:]+:(.*):[0-9]+$')
			where said.stream_id like 'finding:%' and said.event_index < gone.event_index
			and gone.name in ('application.ApplicantErased', 'review.PartyErased')""";

	private static final String SAID_OF = """
			select distinct stream_id from log.events where stream_id like 'finding:%'
			and substring(stream_id from '^finding:[^:]+:(.*):[0-9]+$') = ?""";

	private static final String IN_CLEAR = """
			select exists (select from log.events where stream_id = ?
			and payload -> 'personal' ->> 'cipher' is null and (payload -> 'personal')::text <> '{}')""";

	private final JdbcTemplate log;

	private final LoggedDisputes disputes;

	private final PersonalKeys keys;

	private final ErasureList list;

	private final ScheduledExecutorService retries = Executors
		.newSingleThreadScheduledExecutor((work) -> Thread.ofPlatform().name("erasures").daemon().unstarted(work));

	/// @param log may read the log, in the present transaction
	Erasures(JdbcTemplate log, LoggedDisputes disputes, PersonalKeys keys, ErasureList list) {
		this.log = log;
		this.disputes = disputes;
		this.keys = keys;
		this.list = list;
	}

	/// What has to be done before a command: with the applicant go the people of the
	/// disputes about the case.
	/// @throws Refused `personal-in-clear`
	List<Command> before(Command command) {
		switch (command) {
			case EraseApplicant erase -> {
				requireAllSealed(erase.streamId());
				return about(erase.streamId()).stream()
					.<Command>map((id) -> new EraseParty(id, erase.erasedOn(), erase.ground(), erase.reason()))
					.toList();
			}
			case EraseParty erase -> {
				requireAllSealed(erase.streamId());
				return List.of();
			}
			default -> {
				return List.of();
			}
		}
	}

	/// The same, tried again until it succeeds: the event is committed, so nothing else
	/// would ask for it before the next start.
	void completeEventually() {
		try {
			complete();
		}
		catch (RuntimeException ex) {
			this.retries.schedule(this::tryAgain, TRY_AGAIN_SECONDS, TimeUnit.SECONDS);
			throw ex;
		}
	}

	private void tryAgain() {
		try {
			completeEventually();
		}
		catch (RuntimeException ex) {
			LOGGER.warn("an erasure is recorded and its key is not destroyed yet: {}", ex.toString());
		}
	}

	@Override
	public void close() {
		this.retries.shutdownNow();
	}

	/// Destroys the keys of everything that was erased and still has one.
	void complete() {
		Set<String> listed = this.list.read();
		Set<String> erased = new TreeSet<>(this.log.queryForList(ERASED, String.class));
		Set<String> news = new TreeSet<>(erased);
		news.removeAll(listed);
		this.list.add(news);
		erased.addAll(listed);
		erased.addAll(this.log.queryForList(SAID_OF_IT, String.class));
		if (!erased.isEmpty()) {
			Set<String> left = this.keys.notDestroyed(erased);
			if (!left.isEmpty()) {
				this.keys.destroy(left);
			}
		}
	}

	/// Those of the list of which this log does not know: it is of an older copy.
	Set<String> unknownToTheLog() {
		Set<String> streams = this.list.read();
		streams.removeAll(this.log.queryForList(ERASED, String.class));
		return streams;
	}

	private List<DisputeId> about(String applicationId) {
		List<DisputeId> about = new ArrayList<>();
		for (String stream : this.log.queryForList(ABOUT, String.class, applicationId)) {
			DisputeId id = DisputeId.of(stream);
			if (this.disputes.history(id).isToBeErasedWith(applicationId)) {
				requireAllSealed(stream);
				about.add(id);
			}
		}
		return about;
	}

	/// The record, and what was said of it.
	private void requireAllSealed(String stream) {
		requireSealed(stream);
		this.log.queryForList(SAID_OF, String.class, stream).forEach(this::requireSealed);
	}

	private void requireSealed(String stream) {
		if (Boolean.TRUE.equals(this.log.queryForObject(IN_CLEAR, Boolean.class, stream))) {
			throw new Refused(Rule.PERSONAL_IN_CLEAR,
					"something personal was recorded here before personal data was sealed");
		}
	}

}
