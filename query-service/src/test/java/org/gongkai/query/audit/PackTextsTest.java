package org.gongkai.query.audit;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gongkai.access.Sightings.Sighting;
import org.gongkai.events.Event;
import org.gongkai.events.Metadata;
import org.gongkai.events.Recorded;
import org.gongkai.events.disclosure.DocumentKind;
import org.gongkai.events.disclosure.DocumentMade;
import org.gongkai.statute.FormulaGuard;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PackTextsTest {

	private static final Instant AT = Instant.parse("2024-03-04T01:02:03Z");

	private static final String FORMULA = "=cmd|'/c calc'!A1";

	@Test
	void an_actor_who_is_called_like_a_formula_is_a_text_in_the_table_of_acts() throws IOException {
		Event event = new DocumentMade("T", "T/1", DocumentKind.NORMATIVE_DOCUMENT, "试政发〔2024〕1号", FORMULA,
				LocalDate.of(2024, 3, 4), false);
		Recorded<Event> entry = new Recorded<>(1, "document:T/1", 0, AT,
				Map.of(Metadata.ACTOR, FORMULA, Metadata.ACCOUNT, "-1;=2", Metadata.VIA, "\t=1"), event);

		CSVRecord row = row(text((to) -> PackTexts.acts(Map.of(), List.of(entry), to)));

		assertThat(row.get(0)).isEqualTo("1");
		assertThat(row.toList().subList(2, 5)).containsExactly("'" + FORMULA, "'-1;=2", "'\t=1");
		assertThat(row.toList().subList(2, 5)).extracting(FormulaGuard::unmark)
			.containsExactly(FORMULA, "-1;=2", "\t=1");
	}

	@Test
	void an_actor_who_is_called_like_a_formula_is_a_text_in_the_table_of_sights() throws IOException {
		Sighting one = new Sighting(1, AT, null, FORMULA, "+1", "@GET", List.of("-T/1"), 1);

		assertThat(row(text((to) -> PackTexts.sightings((looks) -> looks.accept(one), to))).toList())
			.containsExactly("2024-03-04T01:02:03Z", "", "'" + FORMULA, "'+1", "'@GET", "'-T/1");
	}

	private static String text(PackFile.TextContent content) throws IOException {
		StringWriter text = new StringWriter();
		content.into(text);
		return text.toString();
	}

	private static CSVRecord row(String csv) throws IOException {
		try (CSVParser parser = CSVParser.parse(new StringReader(csv.substring(1)), CSVFormat.EXCEL)) {
			return parser.getRecords().get(1);
		}
	}

}
