package org.gongkai.query.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.gongkai.access.Overloaded;
import org.gongkai.access.Scope;
import org.gongkai.query.Stored;
import org.gongkai.query.Vantage;
import org.gongkai.query.agency.Agencies;
import org.gongkai.query.application.CaseItem;
import org.gongkai.query.application.PastCases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 台账的差异: the register seen from two vantages, case by case and field by field. Due dates are not compared, for they are derived;
/// of personal fields it is told that they differ and never what they say.
@Component
class RegisterDifference {

	/// Stands for a personal field in a difference.
	static final String WITHHELD = "…";

	/// Cases that are compared at once.
	private static final int BATCH = 1_000;

	/// As long as a comparison may take.
	private static final Duration LONGEST = Duration.ofMinutes(1);

	private final PastCases cases;

	private final Agencies agencies;

	RegisterDifference(PastCases cases, Agencies agencies) {
		this.cases = cases;
		this.agencies = agencies;
	}

	/// A case that differs.
	///
	/// @param change whether it came, went, or changed
	/// @param fields what differs, in the order of the register
	record CaseChange(String applicationId, Change change, List<FieldChange> fields) {
	}

	/// How a case differs.
	enum Change {

		/// It is in the later view alone.
		COME,
		/// It is in the earlier view alone.
		GONE,
		/// It is in both.
		CHANGED

	}

	/// @param field its name on the wire
	/// @param from null where it was empty, or the case not there
	/// @param to null where it is empty, or the case not there
	record FieldChange(String field, @Nullable String from, @Nullable String to) {
	}

	/// Some of the cases that differ.
	///
	/// @param next only cases behind this one come next; null where there are none
	record Changes(List<CaseChange> cases, @Nullable String next) {
	}

	/// The first cases of some offices that differ, in the order of their ids.
	/// @param agency code of the office; null for all
	/// @param behind only cases behind this one; empty for the first
	/// @param most how many
	/// @throws org.gongkai.statute.Refused `unknown-agency`
	/// @throws Overloaded where they are not found within a minute
	Changes of(@Nullable String agency, boolean withSubordinates, Vantage from, Vantage to, String behind, int most) {
		long began = System.nanoTime();
		List<String> before = scope(agency, withSubordinates, from);
		List<String> after = scope(agency, withSubordinates, to);
		List<CaseChange> changes = new ArrayList<>();
		String last = behind;
		while (true) {
			List<String> some = this.cases.next(last, BATCH);
			if (some.isEmpty()) {
				return new Changes(changes, null);
			}
			for (CaseChange change : changes(some, before, from, after, to)) {
				if (changes.size() == most) {
					return new Changes(changes, changes.getLast().applicationId());
				}
				changes.add(change);
			}
			last = some.getLast();
			if (System.nanoTime() - began > LONGEST.toNanos()) {
				throw Overloaded.overBudget("the two registers are not compared within " + LONGEST.toSeconds() + " s");
			}
		}
	}

	private List<CaseChange> changes(List<String> some, List<String> before, Vantage from, List<String> after,
			Vantage to) {
		Map<String, CaseItem> was = this.cases.byIds(this.cases.among(some, before, from), from);
		Map<String, CaseItem> is = this.cases.byIds(this.cases.among(some, after, to), to);
		List<CaseChange> changes = new ArrayList<>();
		for (String id : some) {
			List<FieldChange> fields = fields(was.get(id), is.get(id));
			if (!fields.isEmpty()) {
				changes.add(new CaseChange(id,
						!was.containsKey(id) ? Change.COME : is.containsKey(id) ? Change.CHANGED : Change.GONE,
						fields));
			}
		}
		return changes;
	}

	/// Whose cases are looked at: by the hierarchy of the effective day; without an
	/// office those that the caller may ask about.
	List<String> scope(@Nullable String agency, boolean withSubordinates, Vantage vantage) {
		return (agency == null || agency.isBlank()) ? this.agencies.within(Scope.current())
				: this.agencies.scope(agency, withSubordinates, vantage);
	}

	private static List<FieldChange> fields(@Nullable CaseItem was, @Nullable CaseItem is) {
		Map<String, @Nullable String> before = values(was);
		Map<String, @Nullable String> after = values(is);
		List<FieldChange> changes = new ArrayList<>();
		before.forEach((field, value) -> {
			String now = after.get(field);
			if (!Objects.equals(value, now)) {
				boolean personal = field.equals("applicantName") || field.equals("subject");
				changes.add(new FieldChange(field, shown(value, personal), shown(now, personal)));
			}
		});
		return changes;
	}

	private static @Nullable String shown(@Nullable String value, boolean personal) {
		return (value != null && personal) ? WITHHELD : value;
	}

	private static Map<String, @Nullable String> values(@Nullable CaseItem item) {
		Map<String, @Nullable String> values = new LinkedHashMap<>();
		CaseItem.Redecision again = (item == null) ? null : item.redecision();
		values.put("agency", (item == null) ? null : item.agency());
		values.put("applicantKind", (item == null) ? null : Stored.name(item.applicantKind()));
		values.put("applicantName", (item == null) ? null : item.applicantName());
		values.put("channel", (item == null) ? null : Stored.name(item.channel()));
		values.put("submittedOn", (item == null) ? null : text(item.submittedOn()));
		values.put("receivedOn", (item == null) ? null : text(item.receivedOn()));
		values.put("subject", (item == null) ? null : item.subject());
		values.put("void", (item == null) ? null : text(item.isVoid()));
		values.put("outcome", (item == null) ? null : text(item.outcome()));
		values.put("concludedOn", (item == null) ? null : text(item.concludedOn()));
		values.put("replyNo", (item == null) ? null : item.replyNo());
		values.put("deliveredOn", (item == null) ? null : text(item.deliveredOn()));
		values.put("redecisionOrderedOn", (again == null) ? null : text(again.orderedOn()));
		values.put("redecidedAs", (again == null) ? null : text(again.outcome()));
		values.put("redecidedOn", (again == null) ? null : text(again.decidedOn()));
		values.put("redecisionNo", (again == null) ? null : again.replyNo());
		values.put("redeliveredOn", (again == null) ? null : text(again.deliveredOn()));
		return values;
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value == null) ? null : (value instanceof Enum<?> constant) ? Stored.name(constant) : value.toString();
	}

}
