package org.gongkai.events.application;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// 更正记录: an entry was typed wrong; the named fields hold from now on, the old entry stays in sight. A null field stays as it was.
///
/// @param rectifiedOn the day of the rectification
/// @param reason what was wrong and how it was noticed
/// @param applicantKind the right column
/// @param channel the right channel
/// @param submittedOn the right day of submission
/// @param receivedOn the right day of receipt
/// @param outcome the right outcome row
/// @param concludedOn the right day of decision or closing
/// @param replyNo the right 答复文号
/// @param personal the right personal fields; a null within stays as it was
public record RecordRectified(String applicationId, LocalDate rectifiedOn, String reason,
		@Nullable ApplicantKind applicantKind, @Nullable Channel channel, @Nullable LocalDate submittedOn,
		@Nullable LocalDate receivedOn, @Nullable Outcome outcome, @Nullable LocalDate concludedOn,
		@Nullable String replyNo, @Nullable Personal personal) implements ApplicationEvent {

	@Override
	public LocalDate effectiveOn() {
		return this.rectifiedOn;
	}

}
