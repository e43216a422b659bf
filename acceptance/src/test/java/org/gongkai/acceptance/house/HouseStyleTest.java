package org.gongkai.acceptance.house;

import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ss.usermodel.Cell;
import org.axonframework.modelling.command.AggregateRoot;
import org.gongkai.command.Command;
import org.gongkai.command.CommandCatalog;
import org.gongkai.events.Event;
import org.gongkai.events.EventCatalog;
import org.gongkai.statute.Refused;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/// What code may be like.
@AnalyzeClasses(packages = "org.gongkai", importOptions = ProductCode.class)
class HouseStyleTest {

	@ArchTest
	static final ArchRule time_is_told_by_an_injected_clock = noClasses().that()
		.doNotHaveFullyQualifiedName("org.gongkai.command.CommandService")
		.and()
		.doNotHaveFullyQualifiedName("org.gongkai.query.QueryService")
		.and()
		.doNotHaveFullyQualifiedName("org.gongkai.standalone.OfficeServices")
		.and()
		// a witness has no office: its command is the edge
		.doNotHaveFullyQualifiedName("org.gongkai.standalone.cli.WitnessCommand")
		.and()
		// waits for another process, which no clock of ours can hurry
		.resideOutsideOfPackage("org.gongkai.standalone.postgres")
		.should()
		.callCodeUnitWhere(readsTheMachineSClock());

	@ArchTest
	static final ArchRule passwords_are_hashed_where_their_number_is_limited = noClasses().that()
		.haveNameNotMatching("org\\.gongkai\\.access\\.PasswordHasher(\\$Turn)?")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.security.crypto..", "org.bouncycastle.crypto.generators..");

	@ArchTest
	static final ArchRule nothing_happens_by_chance = noClasses().should()
		.callConstructor(Random.class)
		.orShould()
		.callConstructor(Random.class, long.class)
		.orShould()
		.callMethod(Math.class, "random");

	@ArchTest
	static final ArchRule nobody_sleeps = noClasses().should()
		.callCodeUnitWhere(DescribedPredicate.describe("a thread sleeps", (JavaCall<?> call) -> {
			CodeUnitCallTarget target = call.getTarget();
			return target.getOwner().isEquivalentTo(Thread.class) && target.getName().equals("sleep");
		}));

	@ArchTest
	static final ArchRule a_decision_knows_no_clock_no_database_and_no_log_file = noClasses().that()
		.areAnnotatedWith(AggregateRoot.class)
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("java.sql..", "javax.sql..", "org.slf4j..", "org.springframework..")
		.orShould()
		.dependOnClassesThat()
		.areAssignableTo(Clock.class);

	@ArchTest
	static final ArchRule who_decides_throws_refused_on_purpose_and_nothing_else = noClasses().that()
		.areAnnotatedWith(AggregateRoot.class)
		.or()
		.haveSimpleNameEndingWith("Rules")
		.should()
		.callCodeUnitWhere(DescribedPredicate.describe("another exception is made",
				(JavaCall<?> call) -> call.getTarget().getName().equals("<init>")
						&& call.getTargetOwner().isAssignableTo(Throwable.class)
						// the latter two are bugs: a log that cannot be, a case that
						// javac rules
						// out
						&& Stream.of(Refused.class, IllegalStateException.class, MatchException.class)
							.noneMatch(call.getTargetOwner()::isEquivalentTo)));

	@ArchTest
	static final ArchRule a_broken_rule_has_one_name = classes().that()
		.areAssignableTo(Throwable.class)
		.and()
		.resideInAnyPackage("org.gongkai.events..", "org.gongkai.statute..", "org.gongkai.command.*..")
		.and()
		// says which row and column of a file is meant, before anything is decided
		.resideOutsideOfPackage("org.gongkai.command.integration")
		.should()
		.beAssignableTo(Refused.class);

	@ArchTest
	static final ArchRule csv_is_written_in_one_place = noClasses().that()
		.doNotHaveFullyQualifiedName("org.gongkai.query.CsvWriter")
		.should()
		.callCodeUnitWhere(DescribedPredicate.describe("a CSV cell is printed",
				(JavaCall<?> call) -> call.getTargetOwner().isEquivalentTo(CSVPrinter.class)
						|| call.getTargetOwner().isEquivalentTo(CSVFormat.class)
								&& call.getTarget().getName().matches("print.*|format")));

	@ArchTest
	static final ArchRule cells_of_a_workbook_are_filled_in_one_place = noClasses().that()
		.doNotHaveFullyQualifiedName("org.gongkai.query.XlsxCells")
		.should()
		.callCodeUnitWhere(DescribedPredicate.describe("a cell of a workbook is filled",
				(JavaCall<?> call) -> call.getTargetOwner().isAssignableTo(Cell.class)
						&& call.getTarget().getName().matches("setCell(Value|Formula)")));

	@ArchTest
	static final ArchRule what_is_needed_comes_by_the_constructor = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

	@ArchTest
	static final ArchRule one_way_of_logging = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

	@ArchTest
	static final ArchRule the_command_line_alone_speaks_to_the_terminal = noClasses().that()
		.resideOutsideOfPackage("org.gongkai.standalone.cli")
		.should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

	@ArchTest
	static final ArchRule no_exception_without_a_kind = GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

	@ArchTest
	static final ArchRule an_event_is_a_record_in_the_past_tense_without_suffix = classes().that()
		.areAssignableTo(Event.class)
		.and()
		.areNotInterfaces()
		.should()
		.beRecords()
		.andShould()
		.haveSimpleNameNotEndingWith("Event");

	@ArchTest
	static final ArchRule a_command_is_a_record_without_suffix = classes().that()
		.areAssignableTo(Command.class)
		.and()
		.areNotInterfaces()
		.should()
		.beRecords()
		.andShould()
		.haveSimpleNameNotEndingWith("Command");

	@ArchTest
	static void every_event_is_in_the_catalog(JavaClasses product) {
		assertThat(EventCatalog.types()).containsExactlyInAnyOrderElementsOf(made(product, Event.class));
	}

	@ArchTest
	static void every_command_is_in_the_catalog(JavaClasses product) {
		assertThat(CommandCatalog.types()).containsExactlyInAnyOrderElementsOf(made(product, Command.class));
	}

	private static <T> List<Class<? extends T>> made(JavaClasses product, Class<T> kind) {
		return product.that(assignableTo(kind))
			.stream()
			.<Class<? extends T>>map((type) -> type.reflect().asSubclass(kind))
			.filter((type) -> !Modifier.isInterface(type.getModifiers()))
			.toList();
	}

	private static DescribedPredicate<JavaCall<?>> readsTheMachineSClock() {
		return DescribedPredicate.describe("the machine's clock is read", (call) -> {
			CodeUnitCallTarget target = call.getTarget();
			JavaClass owner = target.getOwner();
			boolean now = target.getName().equals("now") && List
				.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class,
						Year.class)
				.stream()
				.anyMatch(owner::isEquivalentTo);
			boolean byClock = target.getRawParameterTypes()
				.stream()
				.anyMatch((type) -> type.isEquivalentTo(Clock.class));
			return now && !byClock || owner.isEquivalentTo(Clock.class) && target.getName().startsWith("system")
					|| owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis");
		});
	}

}
