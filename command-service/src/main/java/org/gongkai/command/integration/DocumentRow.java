package org.gongkai.command.integration;

import org.gongkai.command.Command;
import org.gongkai.command.Commands;
import org.gongkai.command.disclosure.DocumentState;
import org.gongkai.command.disclosure.DocumentState.InForce;
import org.gongkai.command.disclosure.DocumentState.None;
import org.gongkai.command.disclosure.DocumentState.Repealed;
import org.gongkai.command.disclosure.DocumentState.Struck;
import org.gongkai.command.disclosure.LoggedDisclosures;
import org.gongkai.command.disclosure.MakeDocument;
import org.gongkai.command.disclosure.RecordId;
import org.gongkai.command.disclosure.RepealDocument;
import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.RepealWay;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;

/// One document of a list on its way into the record: made, and repealed where the list tells it. A document that was in
/// force may be told as repealed later.
record DocumentRow(int number, DisclosureCells<DocumentColumn> cells,
		LoggedDisclosures disclosures) implements RowByRow.Row {

	@Override
	public Class<? extends Command> type() {
		return MakeDocument.class;
	}

	@Override
	public String agency() {
		return this.cells.needed(DocumentColumn.AGENCY);
	}

	@Override
	public ImportColumn named() {
		return DocumentColumn.NUMBER;
	}

	@Override
	public boolean record(Commands.Door door) {
		RecordId id = this.cells.id(DocumentColumn.AGENCY, DocumentColumn.NUMBER,
				this.cells.needed(DocumentColumn.NUMBER));
		return switch (this.disclosures.document(id)) {
			case None _ -> {
				make(door);
				repeal(door, id);
				yield true;
			}
			case InForce standing -> {
				requireSame(standing.text());
				yield repeal(door, id);
			}
			case Repealed repealed -> {
				requireSame(repealed.text());
				String day = this.cells.text(DocumentColumn.REPEALED_ON);
				if (day != null) {
					this.cells.same(DocumentColumn.REPEALED_ON, day, repealed.repealedOn().toString());
				}
				yield false;
			}
			case Struck _ -> throw new RowRefused(RowRefused.Cell.of(DocumentColumn.NUMBER,
					new Refused(Rule.DISCLOSURE_STRUCK, "the record was struck")));
		};
	}

	private void make(Commands.Door door) {
		this.cells.told(() -> door.handle(new MakeDocument(this.cells.needed(DocumentColumn.AGENCY),
				this.cells.word(DocumentColumn.KIND, DocumentKind.class), this.cells.needed(DocumentColumn.NUMBER),
				this.cells.needed(DocumentColumn.TITLE), this.cells.day(DocumentColumn.MADE_ON), opening())),
				(rule) -> switch (rule) {
					case UNKNOWN_AGENCY, AGENCY_CLOSED -> DocumentColumn.AGENCY;
					case REGULATION_POWER -> DocumentColumn.KIND;
					case OPENING_STOCK -> DocumentColumn.OPENING;
					case FUTURE_DAY -> DocumentColumn.MADE_ON;
					default -> DocumentColumn.NUMBER;
				});
	}

	/// @return whether the row tells of a repeal
	private boolean repeal(Commands.Door door, RecordId id) {
		if (this.cells.text(DocumentColumn.REPEALED_ON) == null) {
			return false;
		}
		RepealWay way = (this.cells.text(DocumentColumn.REPEAL_WAY) == null) ? RepealWay.REPEALED
				: this.cells.word(DocumentColumn.REPEAL_WAY, RepealWay.class);
		this.cells.told(() -> door.handle(new RepealDocument(id, this.cells.day(DocumentColumn.REPEALED_ON), way)),
				(_) -> DocumentColumn.REPEALED_ON);
		return true;
	}

	private void requireSame(DocumentState.Text recorded) {
		this.cells.same(DocumentColumn.KIND, this.cells.needed(DocumentColumn.KIND),
				recorded.kind().name().toLowerCase(java.util.Locale.ROOT));
		this.cells.same(DocumentColumn.TITLE, this.cells.needed(DocumentColumn.TITLE), recorded.title());
		this.cells.same(DocumentColumn.MADE_ON, this.cells.needed(DocumentColumn.MADE_ON),
				recorded.madeOn().toString());
		this.cells.same(DocumentColumn.OPENING, Boolean.toString(opening()), Boolean.toString(recorded.opening()));
	}

	private boolean opening() {
		return Boolean.parseBoolean(this.cells.text(DocumentColumn.OPENING));
	}

}
