package org.gongkai.query.report;

import org.gongkai.access.Scoped;
import org.gongkai.query.AsOf;
import org.gongkai.query.agency.Agencies;
import org.gongkai.query.desk.CellName;
import org.gongkai.statute.report.Column;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// 结转桥, and an edition beside what it would be today.
@Controller
class ReportChangesConsole {

	private final CarryOverBridge bridge;

	private final EditionComparison comparison;

	private final Editions editions;

	private final Agencies agencies;

	private final AsOf asOf;

	ReportChangesConsole(CarryOverBridge bridge, EditionComparison comparison, Editions editions, Agencies agencies,
			AsOf asOf) {
		this.bridge = bridge;
		this.comparison = comparison;
		this.editions = editions;
		this.agencies = agencies;
		this.asOf = asOf;
	}

	/// @param withSubordinates as last year's report has it where it is not told
	@GetMapping("/reports/{agency}/{year}/bridge")
	String bridge(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year,
			@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam @Nullable Boolean withSubordinates, Model model) {
		boolean all = (withSubordinates != null) ? withSubordinates
				: this.editions.latest(agency, year - 1).map(Editions.Edition::withSubordinates).orElse(false);
		model.addAttribute("agency", this.agencies.get(agency));
		model.addAttribute("bridge", this.bridge.shown(agency, year, all, null));
		model.addAttribute("columns", new ColumnWords());
		model.addAttribute("asOf", this.asOf.now());
		return "report/bridge";
	}

	@GetMapping("/reports/{agency}/{year}/editions/{edition}/comparison")
	String comparison(@Scoped(Scoped.Kind.AGENCY) @PathVariable String agency, @PathVariable int year,
			@PathVariable int edition, Model model) {
		model.addAttribute("agency", this.agencies.get(agency));
		model.addAttribute("comparison", this.comparison.of(this.editions.get(agency, year, edition), null));
		model.addAttribute("cells", new CellWords());
		model.addAttribute("asOf", this.asOf.now());
		return "report/comparison";
	}

	/// The heads of table three.
	static final class ColumnWords {

		/// @param name on the wire; null for a case that is not there
		public String of(@Nullable String name) {
			return (name == null) ? "无" : Column.ofJson(name).label();
		}

	}

	/// The cells of the tables.
	static final class CellWords {

		public CellName of(EditionComparison.Difference cell) {
			return CellName.of(cell.table(), cell.row(), cell.column());
		}

	}

}
