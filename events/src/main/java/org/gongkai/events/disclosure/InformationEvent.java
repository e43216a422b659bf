package org.gongkai.events.disclosure;

/// What can happen to a piece of information that is to be published, in the order of its life.
public sealed interface InformationEvent extends DisclosureEvent permits InformationDrafted, InformationReviewed,
		InformationPublished, InformationCorrected, InformationWithdrawn, InformationStruck {

	/// The piece: agency code, a slash, 信息编号.
	String informationId();

}
