package org.gongkai.query.desk;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Beside which field of a form a broken rule is told, where the refusal does not name the field itself.
final class Places {

	private static final List<String> DAYS = List.of("notifiedOn", "suppliedOn", "askedOn", "answeredOn", "paidOn",
			"lapsedOn", "decidedOn", "deliveredOn", "withdrawnOn", "transferredOn", "orderedOn", "receivedOn",
			"concludedOn", "openedOn");

	private static final List<String> RECORD_DAYS = List.of("reviewedOn", "publishedOn", "correctedOn", "amendedOn",
			"repealedOn", "to", "dueOn", "madeOn");

	private static final List<String> CONCLUSION_DAYS = List.of("lapsedOn", "decidedOn", "withdrawnOn", "concludedOn");

	private static final List<String> OUTCOME = List.of("outcome");

	private static final Map<String, List<String>> BY_CODE = Map.ofEntries(
			Map.entry("receipt-day", List.of("receivedOn")), Map.entry("before-receipt", DAYS),
			Map.entry("day-order", DAYS), Map.entry("before-ledger", CONCLUSION_DAYS),
			Map.entry("application-exists", List.of("applicationNo")),
			Map.entry("unknown-agency", List.of("agency", "toAgency", "parent")),
			Map.entry("agency-closed", List.of("toAgency", "agency", "receivedOn")),
			Map.entry("agency-exists", List.of("code")), Map.entry("agency-cycle", List.of("parent")),
			Map.entry("ledger-opens-on-new-years-day", List.of("openedOn")),
			Map.entry("calendar-day", List.of("daysOff")), Map.entry("correction-term", List.of("dueOn")),
			Map.entry("correction-term-running", List.of("lapsedOn")),
			Map.entry("fee-term-running", List.of("lapsedOn")), Map.entry("delayed-term", List.of("replyBy")),
			Map.entry("extension-too-long", List.of("workingDays")),
			Map.entry("extension-without-reason", List.of("reason")), Map.entry("fee-amount", List.of("amountYuan")),
			Map.entry("consultation-unknown", List.of("consultation")),
			Map.entry("consultation-answered", List.of("consultation")),
			Map.entry("third-party-not-consulted", OUTCOME), Map.entry("correction-not-supplied", OUTCOME),
			Map.entry("reasons-not-asked", OUTCOME), Map.entry("outcome-by-lapse", OUTCOME),
			Map.entry("withheld-parts", OUTCOME), Map.entry("transfer-outside-organ", List.of("toAgency")),
			Map.entry("transfer-across-years", List.of("transferredOn")),
			Map.entry("entry-unknown", List.of("struckSequence")), Map.entry("entry-needed", List.of("struckSequence")),
			Map.entry("unknown-dispute", List.of("disputeId", "reviewId")),
			Map.entry("unknown-application", List.of("applicationId")),
			Map.entry("dispute-exists", List.of("disputeNo")),
			Map.entry("dispute-of-another", List.of("reviewId", "applicationId")),
			Map.entry("no-reply-yet", List.of("against")),
			Map.entry("before-filing", List.of("concludedOn", "withdrawnOn")),
			Map.entry("disclosure-exists", List.of("informationNo", "documentNo", "tallyNo")),
			Map.entry("disclosure-day-order", RECORD_DAYS), Map.entry("review-contradiction", List.of("result")),
			Map.entry("already-published", List.of("channel")), Map.entry("regulation-power", List.of("kind")),
			Map.entry("opening-stock", List.of("madeOn")), Map.entry("not-repealed", List.of("part", "repealedOn")),
			Map.entry("tally-across-years", List.of("to")), Map.entry("tally-value", List.of("count")),
			Map.entry("report-year-running", List.of("publishedOn")),
			Map.entry("redecision-not-ordered", List.of("disputeId")));

	private Places() {
	}

	/// The name of an input; null if the rule concerns the form as a whole.
	static @Nullable String of(String code, @Nullable String field, Form form) {
		List<String> names = form.inputs().stream().map(Input::name).toList();
		if (field != null) {
			String within = field + ".";
			return names.stream()
				.filter((name) -> name.equals(field) || name.startsWith(within))
				.findFirst()
				.orElse(null);
		}
		return BY_CODE.getOrDefault(code, List.of()).stream().filter(names::contains).findFirst().orElse(null);
	}

}
