package org.gongkai.events.disclosure;

/// What can happen to a rule or normative document, in the order of its life.
public sealed interface DocumentEvent extends DisclosureEvent
		permits DocumentMade, DocumentAmended, DocumentRepealed, DocumentRectified, DocumentStruck {

	/// The document: agency code, a slash, 文号.
	String documentId();

}
