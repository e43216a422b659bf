package org.gongkai.statute.report;

import java.util.Locale;
import java.util.stream.Stream;

import org.gongkai.events.application.ApplicantKind;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// 申请人情况: the seven columns of table three, in the order of the form.
public enum Column {

	/// 自然人.
	NATURAL_PERSON("自然人", false),
	/// 商业企业.
	BUSINESS("商业企业", true),
	/// 科研机构.
	RESEARCH("科研机构", true),
	/// 社会公益组织.
	SOCIAL_WELFARE("社会公益组织", true),
	/// 法律服务机构.
	LEGAL_SERVICE("法律服务机构", true),
	/// 其他.
	OTHER_ORG("其他", true),
	/// 总计, the sum of the six.
	TOTAL("总计", false);

	/// 法人或其他组织: the heading above the five columns of organisations.
	public static final String ORGANISATIONS = "法人或其他组织";

	private final String label;

	private final boolean organisation;

	Column(String label, boolean organisation) {
		this.label = label;
		this.organisation = organisation;
	}

	/// The heading on the form.
	public String label() {
		return this.label;
	}

	/// Whether the column stands under 法人或其他组织.
	public boolean isOrganisation() {
		return this.organisation;
	}

	/// The applicants counted in this column; null for the total.
	public @Nullable ApplicantKind applicantKind() {
		return (this != TOTAL) ? ApplicantKind.values()[ordinal()] : null;
	}

	/// The column of a kind of applicant.
	public static Column of(ApplicantKind kind) {
		return values()[kind.ordinal()];
	}

	/// The column of a name on the wire.
	/// @throws Refused with [Rule#UNKNOWN_CELL]
	public static Column ofJson(String name) {
		return Stream.of(values())
			.filter((column) -> column.jsonName().equals(name))
			.findFirst()
			.orElseThrow(() -> new Refused(Rule.UNKNOWN_CELL, "table three has no such column"));
	}

	/// The name on the wire: `natural_person`.
	public String jsonName() {
		return name().toLowerCase(Locale.ROOT);
	}

}
