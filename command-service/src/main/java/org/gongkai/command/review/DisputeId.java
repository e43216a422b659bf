package org.gongkai.command.review;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.gongkai.command.application.ApplicationId;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// Names a dispute: `review:` or `lawsuit:`, the code of the agency, a slash, 案号.
public final class DisputeId {

	private static final String REVIEW = "review:";

	private static final String LAWSUIT = "lawsuit:";

	private final String value;

	private DisputeId(String value) {
		this.value = value;
	}

	/// @throws Refused `malformed` for a code or number that cannot be
	public static DisputeId review(String agency, String disputeNo) {
		return new DisputeId(REVIEW + checked(agency + "/" + disputeNo));
	}

	/// @throws Refused `malformed` for a code or number that cannot be
	public static DisputeId lawsuit(String agency, String disputeNo) {
		return new DisputeId(LAWSUIT + checked(agency + "/" + disputeNo));
	}

	/// @throws Refused `malformed` for any other text
	@JsonCreator
	public static DisputeId of(String value) {
		String kind = value.startsWith(REVIEW) ? REVIEW : LAWSUIT;
		if (!value.startsWith(kind)) {
			throw new Refused(Rule.MALFORMED, "disputeId is `review:` or `lawsuit:`, agency code, slash, number");
		}
		return new DisputeId(kind + checked(value.substring(kind.length())));
	}

	/// Code of the agency whose act is attacked.
	public String agency() {
		return this.value.substring(this.value.indexOf(':') + 1, this.value.indexOf('/'));
	}

	/// Whether this is a review and no lawsuit.
	boolean isReview() {
		return this.value.startsWith(REVIEW);
	}

	/// @throws Refused `malformed` for a lawsuit
	static void requireReview(DisputeId id) {
		if (!id.isReview()) {
			throw new Refused(Rule.MALFORMED, "a review's id begins with `review:`");
		}
	}

	/// @throws Refused `malformed` for a review
	static void requireLawsuit(DisputeId id) {
		if (id.isReview()) {
			throw new Refused(Rule.MALFORMED, "a lawsuit's id begins with `lawsuit:`");
		}
	}

	/// The text form, which is also the name of the stream.
	@JsonValue
	public String value() {
		return this.value;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof DisputeId that && that.value.equals(this.value);
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	@Override
	public String toString() {
		return this.value;
	}

	/// A dispute's number has the form of an application's.
	private static String checked(String agencyAndNumber) {
		return ApplicationId.of(agencyAndNumber).value();
	}

}
