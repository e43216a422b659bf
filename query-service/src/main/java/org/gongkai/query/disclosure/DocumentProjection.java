package org.gongkai.query.disclosure;

import java.time.LocalDate;
import java.util.List;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.gongkai.events.disclosure.DocumentAmended;
import org.gongkai.events.disclosure.DocumentEvent;
import org.gongkai.events.disclosure.DocumentMade;
import org.gongkai.events.disclosure.DocumentRectified;
import org.gongkai.events.disclosure.DocumentRepealed;
import org.gongkai.events.disclosure.DocumentStruck;
import org.gongkai.events.disclosure.RepealWay;
import org.gongkai.events.disclosure.StruckPart;
import org.gongkai.query.KnownSpan;
import org.gongkai.query.Projection;
import org.gongkai.query.Rows;
import org.gongkai.statute.report.CountedDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Rules and normative documents, with the positions between which each state of them was known.
@Component
class DocumentProjection implements Projection {

	private static final Table DOCUMENTS = Table.of("documents", "known_from", "known_to", "agency", "kind",
			"document_no", "title", "made_on", "opening", "amended_on", "repealed_on", "way", "void");

	private record Facts(DocumentMade made, CountedDocument counted, String title, @Nullable LocalDate amendedOn,
			@Nullable RepealWay way) {
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
			CountedDocument counted = facts.counted();
			rows.add(DOCUMENTS, span.from(), span.to(), counted.agency(), counted.kind(), facts.made().documentNo(),
					facts.title(), counted.madeOn(), counted.opening(), facts.amendedOn(), counted.repealedOn(),
					facts.way(), counted.isVoid());
		});
		return rows;
	}

	private static Facts fold(@Nullable Facts facts, DocumentEvent event) {
		if (event instanceof DocumentMade e) {
			return new Facts(e, CountedDocument.of(e), e.title(), null, null);
		}
		if (facts == null) {
			throw new IllegalStateException("the log of " + event.documentId() + " does not begin with its making");
		}
		CountedDocument counted = facts.counted().after(event);
		return switch (event) {
			case DocumentMade _ -> facts;
			case DocumentAmended e ->
				new Facts(facts.made(), counted, facts.title(), later(facts.amendedOn(), e.amendedOn()), null);
			case DocumentRepealed e -> new Facts(facts.made(), counted, facts.title(), facts.amendedOn(), e.way());
			case DocumentRectified e ->
				new Facts(facts.made(), counted, (e.title() != null) ? e.title() : facts.title(), facts.amendedOn(),
						(e.way() != null) ? e.way() : facts.way());
			case DocumentStruck e -> new Facts(facts.made(), counted, facts.title(), facts.amendedOn(),
					(e.part() == StruckPart.REPEAL) ? null : facts.way());
		};
	}

	private static LocalDate later(@Nullable LocalDate one, LocalDate other) {
		return (one != null && one.isAfter(other)) ? one : other;
	}

}
