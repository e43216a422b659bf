package org.gongkai.command.disclosure;

import java.time.LocalDate;
import java.util.Objects;

import org.gongkai.events.disclosure.DocumentAmended;
import org.gongkai.events.disclosure.DocumentEvent;
import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.DocumentMade;
import org.gongkai.events.disclosure.DocumentRectified;
import org.gongkai.events.disclosure.DocumentRepealed;
import org.gongkai.events.disclosure.DocumentStruck;
import org.gongkai.events.disclosure.RepealWay;
import org.gongkai.events.disclosure.StruckPart;

/// Where a document stands: unknown, in force, repealed, or struck as an entry that should never have been made.
public sealed interface DocumentState {

	/// Nothing has this number yet.
	record None() implements DocumentState {
	}

	/// In force.
	record InForce(Text text) implements DocumentState {
	}

	/// In force no longer.
	record Repealed(Text text, LocalDate repealedOn, RepealWay way) implements DocumentState {
	}

	/// The number stays used.
	record Struck() implements DocumentState {
	}

	/// What is known of the document itself.
	///
	/// @param touchedOn the day of the last amendment, or of making
	record Text(String agency, DocumentKind kind, String title, LocalDate madeOn, LocalDate touchedOn,
			boolean opening) {

		Text amended(LocalDate day) {
			return new Text(this.agency, this.kind, this.title, this.madeOn,
					day.isAfter(this.touchedOn) ? day : this.touchedOn, this.opening);
		}

		Text rectified(DocumentRectified e) {
			LocalDate madeOn = Objects.requireNonNullElse(e.madeOn(), this.madeOn);
			return new Text(this.agency, Objects.requireNonNullElse(e.kind(), this.kind),
					Objects.requireNonNullElse(e.title(), this.title), madeOn,
					this.touchedOn.equals(this.madeOn) ? madeOn : this.touchedOn,
					Objects.requireNonNullElse(e.opening(), this.opening));
		}

	}

	/// What an event makes of it.
	default DocumentState evolve(DocumentEvent event) {
		return switch (this) {
			case None _ -> switch (event) {
				case DocumentMade e ->
					new InForce(new Text(e.agency(), e.kind(), e.title(), e.madeOn(), e.madeOn(), e.opening()));
				case DocumentAmended _, DocumentRepealed _, DocumentRectified _, DocumentStruck _ -> impossible(event);
			};
			case InForce state -> switch (event) {
				case DocumentAmended e -> new InForce(state.text().amended(e.amendedOn()));
				case DocumentRepealed e -> new Repealed(state.text(), e.repealedOn(), e.way());
				case DocumentRectified e -> new InForce(state.text().rectified(e));
				case DocumentStruck _ -> new Struck();
				case DocumentMade _ -> impossible(event);
			};
			case Repealed state -> switch (event) {
				case DocumentRectified e -> new Repealed(state.text().rectified(e),
						Objects.requireNonNullElse(e.repealedOn(), state.repealedOn()),
						Objects.requireNonNullElse(e.way(), state.way()));
				case DocumentStruck e -> (e.part() == StruckPart.REPEAL) ? new InForce(state.text()) : new Struck();
				case DocumentMade _, DocumentAmended _, DocumentRepealed _ -> impossible(event);
			};
			case Struck _ -> impossible(event);
		};
	}

	private DocumentState impossible(DocumentEvent event) {
		throw new IllegalStateException(event.getClass().getSimpleName() + " in the log of " + event.documentId()
				+ " does not follow from " + getClass().getSimpleName());
	}

}
