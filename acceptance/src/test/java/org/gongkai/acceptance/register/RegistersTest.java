package org.gongkai.acceptance.register;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.gongkai.acceptance.TriedOffice;
import org.gongkai.statute.report.TableFour;
import org.gongkai.statute.report.TableThree;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Each published report from the register of its office, imported by the server that is tried.
@Tag("outside")
@Execution(ExecutionMode.CONCURRENT)
class RegistersTest {

	/// A code is a whole field. Each register has agencies of its own, for two that were
	/// made of one agency tell different things of the case between them.
	private static final Pattern CODES = Pattern.compile("(?m)(?<=^|,)\\d{6}(-[a-z]{2})?(?=,|$)");

	@TempDir
	Path dir;

	@ParameterizedTest
	@MethodSource("registers")
	void a_register_gives_the_published_tables_to_the_digit(String register) {
		String own = TriedOffice.code("");
		UnaryOperator<String> ownAgencies = (text) -> CODES.matcher(text).replaceAll("$0" + own);
		Answer agencies = ServerCalls.run("agencies", "import",
				Brought.file("/registers/agencies.csv", ownAgencies, this.dir).toString());
		assertThat(agencies.exit()).as(agencies.out() + agencies.err()).isZero();

		Answer imported = ServerCalls.run("import", Brought.file(resource(register), ownAgencies, this.dir).toString(),
				"--json");

		assertThat(imported.exit()).as(imported.out() + imported.err()).isZero();
		assertThat(imported.json().path("refused").asInt(-1)).isZero();
		TableThree before = null;
		for (Published published : reports(register)) {
			JsonNode report = ServerCalls
				.run("report", "--agency", published.agency() + own, "--year", String.valueOf(published.year()),
						"--format", "json")
				.json();
			TableThree table = Published.tableThree(report);
			assertThat(report.path("year").asInt()).isEqualTo(published.year());
			published.assertPrinted(table);
			assertThat(table.isBalanced()).isTrue();
			// where a printed total is wrong the cells are right: the totals are computed
			// from them
			assertThat(TableFour.parse(Published.numbers(report.path("table4"))))
				.isEqualTo(TableFour.parse(Published.numbers(published.tables().path("table4"))));
			if (before != null) {
				assertThat(table.brokenCarryOver(before)).isEmpty();
			}
			before = table;
		}
	}

	static Stream<String> registers() {
		return Published.all().stream().map(Published::register).filter(Objects::nonNull).distinct();
	}

	private static List<Published> reports(String register) {
		return Published.all().stream().filter((one) -> register.equals(one.register())).toList();
	}

	private static String resource(String register) {
		return (register.startsWith("suqian") ? "/demo/" : "/registers/") + register + ".csv";
	}

}
