package org.gongkai.query.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.gongkai.events.application.Channel;
import org.gongkai.events.disclosure.Category;
import org.gongkai.events.disclosure.PublicationChannel;
import org.gongkai.events.disclosure.TallyItem;
import org.gongkai.query.AsOf;
import org.gongkai.query.Stored;
import org.gongkai.query.application.Terms;
import org.gongkai.query.disclosure.DisclosureTerms;
import org.gongkai.query.disclosure.InformationList;
import org.gongkai.query.disclosure.TallyList;
import org.gongkai.statute.report.Column;
import org.gongkai.statute.report.Row;
import org.gongkai.statute.report.TableTwoColumn;
import org.gongkai.statute.report.TableTwoForm;
import org.gongkai.statute.report.TableTwoRow;
import org.gongkai.statute.report.TallySums;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/// The facts that the texts of sections one and six tell, each under a name by which a text refers to it
/// (`{{applications.new}}`), so that the number in the text stays the number of the record.
@Component
class ReportFacts {

	private static final List<Row> SINGLE = List.of(Row.NEW, Row.CARRIED_IN, Row.GRANTED, Row.PARTLY_GRANTED);

	private final NamedParameterJdbcTemplate sql;

	private final Reports reports;

	private final InformationList information;

	private final TallyList tallies;

	ReportFacts(JdbcTemplate readTables, Reports reports, InformationList information, TallyList tallies) {
		this.sql = new NamedParameterJdbcTemplate(readTables);
		this.reports = reports;
		this.information = information;
		this.tallies = tallies;
	}

	/// One fact.
	///
	/// @param name what a text calls it by; stable
	/// @param value in digits
	/// @param unit 件, 项, 条, 次, 人次, 元 or 万元
	/// @param zh what it is, in Chinese
	/// @param en in English
	public record Fact(String name, String value, String unit, String zh, String en) {
	}

	/// The facts of an office and year.
	///
	/// @param facts in the order of the report's sections
	public record Facts(Reports.Named agency, int year, AsOf.Position asOf, boolean withSubordinates,
			List<Fact> facts) {

		public Facts {
			facts = List.copyOf(facts);
		}

	}

	/// @throws org.gongkai.statute.Refused as [Reports#report]
	public Facts of(Reports.Question question) {
		Reports.Report report = this.reports.report(question);
		List<Fact> facts = new ArrayList<>();
		published(report, facts);
		applications(report, facts);
		tableTwo(report, facts);
		supervision(report, facts);
		fees(report, facts);
		return new Facts(report.agency(), report.year(), report.asOf(), report.withSubordinates(), facts);
	}

	/// Pieces recorded one by one, and tallies of those that were not.
	private void published(Reports.Report report, List<Fact> facts) {
		InformationList.Published pieces = this.information.published(report.counted(), report.year(),
				report.asOf().position());
		TallySums sums = sums(report);
		Map<PublicationChannel, Long> tallied = new EnumMap<>(PublicationChannel.class);
		for (PublicationChannel channel : PublicationChannel.values()) {
			tallied.put(channel, sums.count(TallyItem.valueOf("PUBLISHED_" + channel.name())));
		}
		long all = pieces.pieces() + tallied.values().stream().mapToLong(Long::longValue).sum();
		facts.add(fact("information.published", all, "条", "主动公开政府信息", "pieces of information published"));
		tallied.forEach((channel,
				count) -> facts.add(fact("information.published." + Stored.name(channel),
						count + pieces.byChannel().getOrDefault(channel, 0L), "条",
						"通过" + DisclosureTerms.of(channel) + "公开", "published by " + Stored.name(channel))));
		for (Category category : Category.values()) {
			facts.add(fact("information.published." + Stored.name(category),
					pieces.byCategory().getOrDefault(category, 0L), "条", "逐条登记的公开信息：" + DisclosureTerms.of(category),
					"pieces recorded one by one under " + Stored.name(category)));
		}
	}

