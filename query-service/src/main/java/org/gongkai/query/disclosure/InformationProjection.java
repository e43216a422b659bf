package org.gongkai.query.disclosure;

import java.time.LocalDate;
import java.util.List;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.disclosure.InformationCorrected;
import org.gongkai.events.disclosure.InformationDrafted;
import org.gongkai.events.disclosure.InformationEvent;
import org.gongkai.events.disclosure.InformationPublished;
import org.gongkai.events.disclosure.InformationReviewed;
import org.gongkai.events.disclosure.InformationStruck;
import org.gongkai.events.disclosure.InformationWithdrawn;
import org.gongkai.query.KnownSpan;
import org.gongkai.query.Projection;
import org.gongkai.query.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Pieces of information and where they came out, with the positions between which each state of them was known.
@Component
class InformationProjection implements Projection {

	private static final Table INFORMATION = Table.of("information", "known_from", "known_to", "agency",
			"information_no", "title", "working_title", "words", "category", "made_on", "other_due_on", "reviewed_on",
			"result", "ground", "first_published_on", "withdrawn_on", "void");

	private static final Table CHANNELS = Table.of("information_channels", "known_from", "known_to", "agency",
			"channel", "published_on");

	private record Facts(InformationDrafted drafted, @Nullable String title, @Nullable InformationReviewed review,
			@Nullable LocalDate firstPublishedOn, @Nullable LocalDate withdrawnOn, boolean isVoid) {
	}

	@Override
	public String name() {
		return "information";
	}

	@Override
	public List<Table> tables() {
		return List.of(INFORMATION, CHANNELS);
	}

	@Override
	public boolean showsPersonal() {
		return true;
	}

	@Override
	public boolean concerns(Event event) {
		return event instanceof InformationEvent;
	}

	@Override
	public Rows rows(List<Recorded<Event>> stream) {
		Rows rows = new Rows(stream.getFirst().streamId());
		List<KnownSpan<Facts>> spans = KnownSpan.of(stream, (facts, event) -> fold(facts, (InformationEvent) event));
		spans.forEach((span) -> {
			InformationDrafted drafted = span.facts().drafted();
			InformationReviewed review = span.facts().review();
			String title = span.facts().title();
			// a title that was published is no longer a matter of persons
			String working = (title == null) ? drafted.personal().text() : null;
			rows.add(INFORMATION, span.from(), span.to(), drafted.agency(), drafted.informationNo(), title,
					new Rows.Personal(working), Rows.Marks.of(working), drafted.category(), drafted.madeOn(),
					drafted.dueOn(), (review == null) ? null : review.reviewedOn(),
					(review == null) ? null : review.result(), (review == null) ? null : review.ground(),
					span.facts().firstPublishedOn(), span.facts().withdrawnOn(), span.facts().isVoid());
		});
		KnownSpan<Facts> last = spans.getLast();
		for (Recorded<Event> recorded : stream) {
			if (recorded.event() instanceof InformationPublished e) {
				rows.add(CHANNELS, recorded.position(), last.facts().isVoid() ? last.from() : KnownSpan.STILL,
						last.facts().drafted().agency(), e.channel(), e.publishedOn());
			}
		}
		return rows;
	}

	private static Facts fold(@Nullable Facts facts, InformationEvent event) {
		if (event instanceof InformationDrafted e) {
			return new Facts(e, null, null, null, null, false);
		}
		if (facts == null) {
			throw new IllegalStateException("the log of " + event.informationId() + " does not begin with its draft");
		}
		return switch (event) {
			case InformationDrafted _, InformationCorrected _ -> facts;
			case InformationReviewed e ->
				new Facts(facts.drafted(), facts.title(), e, facts.firstPublishedOn(), facts.withdrawnOn(), false);
			case InformationPublished e -> new Facts(facts.drafted(), e.title(), facts.review(),
					earlier(facts.firstPublishedOn(), e.publishedOn()), null, false);
			case InformationWithdrawn e -> new Facts(facts.drafted(), facts.title(), facts.review(),
					facts.firstPublishedOn(), e.withdrawnOn(), false);
			case InformationStruck _ -> new Facts(facts.drafted(), facts.title(), facts.review(),
					facts.firstPublishedOn(), facts.withdrawnOn(), true);
		};
	}

	private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
		return (one != null && one.isBefore(other)) ? one : other;
	}

}
