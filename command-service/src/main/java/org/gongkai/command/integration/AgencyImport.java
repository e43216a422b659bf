package org.gongkai.command.integration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.gongkai.command.Circumstances;
import org.gongkai.command.Commands;
import org.gongkai.command.agency.Offices;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// 机关代码表导入: registers the agencies of a list, each after the one responsible for it, in whatever order they stand.
final class AgencyImport implements ImportKind {

	/// Most agencies of a list, which is recorded in one transaction.
	static final int MOST = 20_000;

	private final Commands commands;

	private final Offices offices;

	AgencyImport(Commands commands, Offices offices) {
		this.commands = commands;
		this.offices = offices;
	}

	@Override
	public void run(TableFile file, Circumstances by, String fileName, Import progress) {
		Survey<AgencyColumn> survey = Survey.of(file, AgencyColumn.class, List.of(AgencyColumn.CODE));
		if (survey.rows() > MOST) {
			throw new FileRefused(Rule.TOO_LONG, "机关代码表最多" + MOST + "行",
					"a list of agencies has at most " + MOST + " rows");
		}
		progress.counted(survey.rows());
		Map<String, AgencyRow> rows = new LinkedHashMap<>();
		survey.read(file, (line) -> {
			try {
				survey.requireOnce(line);
				AgencyRow row = new AgencyRow(line.number(), survey.header().cells(line), this.offices);
				rows.put(row.code(), row);
			}
			catch (RowRefused ex) {
				progress.refused(survey.header(), line.number(), ex);
			}
		});
		new RowByRow(this.commands, progress, survey.header(), by, fileName)
			.record(parentsFirst(rows, survey.header(), progress));
	}

	/// Rows that are responsible for themselves in a circle are refused here, since no
	/// order of theirs could be recorded.
	private static List<AgencyRow> parentsFirst(Map<String, AgencyRow> rows, Header<AgencyColumn> header,
			Import progress) {
		List<AgencyRow> ordered = new ArrayList<>();
		Set<String> placed = new HashSet<>();
		Map<String, List<AgencyRow>> waiting = new LinkedHashMap<>();
		List<AgencyRow> ready = new ArrayList<>();
		for (AgencyRow row : rows.values()) {
			String parent = row.parent();
			if (parent != null && rows.containsKey(parent)) {
				waiting.computeIfAbsent(parent, (_) -> new ArrayList<>()).add(row);
			}
			else {
				ready.add(row);
			}
		}
		while (!ready.isEmpty()) {
			AgencyRow row = ready.removeLast();
			ordered.add(row);
			placed.add(row.code());
			ready.addAll(waiting.getOrDefault(row.code(), List.of()));
		}
		for (AgencyRow row : rows.values()) {
			if (!placed.contains(row.code())) {
				progress.refused(header, row.number(), new RowRefused(RowRefused.Cell.of(AgencyColumn.PARENT,
						new Refused(Rule.AGENCY_CYCLE, "the agencies above this one lead back into a circle"))));
			}
		}
		return ordered;
	}

}
