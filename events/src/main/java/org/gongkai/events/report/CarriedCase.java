package org.gongkai.events.report;

import org.gongkai.events.application.ApplicantKind;

/// 结转的申请: a case behind a carry-over.
///
/// @param applicationId the case
/// @param applicantKind the column of table three it is counted in
public record CarriedCase(String applicationId, ApplicantKind applicantKind) {
}
