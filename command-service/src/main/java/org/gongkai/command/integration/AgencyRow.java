package org.gongkai.command.integration;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.gongkai.command.Command;
import org.gongkai.command.Commands;
import org.gongkai.command.agency.AgencyCode;
import org.gongkai.command.agency.Office;
import org.gongkai.command.agency.Offices;
import org.gongkai.command.agency.RegisterAgency;
import org.gongkai.events.agency.AgencyKind;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// One agency of a list on its way into the record.
///
/// @param number of the row in the file
record AgencyRow(int number, Map<AgencyColumn, String> cells, Offices offices) implements RowByRow.Row {

	/// The day from which an agency exists when the list does not tell it: the founding
	/// of
	/// the state, before which no register begins.
	static final LocalDate SINCE_EVER = LocalDate.of(1949, 10, 1);

	AgencyRow {
		cells = Map.copyOf(cells);
	}

	String code() {
		return Objects.requireNonNull(this.cells.get(AgencyColumn.CODE));
	}

	@Nullable String parent() {
		return this.cells.get(AgencyColumn.PARENT);
	}

	@Override
	public Class<? extends Command> type() {
		return RegisterAgency.class;
	}

	@Override
	public String agency() {
		return Objects.requireNonNullElse(parent(), code());
	}

	@Override
	public ImportColumn named() {
		return AgencyColumn.CODE;
	}

	@Override
	public boolean record(Commands.Door door) {
		AgencyCode code = code(AgencyColumn.CODE, code());
		if (this.offices.find(code.value()) instanceof Office.Registered office) {
			requireSame(office);
			return false;
		}
		String parent = parent();
		String registeredOn = this.cells.get(AgencyColumn.REGISTERED_ON);
		RegisterAgency command = new RegisterAgency(code, Objects.requireNonNull(this.cells.get(AgencyColumn.NAME)),
				AgencyKind.valueOf(Objects.requireNonNull(this.cells.get(AgencyColumn.KIND)).toUpperCase(Locale.ROOT)),
				(parent == null) ? null : code(AgencyColumn.PARENT, parent),
				(registeredOn == null) ? SINCE_EVER : LocalDate.parse(registeredOn));
		try {
			door.handle(command);
		}
		catch (Refused ex) {
			throw new RowRefused(RowRefused.Cell.of(switch (ex.rule()) {
				case UNKNOWN_AGENCY, AGENCY_CLOSED -> AgencyColumn.PARENT;
				case FUTURE_DAY -> AgencyColumn.REGISTERED_ON;
				default -> AgencyColumn.CODE;
			}, ex));
		}
		return true;
	}

	private void requireSame(Office.Registered office) {
		same(AgencyColumn.NAME, office.name());
		same(AgencyColumn.KIND, office.kind().name().toLowerCase(Locale.ROOT));
		same(AgencyColumn.PARENT, Objects.requireNonNullElse(office.parent(), ""));
		if (this.cells.containsKey(AgencyColumn.REGISTERED_ON)) {
			same(AgencyColumn.REGISTERED_ON, office.registeredOn().toString());
		}
	}

	private void same(AgencyColumn column, String recorded) {
		String told = this.cells.getOrDefault(column, "");
		if (!told.equals(recorded)) {
			throw new RowRefused(new RowRefused.Cell(column, Rule.IMPORT_CONFLICT,
					column.chinese() + "与已登记的内容不一致：已登记“" + recorded + "”",
					column.header() + " is recorded as \"" + recorded + "\", not \"" + told + "\""));
		}
	}

	private static AgencyCode code(AgencyColumn column, String text) {
		try {
			return new AgencyCode(text);
		}
		catch (Refused ex) {
			throw new RowRefused(RowRefused.Cell.of(column, ex));
		}
	}

}
