package org.gongkai.query.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.gongkai.access.Grant;
import org.gongkai.access.Scope;
import org.gongkai.events.agency.AgencyKind;
import org.gongkai.events.agency.DisputeCounting;
import org.gongkai.query.Stored;
import org.gongkai.query.Vantage;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Which offices there are, and who was responsible for whom.
@Component
public class Agencies {

	private final JdbcTemplate sql;

	Agencies(JdbcTemplate readTables) {
		this.sql = readTables;
	}

	/// An office as it is now.
	///
	/// @param code 机关代码
	/// @param name official name
	/// @param kind 机关类别
	/// @param parent code of the agency responsible for it
	/// @param registeredOn the day it exists from
	/// @param ledgerOpenedOn the first day of complete records; null when they are
	/// complete from the start
	/// @param closedOn its last day
	public record Agency(String code, String name, String kind, @Nullable String parent, LocalDate registeredOn,
			@Nullable LocalDate ledgerOpenedOn, @Nullable LocalDate closedOn) {

		/// 机关类别 as the forms have it.
		public String kindLabel() {
			return AgencyForms.of(Stored.constant(AgencyKind.class, this.kind));
		}

		/// Whether a case may be handed from the one to the other: bodies within an organ
		/// are the organ's (article 27).
		public boolean isOfOneOrganWith(Agency other) {
			return isBodyWithin() && other.code.equals(this.parent)
					|| other.isBodyWithin() && this.code.equals(other.parent) || isBodyWithin() && other.isBodyWithin()
							&& this.parent != null && this.parent.equals(other.parent);
		}

		private boolean isBodyWithin() {
			return this.kind.equals(Stored.name(AgencyKind.DISPATCHED_BODY))
					|| this.kind.equals(Stored.name(AgencyKind.INTERNAL_BODY));
		}

	}

	/// All offices in the order of their codes.
	public List<Agency> all() {
		return query("select * from agencies order by code");
	}

	/// @throws Refused `unknown-agency`
	public Agency get(String code) {
		return find(code).orElseThrow(() -> new Refused(Rule.UNKNOWN_AGENCY, "no agency has this code"));
	}

	/// An office by its code.
	public Optional<Agency> find(String code) {
		return query("select * from agencies where code = ?", code).stream().findFirst();
	}

	/// The name an office had on a day, as known at a position.
	public String nameOn(Agency agency, LocalDate day, long knownAt) {
		return this.sql.queryForList("""
				select name from agency_names where code = ? and known_from <= ? and valid_from <= ?
				order by valid_from desc, known_from desc limit 1""", String.class, agency.code(), knownAt, day)
			.stream()
			.findFirst()
			.orElse(agency.name());
	}

	/// The office and all it was responsible for on a day, directly and through others,
	/// as known at a position.
	public List<String> withSubordinates(String code, LocalDate day, long knownAt) {
		return this.sql.queryForList("""
				with recursive placed as (
					select distinct on (code) code, parent from agency_parents
					where known_from <= ? and valid_from <= ? order by code, valid_from desc, known_from desc
				), below (code) as (
					values (?::text)
					union
					select placed.code from placed join below on placed.parent = below.code
				)
				select code from below order by code""", String.class, knownAt, day, code);
	}

	/// The office and all that were responsible for it on a day, the nearest first, as
	/// known at a position.
	public List<String> withSuperiors(String code, LocalDate day, long knownAt) {
		return this.sql.queryForList("""
				with recursive placed as (
					select distinct on (code) code, parent from agency_parents
					where known_from <= ? and valid_from <= ? order by code, valid_from desc, known_from desc
				), above (code, step) as (
					values (?::text, 0)
					union
					select placed.parent, above.step + 1 from placed join above on placed.code = above.code
					where placed.parent is not null and above.step < 100
				)
				select code from above order by step""", String.class, knownAt, day, code);
	}

	/// How the office's report of a year counts disputes, as known at a position: by its
	/// latest choice for that year; including what was carried in where it chose nothing.
	public DisputeCounting disputeCounting(String code, int year, long knownAt) {
		return this.sql.queryForList("""
				select counting from agency_dispute_counting where code = ? and from_year <= ? and known_from <= ?
				order by known_from desc limit 1""", String.class, code, year, knownAt)
			.stream()
			.findFirst()
			.map((name) -> Stored.constant(DisputeCounting.class, name))
			.orElse(DisputeCounting.INCLUDING_CARRIED_IN);
	}

	/// The office, or the office with all it is responsible for now.
	/// @throws Refused `unknown-agency`
	public List<String> scope(String code, boolean withSubordinates) {
		Agency agency = get(code);
		return withSubordinates ? withSubordinates(agency.code(), LocalDate.of(9999, 12, 31), Long.MAX_VALUE)
				: List.of(agency.code());
	}

	/// The office, or the office with all it was responsible for as somebody sees it from
	/// a vantage.
	/// @throws Refused `unknown-agency`
	public List<String> scope(String code, boolean withSubordinates, Vantage vantage) {
		Agency agency = get(code);
		LocalDate day = vantage.effectiveOn();
		return withSubordinates
				? withSubordinates(agency.code(), (day != null) ? day : LocalDate.of(9999, 12, 31), vantage.position())
				: List.of(agency.code());
	}

	/// The offices of which a request is answered: those that it names, or else those
	/// that
	/// its caller may ask about.
	/// @param agency the one that is named; null or blank for none
	/// @return their codes; empty for all there are
	/// @throws Refused `unknown-agency`
	public List<String> seen(@Nullable String agency, boolean withSubordinates) {
		return (agency == null || agency.isBlank()) ? within(Scope.current()) : scope(agency, withSubordinates);
	}

	/// What who calls may open and do.
	public May may() {
		return new May(this);
	}

	/// All offices within a scope.
	/// @return their codes; empty for all there are, one that no office has for none
	public List<String> within(Scope scope) {
		if (scope.isEverything()) {
			return List.of();
		}
		List<String> codes = scope.grants().stream().flatMap(this::within).distinct().toList();
		return codes.isEmpty() ? List.of("") : codes;
	}

	private Stream<String> within(Grant grant) {
		String code = String.valueOf(grant.agency());
		return (grant.withSubordinates() && find(code).isPresent()) ? scope(code, true).stream() : Stream.of(code);
	}

	private List<Agency> query(String select, Object... arguments) {
		return this.sql.query(select, (row, _) -> new Agency(row.getString("code"), row.getString("name"),
				row.getString("kind"), row.getString("parent"), row.getObject("registered_on", LocalDate.class),
				row.getObject("ledger_opened_on", LocalDate.class), row.getObject("closed_on", LocalDate.class)),
				arguments);
	}

}
