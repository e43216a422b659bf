package org.gongkai.command.integration;

import java.io.Serial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.command.Circumstances;
import org.gongkai.command.Command;
import org.gongkai.command.Commands;
import org.gongkai.command.report.PublishedReports;
import org.gongkai.events.Metadata;
import org.gongkai.statute.Refused;

/// Records rows many to a transaction, as if each had its own: a transaction in which a row is refused is taken back and
/// made again without it, so that the row leaves no trace and its neighbours stand. Rows of one call do not rest on each
/// other, or stand in the order in which they do.
final class RowByRow {

	private final Commands commands;

	private final Import progress;

	private final Header<?> header;

	private final Circumstances by;

	private final String fileName;

	/// A row that can be judged again and again until its transaction holds.
	interface Row {

		/// Its number in the file.
		int number();

		/// @return whether anything was added to the record
		/// @throws RowRefused if the row is refused
		boolean record(Commands.Door door);

		/// The command that begins what the row is about.
		Class<? extends Command> type();

		/// The code of the agency whose record it is.
		String agency();

		/// The column that names it in the file.
		ImportColumn named();

		/// Whether the refused row can be taken in another way, in which it is judged
		/// from
		/// now on.
		default boolean isTakenOtherwise(RowRefused why) {
			return false;
		}

	}

	/// A transaction was no more than a rehearsal.
	private static final class TakenBack extends RuntimeException {

		@Serial
		private static final long serialVersionUID = 1L;

		TakenBack() {
			super("a row was refused", null, false, false);
		}

	}

	RowByRow(Commands commands, Import progress, Header<?> header, Circumstances by, String fileName) {
		this.commands = commands;
		this.progress = progress;
		this.header = header;
		this.by = by;
		this.fileName = fileName;
	}

	/// Judges the rows, records those that may be, and counts each.
	void record(List<? extends Row> rows) {
		Map<Row, Boolean> added = new HashMap<>();
		Map<Row, RowRefused> refused = new HashMap<>();
		List<Row> left = new ArrayList<>(rows);
		while (!left.isEmpty()) {
			left = pass(left, added, refused);
		}
		for (Row row : rows) {
			RowRefused why = refused.get(row);
			if (why != null) {
				this.progress.refused(this.header, row.number(), why);
			}
			else if (Boolean.TRUE.equals(added.get(row))) {
				this.progress.recorded();
			}
			else {
				this.progress.unchanged();
			}
		}
	}

	/// One transaction.
	/// @return the rows that another one has to be made for
	private List<Row> pass(List<Row> rows, Map<Row, Boolean> added, Map<Row, RowRefused> refused) {
		List<Row> out = new ArrayList<>();
		List<Row> otherwise = new ArrayList<>();
		if (this.progress.dryRun()) {
			this.commands.rehearse(this.by, (door) -> judge(door, rows, added, refused, out, otherwise));
			return otherwise;
		}
		try {
			this.commands.together(this.by, (door) -> {
				out.clear();
				otherwise.clear();
				judge(door, rows, added, refused, out, otherwise);
				if (!out.isEmpty() || !otherwise.isEmpty()) {
					throw new TakenBack();
				}
				return rows;
			});
			return List.of();
		}
		catch (TakenBack _) {
			return rows.stream().filter((row) -> !out.contains(row)).toList();
		}
	}

	private List<Row> judge(Commands.Door door, List<Row> rows, Map<Row, Boolean> added, Map<Row, RowRefused> refused,
			List<Row> out, List<Row> otherwise) {
		for (Row row : rows) {
			try {
				added.put(row, record(door, row));
			}
			catch (RowRefused ex) {
				if (row.isTakenOtherwise(ex)) {
					otherwise.add(row);
				}
				else {
					out.add(row);
					refused.put(row, ex);
				}
			}
		}
		return rows;
	}

	/// Before the row is compared with the record, which may be another agency's: what
	/// differs is told.
	private static void requireAllowed(Commands.Door door, Row row) {
		try {
			door.requireAllowed(row.type(), row.agency());
		}
		catch (Refused ex) {
			throw new RowRefused(RowRefused.Cell.of(row.named(), ex));
		}
	}

	/// A row is one act: what it changes of what is published is judged at its end.
	private boolean record(Commands.Door door, Row row) {
		Circumstances ofRow = this.by
			.with(Map.of(Metadata.IMPORT_FILE, this.fileName, Metadata.IMPORT_ROW, Integer.toString(row.number())));
		try {
			return door.asOne(ofRow, (one) -> {
				requireAllowed(one, row);
				return row.record(one);
			});
		}
		catch (Refused ex) {
			List<PublishedReports.Change> changes = PublishedReports.toldBy(ex);
			throw new RowRefused(changes.isEmpty() ? RowRefused.Cell.of(row.named(), ex)
					: RowRefused.Cell.of(row.named(), ex, changes));
		}
	}

}
