package org.gongkai.command.integration;

import java.util.ArrayList;
import java.util.List;

import org.gongkai.command.Circumstances;
import org.gongkai.command.Commands;
import org.gongkai.command.agency.Offices;
import org.gongkai.command.application.LoggedCases;
import org.gongkai.command.review.LoggedDisputes;

/// 台账导入: takes a register of applications, each row as the commands that the row tells of.
final class RegisterImport implements ImportKind {

	/// Rows in one transaction: enough to share the cost of making it durable, few enough
	/// to be made again for one that is refused.
	private static final int TOGETHER = 200;

	private final RegisterOptions options;

	private final Commands commands;

	private final LoggedCases cases;

	private final LoggedDisputes disputes;

	private final Offices offices;

	RegisterImport(RegisterOptions options, Commands commands, LoggedCases cases, LoggedDisputes disputes,
			Offices offices) {
		this.options = options;
		this.commands = commands;
		this.cases = cases;
		this.disputes = disputes;
		this.offices = offices;
	}

	@Override
	public void run(TableFile file, Circumstances by, String fileName, Import progress) {
		Survey<RegisterColumn> survey = Survey.of(file, RegisterColumn.class,
				List.of(RegisterColumn.AGENCY, RegisterColumn.APPLICATION_NO));
		progress.counted(survey.rows());
		RowByRow record = new RowByRow(this.commands, progress, survey.header(), by, fileName);
		List<RegisterEntry> batch = new ArrayList<>();
		Tally tally = new Tally();
		survey.read(file, (line) -> {
			try {
				survey.requireOnce(line);
				RegisterRow row = new RegisterRow(survey.header().cells(line));
				tally.count(row);
				batch.add(new RegisterEntry(line.number(), row, this.options, this.cases, this.disputes, this.offices));
			}
			catch (RowRefused ex) {
				progress.refused(survey.header(), line.number(), ex);
			}
			if (batch.size() == TOGETHER) {
				record.record(batch);
				batch.clear();
			}
		});
		record.record(batch);
		tally.notes().forEach(progress::note);
	}

	/// What a file tells that is not recorded as it stands there.
	private static final class Tally {

		private int fees;

		void count(RegisterRow row) {
			if (row.cell(RegisterColumn.FEE_YUAN) != null) {
				this.fees++;
			}
		}

		List<String> notes() {
			List<String> notes = new ArrayList<>();
			if (this.fees > 0) {
				notes.add(this.fees + "行含有收费，台账未载明收费方式，均记为按量计收。 " + this.fees
						+ " rows tell of a fee without its schedule; it is recorded as charged per page.");
			}
			return notes;
		}

	}

}
