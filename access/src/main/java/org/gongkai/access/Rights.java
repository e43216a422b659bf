package org.gongkai.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.gongkai.events.access.Role;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

import static org.gongkai.events.access.Role.ADMINISTRATOR;
import static org.gongkai.events.access.Role.APPROVER;
import static org.gongkai.events.access.Role.CLERK;
import static org.gongkai.events.access.Role.INSPECTOR;
import static org.gongkai.events.access.Role.REVIEWER;
import static org.gongkai.events.access.Role.STATISTICIAN;
import static org.gongkai.events.access.Role.SYSTEM;

/// 权限表: every command and every endpoint, who may use it and for which agencies. What stands in no row is allowed to
/// nobody. `docs/rights.md` is this table.
public final class Rights {

	/// 台账: who sees cases and disputes, and with them people.
	private static final Role[] PEOPLE = { CLERK, REVIEWER, APPROVER, STATISTICIAN, INSPECTOR };

	/// Numbers and the office's own records, which are of no person.
	private static final Role[] RECORDS = { CLERK, REVIEWER, APPROVER, STATISTICIAN, INSPECTOR, SYSTEM };

	/// 更正办理结果: what `rectify-record` needs beside its own row where it changes an
	/// outcome.
	public static final String OUTCOME = "rectify-outcome";

	private static final Map<String, Right> ROWS = new LinkedHashMap<>();

	static {
		commands();
		calls();
		queries();
		pages();
	}

	private Rights() {
	}

	/// The table in the order of its sections.
	public static Collection<Right> rows() {
		return ROWS.values();
	}

	/// The grants by which a caller may do something.
	/// @param agency null where none is named
	/// @param withSubordinates whether what is below it is meant too
	/// @throws Refused `not-allowed` if there is none
	public static List<Grant> require(String operation, Caller caller, @Nullable String agency,
			boolean withSubordinates, Hierarchy hierarchy) {
		Right right = ROWS.get(operation);
		List<Grant> grants = (right == null) ? List.of() : right.by(caller, agency, withSubordinates, hierarchy);
		if (grants.isEmpty()) {
			throw new Refused(Rule.NOT_ALLOWED, (agency == null) ? "no role of this account allows that"
					: "no role of this account allows that here");
		}
		return grants;
	}

	/// Whether a caller may do something.
	/// @param agency null for some agency or other
	/// @param withSubordinates whether what is below it is meant too
	/// @throws IllegalArgumentException if the table has no such row
	public static boolean allows(String operation, Caller caller, @Nullable String agency, boolean withSubordinates,
			Hierarchy hierarchy) {
		Right right = ROWS.get(operation);
		if (right == null) {
			throw new IllegalArgumentException("the table of rights has no row " + operation);
		}
		return !right.by(caller, agency, withSubordinates, hierarchy).isEmpty();
	}

	/// The grants by which a caller may do something for some agency; empty for none.
	static List<Grant> grants(String operation, Caller caller) {
		Right right = ROWS.get(operation);
		return (right == null) ? List.of() : right.by(caller, null, false, (_) -> null);
	}

	private static void commands() {
		// 依申请公开
		row(Reach.AGENCY, List.of(CLERK), "receive-application", "request-correction", "supply-correction",
				"lapse-correction", "consult-third-party", "record-third-party-opinion", "consult-agency",
				"record-agency-opinion", "extend-deadline", "ask-for-reasons", "supply-reasons", "delay-reply",
				"issue-fee-notice", "record-fee-payment", "lapse-fee", "deliver-reply", "withdraw-application",
				"transfer-application", "order-redecision", "strike-entry");
		row(Reach.AGENCY, List.of(CLERK, APPROVER), "rectify-record");
		row(Reach.AGENCY, List.of(APPROVER), OUTCOME);
		row(Reach.AGENCY, List.of(CLERK, REVIEWER), "draft-decision");
		row(Reach.AGENCY, List.of(REVIEWER, APPROVER), "return-draft");
		row(Reach.AGENCY, List.of(APPROVER), "decide-application", "redecide-application");
		// 复议、诉讼
		row(Reach.AGENCY, List.of(CLERK), "file-review", "conclude-review", "withdraw-review", "file-lawsuit",
				"conclude-lawsuit", "withdraw-lawsuit", "rectify-dispute", "strike-dispute-entry");
		// 主动公开
		row(Reach.AGENCY, List.of(CLERK), "draft-information", "correct-information", "withdraw-information",
				"strike-information", "make-document", "amend-document", "repeal-document", "rectify-document",
				"strike-document", "record-tally", "rectify-tally", "strike-tally");
		row(Reach.AGENCY, List.of(REVIEWER, APPROVER), "review-information");
		row(Reach.AGENCY, List.of(CLERK, APPROVER), "publish-information");
		// 年度报告
		row(Reach.AGENCY, List.of(STATISTICIAN), "open-report", "write-section", "submit-report");
		row(Reach.AGENCY, List.of(REVIEWER, APPROVER), "return-report");
		row(Reach.AGENCY, List.of(APPROVER), "approve-report", "publish-report", "reopen-report");
		// 删除个人信息
		row(Reach.AGENCY, List.of(APPROVER), "erase-applicant", "erase-party");
		// 监督检查
		row(Reach.AGENCY, List.of(INSPECTOR), "open-finding", "close-finding");
		row(Reach.AGENCY, List.of(CLERK, REVIEWER, APPROVER, STATISTICIAN), "answer-finding");
		// 机关、工作日历
		row(Reach.AGENCY, List.of(ADMINISTRATOR), "register-agency", "rename-agency", "reparent-agency", "open-ledger",
				"close-agency");
		row(Reach.AGENCY, List.of(ADMINISTRATOR, STATISTICIAN), "choose-dispute-counting");
		row(Reach.HOUSE, List.of(ADMINISTRATOR), "announce-calendar");
	}

