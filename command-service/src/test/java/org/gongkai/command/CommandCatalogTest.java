package org.gongkai.command;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.axonframework.commandhandling.CommandHandler;
import org.gongkai.command.agency.Agency;
import org.gongkai.command.application.Application;
import org.gongkai.command.audit.Finding;
import org.gongkai.command.calendar.Year;
import org.gongkai.command.disclosure.Document;
import org.gongkai.command.disclosure.Information;
import org.gongkai.command.disclosure.Tally;
import org.gongkai.command.report.AnnualReport;
import org.gongkai.command.review.Dispute;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommandCatalogTest {

	@Test
	void every_command_has_exactly_one_handler() {
		List<Class<?>> handled = Stream
			.of(Agency.class, Application.class, Dispute.class, Year.class, Information.class, Document.class,
					Tally.class, AnnualReport.class, Finding.class)
			.flatMap((aggregate) -> Arrays.stream(aggregate.getDeclaredMethods()))
			.filter((method) -> method.isAnnotationPresent(CommandHandler.class))
			.<Class<?>>map((Method method) -> method.getParameterTypes()[0])
			.toList();

		assertThat(handled).containsExactlyInAnyOrderElementsOf(CommandCatalog.types());
	}

	@Test
	void names_are_the_class_names_in_kebab_case() {
		assertThat(CommandCatalog.types()).extracting(CommandCatalog::nameOf)
			.contains("receive-application", "record-third-party-opinion", "file-lawsuit", "announce-calendar")
			.doesNotHaveDuplicates()
			.allMatch((name) -> name.matches("[a-z]+(-[a-z]+)+"));
	}

}
