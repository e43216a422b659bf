package org.gongkai.command.application;

import java.util.Set;

import org.gongkai.command.Command;

/// What an office can do with an application, in the order of its life.
public sealed interface ApplicationCommand extends Command permits ReceiveApplication, RequestCorrection,
		SupplyCorrection, LapseCorrection, ConsultThirdParty, RecordThirdPartyOpinion, ConsultAgency,
		RecordAgencyOpinion, ExtendDeadline, AskForReasons, SupplyReasons, DelayReply, IssueFeeNotice, RecordFeePayment,
		LapseFee, DraftDecision, ReturnDraft, DecideApplication, DeliverReply, WithdrawApplication, TransferApplication,
		OrderRedecision, RedecideApplication, RectifyRecord, StrikeEntry, EraseApplicant {

	/// The case.
	ApplicationId applicationId();

	@Override
	default String streamId() {
		return applicationId().value();
	}

	@Override
	default Set<String> agencies() {
		return Set.of(applicationId().agency());
	}

}
