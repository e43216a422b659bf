package org.gongkai.command.disclosure;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.gongkai.command.agency.Office.Registered;
import org.gongkai.command.agency.Offices;
import org.gongkai.command.disclosure.DocumentState.InForce;
import org.gongkai.command.disclosure.DocumentState.None;
import org.gongkai.command.disclosure.DocumentState.Repealed;
import org.gongkai.command.disclosure.DocumentState.Struck;
import org.gongkai.command.disclosure.DocumentState.Text;
import org.gongkai.events.disclosure.DocumentAmended;
import org.gongkai.events.disclosure.DocumentEvent;
import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.DocumentMade;
import org.gongkai.events.disclosure.DocumentRectified;
import org.gongkai.events.disclosure.DocumentRepealed;
import org.gongkai.events.disclosure.DocumentStruck;
import org.gongkai.events.disclosure.StruckPart;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.disclosure.RuleMakingPower;
import org.jspecify.annotations.Nullable;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/// Decides about one rule or normative document.
@AggregateRoot(type = "document")
public class Document {

	@AggregateIdentifier
	private @Nullable String stream;

	private String id = "";

	private DocumentState state = new None();

	/// For the framework, before the document's events are replayed.
	protected Document() {
	}

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
	void decide(MakeDocument c, Offices offices) {
		if (!(this.state instanceof None)) {
			throw new Refused(Rule.DISCLOSURE_EXISTS, "a document is recorded under this number");
		}
		boolean opening = Boolean.TRUE.equals(c.opening());
		mayList(offices, new Text(c.agency(), c.kind(), c.title(), c.madeOn(), c.madeOn(), opening));
		apply(new DocumentMade(c.documentId().value(), c.agency(), c.kind(), c.documentNo(), c.title().strip(),
				c.madeOn(), opening));
	}

	@CommandHandler
	void decide(AmendDocument c) {
		inOrder(inForce().madeOn(), c.amendedOn());
		apply(new DocumentAmended(this.id, c.amendedOn()));
	}

	@CommandHandler
	void decide(RepealDocument c) {
		inOrder(inForce().touchedOn(), c.repealedOn());
		apply(new DocumentRepealed(this.id, c.repealedOn(), c.way()));
	}

	@CommandHandler
	void decide(RectifyDocument c, Offices offices) {
		if (Stream.<@Nullable Object>of(c.kind(), c.title(), c.madeOn(), c.opening(), c.repealedOn(), c.way())
			.allMatch(Objects::isNull)) {
			throw new Refused(Rule.NOTHING_TO_RECTIFY, "a rectification changes at least one field");
		}
		DocumentRectified rectified = new DocumentRectified(this.id, c.rectifiedOn(), c.reason(), c.kind(), c.title(),
				c.madeOn(), c.opening(), c.repealedOn(), c.way());
		switch (this.state) {
			case InForce standing -> {
				if (c.repealedOn() != null || c.way() != null) {
					throw notRepealed();
				}
				Text right = standing.text().rectified(rectified);
				mayList(offices, right);
				inOrder(right.madeOn(), right.touchedOn());
			}
			case Repealed repealed -> {
				Text right = repealed.text().rectified(rectified);
				mayList(offices, right);
				inOrder(right.madeOn(), right.touchedOn());
				inOrder(right.touchedOn(), Objects.requireNonNullElse(c.repealedOn(), repealed.repealedOn()));
			}
			case None _, Struck _ -> throw gone();
		}
		apply(rectified);
	}

	@CommandHandler
	void decide(StrikeDocument c) {
		switch (this.state) {
			case InForce _ -> {
				if (c.part() == StruckPart.REPEAL) {
					throw notRepealed();
				}
			}
			case Repealed _ -> {
				// either part stands to be struck
			}
			case None _, Struck _ -> throw gone();
		}
		apply(new DocumentStruck(this.id, c.struckOn(), c.part(), c.reason()));
	}

	@EventSourcingHandler
	void evolve(DocumentEvent event) {
		this.id = event.documentId();
		this.stream = "document:" + this.id;
		this.state = this.state.evolve(event);
	}

	private Text inForce() {
		return switch (this.state) {
			case InForce standing -> standing.text();
			case Repealed repealed ->
				throw new Refused(Rule.ALREADY_REPEALED, "it is not in force since " + repealed.repealedOn());
			case None _, Struck _ -> throw gone();
		};
	}

	/// Whether the agency may have such a document on its list, made on that day.
	private static void mayList(Offices offices, Text text) {
		Registered office = text.opening() ? offices.find(text.agency()).registered()
				: offices.openOn(text.agency(), text.madeOn());
		if (text.kind() == DocumentKind.REGULATION) {
			String parent = office.parent();
			if (!RuleMakingPower.mayListRegulations(office.kind(),
					(parent == null) ? null : offices.find(parent).registered().kind())) {
				throw new Refused(Rule.REGULATION_POWER, "an agency of this kind makes no rules");
			}
		}
		LocalDate opened = office.ledgerOpenedOn();
		if (text.opening() && opened != null && !text.madeOn().isBefore(opened)) {
			throw new Refused(Rule.OPENING_STOCK, "the records of this agency begin on " + opened);
		}
	}

	private static void inOrder(LocalDate earlier, LocalDate later) {
		if (later.isBefore(earlier)) {
			throw new Refused(Rule.DISCLOSURE_DAY_ORDER, later + " lies before " + earlier);
		}
	}

	private static Refused notRepealed() {
		return new Refused(Rule.NOT_REPEALED, "the document is in force");
	}

	private static Refused gone() {
		return new Refused(Rule.DISCLOSURE_STRUCK, "the record was struck");
	}

}