	private void applications(Reports.Report report, List<Fact> facts) {
		for (Row row : SINGLE) {
			facts.add(fact("applications." + row.jsonName(), count(report, row), "件", row.label(),
					"applications: " + row.jsonName()));
		}
		for (Row.Group group : Row.Group.values()) {
			long count = Row.outcomes()
				.stream()
				.filter((row) -> row.group() == group)
				.mapToLong((row) -> count(report, row))
				.sum();
			facts.add(fact("applications." + Stored.name(group), count, "件", group.label(),
					"applications: " + Stored.name(group)));
		}
		facts.add(fact("applications.concluded", count(report, Row.TOTAL), "件", "本年度办理结果总计", "applications concluded"));
		facts.add(fact("applications.carried_out", count(report, Row.CARRIED_OUT), "件", Row.CARRIED_OUT.label(),
				"applications: carried_out"));
		Map<Channel, Long> byChannel = new EnumMap<>(Channel.class);
		this.sql.query("select channel, count(*) as cases" + cases("received_on") + " group by channel", values(report),
				(row) -> {
					byChannel.put(Stored.constant(Channel.class, row.getString("channel")), row.getLong("cases"));
				});
		for (Channel channel : Channel.values()) {
			facts.add(fact("applications.channel." + Stored.name(channel), byChannel.getOrDefault(channel, 0L), "件",
					"本年新收：" + Terms.of(channel), "new applications by " + Stored.name(channel)));
		}
	}

	private static void tableTwo(Reports.Report report, List<Fact> facts) {
		TableTwoForm form = report.table2().form();
		for (TableTwoRow row : form.rows()) {
			form.columns(row)
				.forEach((column) -> facts.add(new Fact("table2." + row.jsonName() + "." + column.jsonName(),
						report.table2().get(row, column).toPlainString(), unit(column),
						form.label(row) + form.label(column),
						"table two: " + row.jsonName() + ", " + column.jsonName())));
		}
	}

	private static String unit(TableTwoColumn column) {
		return switch (column) {
			case MADE, REPEALED, IN_FORCE, NEWLY_MADE, NEWLY_PUBLISHED, PUBLISHED_TOTAL, DECISIONS -> "件";
			case LAST_YEAR_ITEMS, CHANGE, ITEMS -> "项";
			case AMOUNT_WAN_YUAN -> "万元";
			case AMOUNT -> "元";
		};
	}

	private void supervision(Reports.Report report, List<Fact> facts) {
		TallySums sums = sums(report);
		facts.add(fact("complaints.received", sums.count(TallyItem.COMPLAINTS), "件", "收到投诉", "complaints received"));
		facts.add(fact("reports.received", sums.count(TallyItem.REPORTS_RECEIVED), "件", "收到举报", "reports received"));
		facts.add(fact("trainings.held", sums.count(TallyItem.TRAININGS), "次", "举办培训", "trainings held"));
		facts.add(fact("trainings.attendance", sums.count(TallyItem.TRAINING_ATTENDANCE), "人次", "参加培训",
				"attendance of trainings"));
	}

	/// 信息处理费: what applicants paid in the year under the fee rules (国办函〔2020〕109号).
	private void fees(Reports.Report report, List<Fact> facts) {
		this.sql.query("select count(*) as cases, sum(fee_yuan) as yuan" + cases("fee_paid_on"), values(report),
				(row) -> {
					BigDecimal yuan = row.getBigDecimal("yuan");
					facts.add(fact("fees.paid.cases", row.getLong("cases"), "件", "收取信息处理费", "cases with a paid fee"));
					facts.add(new Fact("fees.paid.yuan", (yuan == null) ? "0" : yuan.toPlainString(), "元", "收取信息处理费金额",
							"information fees paid"));
				});
	}

	private TallySums sums(Reports.Report report) {
		return this.tallies.sums(report.counted(), report.period(), report.asOf().position());
	}

	private static String cases(String day) {
		return " from case_sections where agency in (:agencies) and known_from <= :known and known_to > :known"
				+ " and not void and " + day + " between :first and :last";
	}

	private static MapSqlParameterSource values(Reports.Report report) {
		return new MapSqlParameterSource("agencies", report.counted()).addValue("known", report.asOf().position())
			.addValue("first", LocalDate.of(report.year(), 1, 1))
			.addValue("last", LocalDate.of(report.year(), 12, 31));
	}

	private static long count(Reports.Report report, Row row) {
		return report.table3().get(row, Column.TOTAL);
	}

	private static Fact fact(String name, long value, String unit, String zh, String en) {
		return new Fact(name, Long.toString(value), unit, zh, en);
	}

}
