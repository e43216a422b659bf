package org.gongkai.query.review;

import java.time.LocalDate;
import java.util.List;

import org.gongkai.events.review.DisputeOutcome;
import org.gongkai.events.review.DisputedAct;
import org.gongkai.events.review.RulingForm;
import org.gongkai.query.PersonalCells;
import org.gongkai.statute.Warning;
import org.gongkai.statute.report.DisputeBlock;
import org.jspecify.annotations.Nullable;

/// One line of the register of disputes. Warnings are derived when it is read.
///
/// @param disputeId `review:` or `lawsuit:`, agency code, a slash, 案号
/// @param block the block of table four
/// @param agency code of the agency whose act is attacked
/// @param disputeNo 案号
/// @param applicationId the application it is about
/// @param reviewId the review that came before a suit
/// @param against what is attacked
/// @param organ 复议机关 or 受理法院
/// @param party who applied or sued
/// @param coDefendant whether a suit counts with another organ alone
/// @param isVoid whether the record was struck
/// @param withdrawn whether it ended without a decision
/// @param ordersRedecision whether the decision obliges the agency to answer again
/// @param version the place of the last entry, from 0
/// @param warnings what looks wrong in law
/// @param erased whether what the dispute told of people was erased
public record DisputeItem(String disputeId, DisputeBlock block, String agency, String disputeNo,
		@Nullable String applicationId, @Nullable String reviewId, DisputedAct against, @Nullable String organ,
		@Nullable String party, LocalDate filedOn, boolean coDefendant, boolean isVoid,
		@Nullable DisputeOutcome outcome, @Nullable RulingForm form, @Nullable LocalDate concludedOn, boolean withdrawn,
		@Nullable String decisionNo, boolean ordersRedecision, long version, List<Warning> warnings, boolean erased) {

	public DisputeItem {
		warnings = List.copyOf(warnings);
	}

	/// The line with its personal cell open.
	DisputeItem opened(PersonalCells.Opener open) {
		return new DisputeItem(this.disputeId, this.block, this.agency, this.disputeNo, this.applicationId,
				this.reviewId, this.against, this.organ, open.cell("party", this.party), this.filedOn, this.coDefendant,
				this.isVoid, this.outcome, this.form, this.concludedOn, this.withdrawn, this.decisionNo,
				this.ordersRedecision, this.version, this.warnings, this.erased);
	}

}
