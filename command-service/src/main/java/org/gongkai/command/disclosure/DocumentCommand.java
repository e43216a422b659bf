package org.gongkai.command.disclosure;

import java.util.Set;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.gongkai.command.Command;

/// What can be done with a rule or normative document, in the order of its life.
public sealed interface DocumentCommand extends Command
		permits MakeDocument, AmendDocument, RepealDocument, RectifyDocument, StrikeDocument {

	/// The record.
	RecordId documentId();

	@Override
	@TargetAggregateIdentifier
	default String streamId() {
		return "document:" + documentId().value();
	}

	@Override
	default Set<String> agencies() {
		return Set.of(documentId().agency());
	}

}
