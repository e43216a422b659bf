package org.gongkai.command.disclosure;

import java.time.LocalDate;

import org.gongkai.command.Field;
import org.gongkai.events.disclosure.PublicationChannel;
import org.jspecify.annotations.Nullable;

/// 发布: publishes a reviewed piece through a channel (articles 17, 23 to 26).
///
/// @param informationId the record
/// @param channel where
/// @param publishedOn the day it could be read there
/// @param title the title it is published under; null for the working title
/// @param place where exactly
public record PublishInformation(RecordId informationId, PublicationChannel channel, LocalDate publishedOn,
		@Nullable String title, @Nullable String place) implements InformationCommand {

	public PublishInformation {
		Field.needed("informationId", informationId);
		Field.needed("channel", channel);
		Field.needed("publishedOn", publishedOn);
		Field.text("title", title, false);
		title = (title == null || title.isBlank()) ? null : title.strip();
		Field.text("place", place, false);
	}

}
