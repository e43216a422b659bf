package org.gongkai.command.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.gongkai.command.Circumstances;
import org.gongkai.command.Commands;

/// 文件目录、统计数导入: takes a list of proactive disclosure whose rows do not rest on each other.
final class DisclosureImport<C extends Enum<C> & ImportColumn> implements ImportKind {

	/// Rows in one transaction, as in [RegisterImport].
	private static final int TOGETHER = 200;

	private final Class<C> columns;

	private final List<C> keys;

	private final Taking<C> taking;

	private final Commands commands;

	/// How a row of the list is taken.
	@FunctionalInterface
	interface Taking<C> {

		RowByRow.Row row(int number, Map<C, String> cells);

	}

	/// @param keys the columns that name a row together
	DisclosureImport(Class<C> columns, List<C> keys, Taking<C> taking, Commands commands) {
		this.columns = columns;
		this.keys = keys;
		this.taking = taking;
		this.commands = commands;
	}

	@Override
	public void run(TableFile file, Circumstances by, String fileName, Import progress) {
		Survey<C> survey = Survey.of(file, this.columns, this.keys);
		progress.counted(survey.rows());
		RowByRow record = new RowByRow(this.commands, progress, survey.header(), by, fileName);
		List<RowByRow.Row> batch = new ArrayList<>();
		survey.read(file, (line) -> {
			try {
				survey.requireOnce(line);
				batch.add(this.taking.row(line.number(), survey.header().cells(line)));
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
	}

}
