package org.gongkai.query.application;

import java.util.List;

/// One case as the clerk has it on the desk, read from the log.
///
/// @param entries everything that was recorded
/// @param view what holds
/// @param standing what has been done and may come next
record CaseFile(List<CaseHistory.Entry> entries, CaseView view, Standing standing) {
}
