package org.gongkai.command.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.gongkai.access.Caller;
import org.gongkai.command.CommandMeters;
import org.gongkai.command.report.PublishedReports;
import org.jspecify.annotations.Nullable;

/// How far one import is, and what was found. Kept in memory: after a restart the same file is simply imported again.
public final class Import {

	/// Most findings that are listed; more are only counted.
	static final int MOST_FINDINGS = 5_000;

	private final String id;

	private final boolean dryRun;

	private final List<Finding> findings = new ArrayList<>();

	private final List<String> notes = new ArrayList<>();

	private State state = State.RUNNING;

	private final Caller starter;

	private final CommandMeters meters;

	private int rows;

	private int recorded;

	private int unchanged;

	private int refused;

	private @Nullable Problem problem;

	/// @param starter who handed the file in, and alone is told what was found in it
	/// @param meters count the rows, other than those of a rehearsal
	Import(String id, boolean dryRun, Caller starter, CommandMeters meters) {
		this.starter = starter;
		this.meters = meters;
		this.id = id;
		this.dryRun = dryRun;
	}

	/// Whether an import goes on.
	enum State {

		/// Waiting for its turn, or at work.
		RUNNING,
		/// Every row was judged.
		DONE,
		/// The file was refused as a whole, or the server failed; what was recorded
		/// before
		/// that stays.
		FAILED

	}

	/// What is wrong with one cell.
	///
	/// @param row within the file, the header being row 1
	/// @param column its title in the file
	/// @param code the rule in kebab-case
	/// @param article where the rule comes from; empty for a rule of record keeping
	/// @param zh what is wrong, in Chinese
	/// @param en the same in English
	/// @param changes the published numbers that the row would change; null for none
	public record Finding(int row, String column, String code, String article, String zh, String en,
			@Nullable List<PublishedReports.Change> changes) {
	}

	/// Why nothing more of a file was recorded.
	///
	/// @param code the rule in kebab-case; `internal` for a defect of the server
	/// @param article where the rule comes from; empty for a rule of record keeping
	/// @param title what is wrong, in Chinese
	/// @param detail the same in English
	public record Problem(String code, String article, String title, String detail) {
	}

	/// An import at one moment.
	///
	/// @param state `running`, `done` or `failed`
	/// @param rows of the file, without its header; 0 until they are counted
	/// @param processed rows judged so far
	/// @param recorded rows that added to the record, or would
	/// @param unchanged rows that the record has already
	/// @param refused rows of which nothing was recorded
	/// @param findings why, cell by cell
	/// @param notes what else there is to know
	public record View(String id, String state, boolean dryRun, int rows, int processed, int recorded, int unchanged,
			int refused, List<Finding> findings, List<String> notes, @Nullable Problem problem) {
	}

	/// Whether somebody may ask for it: who started it, and the owner of the folder.
	boolean isOf(Caller caller) {
		return caller.isOperator() || caller.has(String.valueOf(this.starter.account()));
	}

	boolean dryRun() {
		return this.dryRun;
	}

	synchronized View view() {
		return new View(this.id, this.state.name().toLowerCase(Locale.ROOT), this.dryRun, this.rows,
				this.recorded + this.unchanged + this.refused, this.recorded, this.unchanged, this.refused,
				List.copyOf(this.findings), List.copyOf(this.notes), this.problem);
	}

	synchronized void counted(int rows) {
		this.rows = rows;
	}

	synchronized void recorded() {
		this.recorded++;
		meter("recorded");
	}

	synchronized void unchanged() {
		this.unchanged++;
		meter("unchanged");
	}

	private void meter(String outcome) {
		if (!this.dryRun) {
			this.meters.row(outcome);
		}
	}

	synchronized void refused(Header<?> header, int row, RowRefused why) {
		this.refused++;
		if (!this.dryRun) {
			this.meters.rowRefused(why.cells().getFirst().rule());
		}
		for (RowRefused.Cell cell : why.cells()) {
			if (this.findings.size() == MOST_FINDINGS) {
				return;
			}
			this.findings.add(new Finding(row, header.title(cell.column()), cell.rule().code(), cell.rule().article(),
					cell.chinese(), cell.english(), cell.changes().isEmpty() ? null : cell.changes()));
			if (this.findings.size() == MOST_FINDINGS) {
				note("问题太多，只列出前" + MOST_FINDINGS + "项。 Only the first " + MOST_FINDINGS + " findings are listed.");
			}
		}
	}

	synchronized void note(String note) {
		this.notes.add(note);
	}

	synchronized void done() {
		this.state = State.DONE;
	}

	synchronized void failed(Problem problem) {
		this.problem = problem;
		this.state = State.FAILED;
	}

}
