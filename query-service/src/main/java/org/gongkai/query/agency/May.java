package org.gongkai.query.agency;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongkai.access.Caller;
import org.gongkai.access.Callers;
import org.gongkai.access.Records;
import org.gongkai.access.Rights;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// What who calls may open and do, as the table of rights says: by it a page shows its links and forms.
public final class May {

	private final @Nullable Caller caller = Callers.find();

	private final Agencies agencies;

	private @Nullable Map<String, String> parents;

	May(Agencies agencies) {
		this.agencies = agencies;
	}

	/// Whether for some agency or other.
	/// @param operation a row of the table: a command, or method and pattern of a page
	public boolean any(String operation) {
		return at(operation, null);
	}

	/// Whether for an agency.
	/// @param agency its code; null or blank for some or other
	public boolean at(String operation, @Nullable String agency) {
		return allows(operation, agency, false);
	}

	/// Whether for an agency and all below it.
	/// @param below whether they are meant too
	public boolean below(String operation, String agency, boolean below) {
		return allows(operation, agency, below);
	}

	/// Whether for some agency or other and all below it: only then a page offers to
	/// include them.
	public boolean anyBelow(String operation) {
		return this.agencies.all().stream().anyMatch((agency) -> below(operation, agency.code(), true));
	}

	/// Whether for a record.
	/// @param record its id; null for none, which nobody may
	public boolean of(String operation, @Nullable String record) {
		return record != null && at(operation, Records.agencyOf(record));
	}

	/// Those of some commands that may be given for an agency.
	public List<String> commands(List<String> commands, String agency) {
		return commands.stream().filter((command) -> at(command, agency)).toList();
	}

	/// The agencies for which something may be done.
	public List<Agencies.Agency> agencies(String operation) {
		return this.agencies.all().stream().filter((agency) -> at(operation, agency.code())).toList();
	}

	private boolean allows(String operation, @Nullable String agency, boolean below) {
		return this.caller != null && Rights.allows(operation, this.caller,
				(agency == null || agency.isBlank()) ? null : agency, below, (code) -> parents().get(code));
	}

	private Map<String, String> parents() {
		Map<String, String> known = this.parents;
		if (known == null) {
			known = new HashMap<>();
			for (Agencies.Agency agency : this.agencies.all()) {
				if (agency.parent() != null) {
					known.put(agency.code(), agency.parent());
				}
			}
			this.parents = known;
		}
		return known;
	}

	/// Hands it to every page.
	@ControllerAdvice
	static class OnEveryPage {

		private final Agencies agencies;

		OnEveryPage(Agencies agencies) {
			this.agencies = agencies;
		}

		@ModelAttribute
		void may(Model model) {
			model.addAttribute("may", this.agencies.may());
		}

	}

}
