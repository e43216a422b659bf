package org.gongkai.acceptance.documents;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.gongkai.acceptance.documents.Features.Feature;
import org.gongkai.command.Command;
import org.gongkai.command.CommandCatalog;
import org.gongkai.events.Event;
import org.gongkai.events.EventCatalog;
import org.gongkai.events.access.AccessEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FeatureIndexTest {

	private static final Map<String, Set<String>> HANDLERS = Handlers.eventsByCommand();

	private static final Map<Path, String> TESTS = Repository.tests()
		.stream()
		.collect(Collectors.toMap(Function.identity(), Repository::text));

	@ParameterizedTest
	@ValueSource(strings = { "README.md", "README.zh-CN.md" })
	void the_index_has_every_command_with_the_events_it_leaves(String readme) {
		Map<String, Set<String>> index = features(readme).stream()
			.collect(Collectors.toMap(Feature::command, Feature::events));

		assertThat(index).as(() -> "rows that would be right:\n" + rows()).isEqualTo(HANDLERS);
	}

	@Test
	void every_command_is_handled_and_every_event_is_left_by_one() {
		assertThat(HANDLERS.keySet()).containsExactlyInAnyOrderElementsOf(commands().keySet());
		assertThat(HANDLERS.values().stream().flatMap(Set::stream).distinct())
			.containsExactlyInAnyOrderElementsOf(events());
	}

	@ParameterizedTest
	@ValueSource(strings = { "README.md", "README.zh-CN.md" })
	void each_test_in_the_index_exists_and_uses_its_command(String readme) {
		for (Feature feature : features(readme)) {
			assertThat(feature.tests()).as(feature.command()).isNotEmpty().isSubsetOf(testsOf(feature.command()));
		}
	}

	@Test
	void the_glossary_has_every_command_with_its_events() {
		Map<String, Set<String>> glossary = Repository.text(Repository.ROOT.resolve("docs/glossary.md"))
			.lines()
			.filter((line) -> line.startsWith("| `"))
			.map(Features::cells)
			.filter((cells) -> commands().containsKey(cells.getFirst().replace("`", "")))
			.collect(Collectors.toMap((cells) -> cells.getFirst().replace("`", ""),
					(cells) -> Features.names(cells.get(1))));

		assertThat(glossary).isEqualTo(HANDLERS);
	}

	private static List<Feature> features(String readme) {
		return Features.of(Repository.text(Repository.ROOT.resolve(readme)));
	}

	private static String rows() {
		Map<String, String> chinese = features("README.md").stream()
			.collect(Collectors.toMap(Feature::command, Feature::chinese));
		return HANDLERS.entrySet()
			.stream()
			.map((handler) -> new Feature(handler.getKey(), chinese.getOrDefault(handler.getKey(), "…"),
					handler.getValue(), testsOf(handler.getKey()))
				.toString())
			.collect(Collectors.joining("\n"));
	}

	/// The test classes in which a command occurs, by its class or by its name over HTTP.
	private static Set<String> testsOf(String command) {
		String name = CommandCatalog.nameOf(commands().get(command));
		Pattern used = Pattern.compile("\\b" + command + "\\b|\"" + name + "\"");
		return TESTS.entrySet()
			.stream()
			.filter((test) -> used.matcher(test.getValue()).find())
			.map((test) -> test.getKey().getFileName())
			.map((file) -> file.toString().replace(".java", ""))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Map<String, Class<? extends Command>> commands() {
		return CommandCatalog.types().stream().collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
	}

	private static List<String> events() {
		return EventCatalog.types()
			.stream()
			// what happens to accounts is asked for otherwise than by commands
			.filter((type) -> !AccessEvent.class.isAssignableFrom(type))
			.map((Class<? extends Event> type) -> type.getSimpleName())
			.toList();
	}

}