	private static void calls() {
		row(Reach.ANY, List.of(Role.values()), "POST /api/commands/{name}", "POST /api/commands/{name}/preview");
		row(Reach.AGENCY, List.of(CLERK), "POST /api/imports/applications", "POST /api/imports/documents",
				"POST /api/imports/tallies");
		row(Reach.AGENCY, List.of(ADMINISTRATOR), "POST /api/imports/agencies");
		row(Reach.ANY, List.of(CLERK, ADMINISTRATOR), "GET /api/imports/{id}");
		row(Reach.HOUSE, List.of(INSPECTOR, ADMINISTRATOR, SYSTEM), "POST /api/checkpoints/{size}/cosignatures");
		row(Reach.HOUSE, List.of(ADMINISTRATOR), "POST /api/keys/rotation", "POST /api/stream/emissions");
		row(Reach.HOUSE, List.of(ADMINISTRATOR), "GET /api/accounts", "POST /api/accounts",
				"POST /api/accounts/{account}/grants", "POST /api/accounts/{account}/revocations",
				"POST /api/accounts/{account}/lock", "POST /api/accounts/{account}/unlock",
				"POST /api/accounts/{account}/reset");
	}

	private static void queries() {
		row(Reach.AGENCY, List.of(PEOPLE), "GET /api/applications", "POST /api/applications/search",
				"POST /api/disputes/search", "GET /api/application", "GET /api/application/history",
				"GET /api/application/deadline", "GET /api/disputes", "GET /api/dispute", "GET /api/dispute/history",
				"GET /api/reports/{agency}/{year}/table-three/cases",
				"GET /api/reports/{agency}/{year}/table-four/disputes", "GET /api/audit/register",
				"GET /api/audit/case", "GET /api/audit/difference", "GET /api/audit/explanation",
				"GET /api/audit/cells/{agency}/{year}", "GET /api/audit/findings", "GET /api/audit/sample",
				"GET /api/audit/evidence", "GET /api/audit/evidence/{agency}/{year}", "GET /api/proofs");
		// a position is of no agency before it is read
		row(Reach.HOUSE, List.of(PEOPLE), "GET /api/proofs/{position}");
		row(Reach.HOUSE, List.of(INSPECTOR, ADMINISTRATOR), "POST /api/verification", "POST /api/stream/verification");
		row(Reach.AGENCY, List.of(RECORDS), "GET /api/information", "POST /api/information/search",
				"GET /api/documents", "GET /api/tallies", "GET /api/disclosure/history", "GET /api/reports",
				"GET /api/reports/{agency}/{year}", "GET /api/reports/{agency}/{year}/draft",
				"GET /api/reports/{agency}/{year}/content", "GET /api/reports/{agency}/{year}/part",
				"GET /api/reports/{agency}/{year}/facts", "GET /api/reports/{agency}/{year}/bridge",
				"GET /api/reports/{agency}/{year}/table-two/entries",
				"GET /api/reports/{agency}/{year}/editions/{edition}/comparison");
		row(Reach.AGENCY, List.of(STATISTICIAN, INSPECTOR), "POST /api/definitions/rehearsal");
		// article 50: what is published is everybody's
		row(Reach.ANY, List.of(Role.values()), "GET /api/reports/{agency}/{year}/editions",
				"GET /api/reports/{agency}/{year}/editions/{edition}", "GET /api/agencies", "GET /api/definitions",
				"GET /api/definitions/{version}", "GET /api/status", "GET /api/stream", "GET /api/sources",
				"GET /api/audit/rules", "GET /api/checkpoints", "GET /api/checkpoints/latest",
				"GET /api/checkpoints/{size}", "GET /api/checkpoints/{size}/inclusion/{position}",
				"GET /api/checkpoints/{size}/consistency/{first}");
		row(Reach.AGENCY, List.of(INSPECTOR), "GET /api/sightings");
		row(Reach.HOUSE, List.of(ADMINISTRATOR), "POST /api/projections/{name}/rebuild", "GET /api/rebuilds",
				"POST /api/rebuilds", "POST /api/rebuilds/{projection}/{act}");
		row(Reach.HOUSE, List.of(ADMINISTRATOR, SYSTEM), "GET " + Management.METERS);
	}

