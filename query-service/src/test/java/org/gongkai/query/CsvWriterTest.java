package org.gongkai.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CsvWriterTest {

	@Test
	void a_number_is_a_number_and_a_text_that_looks_like_one_is_a_text() {
		assertThat(new CsvWriter(List.of("甲", "乙", "丙")).row(-5, new BigDecimal("-0.25"), "-5").toString())
			.isEqualTo("\uFEFF甲,乙,丙\r\n-5,-0.25,\"'-5\"\r\n");
	}

	@Test
	void a_text_stays_in_its_cell_whatever_parts_the_cells() {
		assertThat(new CsvWriter(List.of("甲;=1", "@乙"))
			.row("甲;=1", "乙\t=1", "丙\n=1", "丁\"=1", "戊,=1", null, "", LocalDate.of(2024, 3, 4))
			.toString())
			.isEqualTo("\uFEFF\"甲;=1\",'@乙\r\n"
					+ "\"甲;=1\",\"乙\t=1\",\"丙\n=1\",\"丁\"\"=1\",\"戊,=1\",,,\"2024-03-04\"\r\n");
	}

}
