package org.gongkai.acceptance.documents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.gongkai.standalone.cli.GongkaiCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentsTest {

	private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

	private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+(?: [a-z]+)?)`[^|]*\\|([^|]*)\\|.*$",
			Pattern.MULTILINE);

	private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Properties))`");

	private static final Pattern OPTION = Pattern.compile("`(--[a-z-]+)`");

	/// What all commands share is told once, below the table.
	private static final Set<String> SHARED = Set.of("--help", "--version", "--server", "--actor", "--user",
			"--password-file", "--token-file", "--json");

	@Test
	void no_link_leads_nowhere() {
		for (Path document : Repository.documents()) {
			assertThat(LINK.matcher(Repository.text(document))
				.results()
				.map((link) -> document.resolveSibling(link.group(1)))
				.filter((target) -> !Files.exists(target))).as(document.toString()).isEmpty();
		}
	}

	@Test
	void every_decision_is_in_the_index() {
		String index = Repository.text(Repository.ROOT.resolve("docs/README.md"));

		assertThat(Repository.documents()).map((document) -> document.getFileName().toString())
			.filteredOn((name) -> name.matches("\\d{4}-.*"))
			.isNotEmpty()
			.allSatisfy((name) -> assertThat(index).contains("(decisions/" + name + ")"));
	}

	@Test
	void security_names_only_tests_that_exist() {
		Set<String> existing = Repository.tests()
			.stream()
			.map((file) -> file.getFileName().toString().replace(".java", ""))
			.collect(Collectors.toSet());
		List<String> named = TEST.matcher(Repository.text(Repository.ROOT.resolve("docs/security.md")))
			.results()
			.map((test) -> test.group(1))
			.toList();

		assertThat(named).hasSizeGreaterThan(20);
		assertThat(existing).containsAll(named);
	}

	@Test
	void decisions_are_numbered_and_told_as_context_decision_and_consequences() {
		for (Path document : Repository.documents()) {
			if (document.getParent().endsWith("decisions")) {
				String number = document.getFileName().toString().substring(0, 4);
				List<String> heads = Repository.text(document)
					.lines()
					.filter((line) -> line.startsWith("#"))
					.limit(4)
					.toList();
				assertThat(heads).as(document.toString()).hasSize(4);
				assertThat(heads.getFirst()).startsWith("# " + number + " ");
				assertThat(heads.subList(1, 4)).containsExactly("## Context", "## Decision", "## Consequences");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "README.md", "README.zh-CN.md" })
	void the_command_line_is_documented_with_every_option(String readme) {
		Map<String, Set<String>> documented = ROW.matcher(Repository.text(Repository.ROOT.resolve(readme)))
			.results()
			.collect(Collectors.toMap((row) -> row.group(1), (row) -> options(row.group(2)), (first, _) -> first,
					TreeMap::new));

		assertThat(documented).isEqualTo(commandLine());
	}

	private static Map<String, Set<String>> commandLine() {
		Map<String, Set<String>> commands = new TreeMap<>();
		gather("", GongkaiCommand.commandLine(), commands);
		return commands;
	}

	private static void gather(String before, CommandLine line, Map<String, Set<String>> commands) {
		line.getSubcommands().forEach((name, command) -> {
			if (!command.getSubcommands().isEmpty()) {
				gather(before + name + " ", command, commands);
			}
			else if (!name.equals("help")) {
				commands.put(before + name, optionsOf(command));
			}
		});
	}

	/// An office is named by all commands that do not open one themselves.
	private static Set<String> optionsOf(CommandLine command) {
		Set<String> options = command.getCommandSpec()
			.options()
			.stream()
			.map(CommandLine.Model.OptionSpec::longestName)
			.collect(Collectors.toCollection(TreeSet::new));
		if (options.contains("--server")) {
			options.remove("--data");
		}
		options.removeAll(SHARED);
		return options;
	}

	private static Set<String> options(String cell) {
		return OPTION.matcher(cell)
			.results()
			.map((MatchResult option) -> option.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
