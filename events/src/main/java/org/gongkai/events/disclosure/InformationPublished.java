package org.gongkai.events.disclosure;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// 发布: the piece is public through a channel; it counts as published in the year of its first channel (articles 23 to 26).
///
/// @param channel where it was published
/// @param publishedOn the day it could be read there
/// @param title the title it was published under
/// @param place where exactly: the web address, number of the gazette, place of the
/// board
public record InformationPublished(String informationId, PublicationChannel channel, LocalDate publishedOn,
		String title, @Nullable String place) implements InformationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.publishedOn;
	}

}
