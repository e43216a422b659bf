package org.gongkai.command;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.axonframework.commandhandling.CommandHandler;
import org.gongkai.command.agency.Agency;
import org.gongkai.command.application.Application;
import org.gongkai.command.calendar.Year;
import org.gongkai.command.review.Dispute;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommandCatalogTest {

	@Test
	void every_command_has_exactly_one_handler() {
		List<Class<?>> handled = Stream.of(Agency.class, Application.class, Dispute.class, Year.class)
			.flatMap((aggregate) -> Arrays.stream(aggregate.getDeclaredMethods()))
			.filter((method) -> method.isAnnotationPresent(CommandHandler.class))
			.<Class<?>>map((Method method) -> method.getParameterTypes()[0])
			.toList();

		assertThat(handled).containsExactlyInAnyOrderElementsOf(CommandCatalog.types());
	}

	@Test
	void names_are_the_class_names_in_kebab_case() {
		assertThat(CommandCatalog.types()).extracting(CommandCatalog::nameOf)
			.containsExactly("announce-calendar", "ask-for-reasons", "choose-dispute-counting", "close-agency",
					"conclude-lawsuit", "conclude-review", "consult-agency", "consult-third-party",
					"decide-application", "delay-reply", "deliver-reply", "extend-deadline", "file-lawsuit",
					"file-review", "issue-fee-notice", "lapse-correction", "lapse-fee", "open-ledger",
					"order-redecision", "receive-application", "record-agency-opinion", "record-fee-payment",
					"record-third-party-opinion", "rectify-dispute", "rectify-record", "redecide-application",
					"register-agency", "rename-agency", "reparent-agency", "request-correction", "strike-dispute-entry",
					"strike-entry", "supply-correction", "supply-reasons", "transfer-application",
					"withdraw-application", "withdraw-lawsuit", "withdraw-review");
	}

}
