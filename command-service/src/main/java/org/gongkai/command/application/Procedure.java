package org.gongkai.command.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// What was done with a case on the way to its answer.
///
/// @param correctionNotifiedOn the day of 补正告知
/// @param correctionDueOn the last day of its term
/// @param correctionSuppliedOn the day of 补正提交
/// @param consultations in order
/// @param extended whether the term was extended
/// @param reasonsAskedOn the day of 要求说明理由
/// @param reasonsSuppliedOn the day the reasons came
/// @param feeNotifiedOn the day of 收费通知
/// @param feePaidOn the day of payment
record Procedure(@Nullable LocalDate correctionNotifiedOn, @Nullable LocalDate correctionDueOn,
		@Nullable LocalDate correctionSuppliedOn, List<Consultation> consultations, boolean extended,
		@Nullable LocalDate reasonsAskedOn, @Nullable LocalDate reasonsSuppliedOn, @Nullable LocalDate feeNotifiedOn,
		@Nullable LocalDate feePaidOn) {

	/// A question to a third party (article 32) or to another agency (article 34).
	///
	/// @param number within the case, from 1; a struck consultation's number is not used
	/// again
	record Consultation(int number, boolean thirdParty, LocalDate askedOn, @Nullable LocalDate answeredOn) {
	}

	static Procedure none() {
		return new Procedure(null, null, null, List.of(), false, null, null, null, null);
	}

	/// The procedure of an answer that was ordered anew: everything may be done once
	/// more; who was consulted stays consulted.
	Procedure again() {
		return new Procedure(null, null, null, this.consultations, false, null, null, null, null);
	}

	boolean askedThirdParty() {
		return this.consultations.stream().anyMatch(Consultation::thirdParty);
	}

	Procedure correctionRequested(LocalDate on, LocalDate dueOn) {
		return new Procedure(on, dueOn, null, this.consultations, this.extended, this.reasonsAskedOn,
				this.reasonsSuppliedOn, this.feeNotifiedOn, this.feePaidOn);
	}

	Procedure correctionSupplied(LocalDate on) {
		return new Procedure(this.correctionNotifiedOn, this.correctionDueOn, on, this.consultations, this.extended,
				this.reasonsAskedOn, this.reasonsSuppliedOn, this.feeNotifiedOn, this.feePaidOn);
	}

	/// @return null when there is none of this number
	@Nullable Consultation consultation(int number) {
		return this.consultations.stream().filter((one) -> one.number() == number).findAny().orElse(null);
	}

	Procedure asked(int number, boolean thirdParty, LocalDate on) {
		List<Consultation> all = new ArrayList<>(this.consultations);
		all.add(new Consultation(number, thirdParty, on, null));
		return with(all);
	}

	Procedure answered(int number, LocalDate on) {
		return with(this.consultations.stream()
			.map((one) -> (one.number() == number) ? new Consultation(number, one.thirdParty(), one.askedOn(), on)
					: one)
			.toList());
	}

	Procedure withExtension() {
		return new Procedure(this.correctionNotifiedOn, this.correctionDueOn, this.correctionSuppliedOn,
				this.consultations, true, this.reasonsAskedOn, this.reasonsSuppliedOn, this.feeNotifiedOn,
				this.feePaidOn);
	}

	Procedure reasonsAsked(LocalDate on) {
		return new Procedure(this.correctionNotifiedOn, this.correctionDueOn, this.correctionSuppliedOn,
				this.consultations, this.extended, on, null, this.feeNotifiedOn, this.feePaidOn);
	}

	Procedure reasonsSupplied(LocalDate on) {
		return new Procedure(this.correctionNotifiedOn, this.correctionDueOn, this.correctionSuppliedOn,
				this.consultations, this.extended, this.reasonsAskedOn, on, this.feeNotifiedOn, this.feePaidOn);
	}

	Procedure feeNotified(LocalDate on) {
		return new Procedure(this.correctionNotifiedOn, this.correctionDueOn, this.correctionSuppliedOn,
				this.consultations, this.extended, this.reasonsAskedOn, this.reasonsSuppliedOn, on, null);
	}

	Procedure feePaid(LocalDate on) {
		return new Procedure(this.correctionNotifiedOn, this.correctionDueOn, this.correctionSuppliedOn,
				this.consultations, this.extended, this.reasonsAskedOn, this.reasonsSuppliedOn, this.feeNotifiedOn, on);
	}

	private Procedure with(List<Consultation> all) {
		return new Procedure(this.correctionNotifiedOn, this.correctionDueOn, this.correctionSuppliedOn,
				List.copyOf(all), this.extended, this.reasonsAskedOn, this.reasonsSuppliedOn, this.feeNotifiedOn,
				this.feePaidOn);
	}

}
