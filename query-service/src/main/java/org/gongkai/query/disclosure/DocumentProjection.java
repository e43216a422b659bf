package org.gongkai.query.disclosure;

import java.time.LocalDate;
import java.util.List;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.disclosure.DocumentAmended;
import org.gongkai.events.disclosure.DocumentEvent;
import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.DocumentMade;
import org.gongkai.events.disclosure.DocumentRectified;
import org.gongkai.events.disclosure.DocumentRepealed;
import org.gongkai.events.disclosure.DocumentStruck;
import org.gongkai.events.disclosure.RepealWay;
import org.gongkai.events.disclosure.StruckPart;
import org.gongkai.query.KnownSpan;
import org.gongkai.query.Projection;
import org.gongkai.query.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Rules and normative documents, with the positions between which each state of them was known.
@Component
class DocumentProjection implements Projection {

	private static final Table DOCUMENTS = Table.of("documents", "known_from", "known_to", "agency", "kind",
			"document_no", "title", "made_on", "opening", "amended_on", "repealed_on", "way", "void");

	private record Facts(DocumentMade made, DocumentKind kind, String title, LocalDate madeOn, boolean opening,
			@Nullable LocalDate amendedOn, @Nullable LocalDate repealedOn, @Nullable RepealWay way, boolean isVoid) {
	}

	@Override
	public String name() {
		return "documents";
	}

	@Override
	public List<Table> tables() {
		return List.of(DOCUMENTS);
	}

	@Override
	public boolean concerns(Event event) {
		return event instanceof DocumentEvent;
	}

	@Override
	public Rows rows(List<Recorded<Event>> stream) {
		Rows rows = new Rows(stream.getFirst().streamId());
		KnownSpan.<Facts>of(stream, (facts, event) -> fold(facts, (DocumentEvent) event)).forEach((span) -> {
			Facts facts = span.facts();
			rows.add(DOCUMENTS, span.from(), span.to(), facts.made().agency(), facts.kind(), facts.made().documentNo(),
					facts.title(), facts.madeOn(), facts.opening(), facts.amendedOn(), facts.repealedOn(), facts.way(),
					facts.isVoid());
		});
		return rows;
	}

	private static Facts fold(@Nullable Facts facts, DocumentEvent event) {
		if (event instanceof DocumentMade e) {
			return new Facts(e, e.kind(), e.title(), e.madeOn(), e.opening(), null, null, null, false);
		}
		if (facts == null) {
			throw new IllegalStateException("the log of " + event.documentId() + " does not begin with its making");
		}
		return switch (event) {
			case DocumentMade _ -> facts;
			case DocumentAmended e -> new Facts(facts.made(), facts.kind(), facts.title(), facts.madeOn(),
					facts.opening(), later(facts.amendedOn(), e.amendedOn()), null, null, false);
			case DocumentRepealed e -> new Facts(facts.made(), facts.kind(), facts.title(), facts.madeOn(),
					facts.opening(), facts.amendedOn(), e.repealedOn(), e.way(), false);
			case DocumentRectified e -> new Facts(facts.made(), or(e.kind(), facts.kind()),
					or(e.title(), facts.title()), or(e.madeOn(), facts.madeOn()), or(e.opening(), facts.opening()),
					facts.amendedOn(), (e.repealedOn() != null) ? e.repealedOn() : facts.repealedOn(),
					(e.way() != null) ? e.way() : facts.way(), false);
			case DocumentStruck e -> (e.part() == StruckPart.REPEAL)
					? new Facts(facts.made(), facts.kind(), facts.title(), facts.madeOn(), facts.opening(),
							facts.amendedOn(), null, null, false)
					: new Facts(facts.made(), facts.kind(), facts.title(), facts.madeOn(), facts.opening(),
							facts.amendedOn(), facts.repealedOn(), facts.way(), true);
		};
	}

	private static LocalDate later(@Nullable LocalDate one, LocalDate other) {
		return (one != null && one.isAfter(other)) ? one : other;
	}

	private static <T> T or(@Nullable T right, T was) {
		return (right != null) ? right : was;
	}

}