	private static void pages() {
		row(Reach.ANY, List.of(Role.values()), "GET /", "GET /agencies", "GET /agencies/{code}", "GET /calendar");
		row(Reach.AGENCY, List.of(ADMINISTRATOR), "POST /agencies");
		row(Reach.AGENCY, List.of(ADMINISTRATOR, STATISTICIAN), "POST /agencies/{code}/{command}");
		row(Reach.HOUSE, List.of(ADMINISTRATOR), "POST /calendar");
		row(Reach.AGENCY, List.of(PEOPLE), "GET /applications", "POST /applications", "GET /applications/show",
				"GET /disputes", "POST /disputes", "GET /disputes/show", "GET /audit/findings",
				"GET /audit/findings/show", "GET /audit/difference", "GET /audit/explanation",
				"GET /audit/cells/{agency}/{year}", "GET /reports/{agency}/{year}/cases",
				"GET /reports/{agency}/{year}/disputes");
		row(Reach.AGENCY, List.of(CLERK), "GET /applications/new", "POST /applications/new", "GET /disputes/new",
				"POST /disputes/new/{command}", "GET /{shelf:information|documents|tallies}/new",
				"POST /{shelf:information|documents|tallies}/new");
		row(Reach.AGENCY, List.of(CLERK, APPROVER), "POST /disputes/acts/{command}");
		row(Reach.AGENCY, List.of(CLERK, REVIEWER, APPROVER), "POST /applications/acts/{command}");
		row(Reach.AGENCY, List.of(CLERK, REVIEWER, APPROVER), "POST /disclosure/acts/{command}");
		row(Reach.AGENCY, List.of(RECORDS), "GET /information", "POST /information", "GET /documents", "GET /tallies",
				"GET /disclosure/history", "GET /annual-reports", "GET /reports/{agency}/{year}",
				"GET /reports/{agency}/{year}/draft", "GET /reports/{agency}/{year}/sections/{section}",
				"GET /reports/{agency}/{year}/bridge", "GET /reports/{agency}/{year}/table-two",
				"GET /reports/{agency}/{year}/editions/{edition}/comparison");
		row(Reach.AGENCY, List.of(CLERK, REVIEWER, APPROVER, STATISTICIAN, INSPECTOR),
				"POST /audit/findings/acts/{command}");
		row(Reach.AGENCY, List.of(STATISTICIAN), "POST /reports/{agency}/{year}/sections/{section}");
		row(Reach.AGENCY, List.of(STATISTICIAN, REVIEWER, APPROVER), "POST /reports/{agency}/{year}/draft/{command}");
		row(Reach.AGENCY, List.of(INSPECTOR), "GET /sightings");
		row(Reach.ANY, List.of(CLERK, ADMINISTRATOR), "GET /imports", "POST /imports", "GET /imports/{id}");
	}

	private static void row(Reach reach, List<Role> roles, String... operations) {
		for (String operation : operations) {
			if (ROWS.put(operation, new Right(operation, reach, Set.copyOf(roles))) != null) {
				throw new IllegalStateException(operation + " has two rows");
			}
		}
	}

	/// The table as the document has it.
	public static String document() {
		List<String> lines = new ArrayList<>();
		StringBuilder head = new StringBuilder("| 办理、查看 Operation |");
		StringBuilder rule = new StringBuilder("|---|");
		for (Role role : Role.values()) {
			head.append(' ').append(name(role)).append(" |");
			rule.append("---|");
		}
		lines.add(head.toString());
		lines.add(rule.toString());
		for (Right right : ROWS.values()) {
			StringBuilder line = new StringBuilder("| `").append(right.operation().replace("|", "\\|")).append("` |");
			for (Role role : Role.values()) {
				line.append(' ').append(right.roles().contains(role) ? mark(right.reach()) : "—").append(" |");
			}
			lines.add(line.toString());
		}
		return String.join("\n", lines) + "\n";
	}

	private static String mark(Reach reach) {
		return switch (reach) {
			case AGENCY -> "辖";
			case ANY -> "全";
			case HOUSE -> "总";
		};
	}

	private static String name(Role role) {
		return switch (role) {
			case CLERK -> "经办人 clerk";
			case REVIEWER -> "审核人 reviewer";
			case APPROVER -> "审批人 approver";
			case STATISTICIAN -> "统计人员 statistician";
			case INSPECTOR -> "监督检查人员 inspector";
			case ADMINISTRATOR -> "管理员 administrator";
			case SYSTEM -> "系统 system";
		};
	}

}
