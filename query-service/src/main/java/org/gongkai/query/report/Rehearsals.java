package org.gongkai.query.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

import org.gongkai.events.application.ApplicantKind;
import org.gongkai.events.application.Outcome;
import org.gongkai.query.AsOf;
import org.gongkai.query.ReadModels;
import org.gongkai.query.Stored;
import org.gongkai.query.agency.Agencies;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.gongkai.statute.report.CountedCase;
import org.gongkai.statute.report.Definition;
import org.gongkai.statute.report.Rehearsal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/// Rehearses a definition over everything recorded: all cases are read once and counted in memory.
@Component
class Rehearsals {

	private final NamedParameterJdbcTemplate sql;

	private final Agencies agencies;

	private final ReadModels models;

	private final AsOf asOf;

	private final Clock clock;

	Rehearsals(JdbcTemplate readTables, Agencies agencies, ReadModels readModels, AsOf asOf, Clock clock) {
		this.sql = new NamedParameterJdbcTemplate(readTables);
		this.agencies = agencies;
		this.models = readModels;
		this.asOf = asOf;
		this.clock = clock;
	}

	/// What is rehearsed.
	///
	/// @param agency code of the one office; null for all
	/// @param from the first year; null for the first that there is, or where `to` is
	/// null too, for the years that the definition is bound to
	/// @param to the last year, likewise
	record Question(Definition definition, @Nullable String agency, @Nullable Integer from, @Nullable Integer to) {

		/// @throws Refused `definition-years` where the years run backwards
		Question {
			if (from != null && to != null && from > to) {
				throw new Refused(Rule.DEFINITION_YEARS, "the years run backwards, from " + from + " to " + to);
			}
		}

		IntPredicate years() {
			Integer first = this.from;
			Integer last = this.to;
			if (first == null && last == null) {
				return this.definition::isFor;
			}
			return (year) -> (first == null || year >= first) && (last == null || year <= last);
		}

	}

	/// A rehearsal as it is answered.
	///
	/// @param version of the rehearsed definition
	/// @param counted what was counted
	record Rehearsed(String version, Size counted, List<Rehearsal.Compared> years, List<Rehearsal.Head> rows,
			List<Rehearsal.Head> columns, List<Rehearsal.MovedCell> cells, List<Rehearsal.MovedCase> cases,
			List<Rehearsal.Checked> identities, AsOf.Position asOf) {

		static Rehearsed of(String version, Size counted, Rehearsal rehearsal, AsOf.Position asOf) {
			return new Rehearsed(version, counted, rehearsal.years(), rehearsal.rows(), rehearsal.columns(),
					rehearsal.cells(), rehearsal.cases(), rehearsal.identities(), asOf);
		}

	}

	/// How many agencies and cases were counted.
	record Size(int agencies, int cases) {
	}

	/// @throws Refused `unknown-agency`
	Rehearsed of(Question question) {
		String code = question.agency();
		List<Agencies.Agency> offices = (code == null) ? this.agencies.all() : List.of(this.agencies.get(code));
		int last = LocalDate.now(this.clock).getYear();
		Map<String, Definition.Years> reported = offices.stream()
			.filter((office) -> Reports.firstYear(office) <= last)
			.collect(Collectors.toMap(Agencies.Agency::code,
					(office) -> new Definition.Years(Reports.firstYear(office), last)));
		long known = this.models.position();
		List<Rehearsal.Case> cases = cases(code, known);
		return Rehearsed.of(question.definition().version(), new Size(offices.size(), cases.size()),
				Rehearsal.of(question.definition(), question.years(), cases, reported), this.asOf.at(known));
	}

	private List<Rehearsal.Case> cases(@Nullable String agency, long known) {
		return this.sql.query(
				"""
						select stream_id, agency, applicant_kind, received_on, outcome, concluded_on
						from case_facts where known_from <= :known and known_to > :known and not void"""
						+ ((agency == null) ? "" : " and agency = :agency"),
				new MapSqlParameterSource("known", known).addValue("agency", agency), (row, _) -> {
					String outcome = row.getString("outcome");
					return new Rehearsal.Case(row.getString("stream_id"),
							new CountedCase(row.getString("agency"),
									Stored.constant(ApplicantKind.class, row.getString("applicant_kind")),
									row.getObject("received_on", LocalDate.class),
									(outcome == null) ? null : Stored.constant(Outcome.class, outcome),
									row.getObject("concluded_on", LocalDate.class), false));
				});
	}

}
