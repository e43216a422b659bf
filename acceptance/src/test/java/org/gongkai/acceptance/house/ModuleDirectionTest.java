package org.gongkai.acceptance.house;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/// Which module may know which.
@AnalyzeClasses(packages = "org.gongkai", importOptions = ProductCode.class)
class ModuleDirectionTest {

	@ArchTest
	static final ArchRule events_know_the_jdk_alone = classes().that()
		.resideInAPackage("org.gongkai.events..")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("java..", "org.jspecify.annotations..", "org.gongkai.events..");

	@ArchTest
	static final ArchRule the_law_knows_events_and_the_almanac_alone = classes().that()
		.resideInAPackage("org.gongkai.statute..")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("java..", "org.jspecify.annotations..", "com.tyme..", "org.gongkai.events..",
				"org.gongkai.statute..");

	@ArchTest
	static final ArchRule the_almanac_is_known_to_the_calendar_alone = noClasses().that()
		.resideOutsideOfPackage("org.gongkai.statute.calendar")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("com.tyme..");

	@ArchTest
	static final ArchRule the_log_knows_events_alone = noClasses().that()
		.resideInAPackage("org.gongkai.log..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.gongkai.statute..", "org.gongkai.command..", "org.gongkai.query..",
				"org.gongkai.standalone..");

	@ArchTest
	static final ArchRule who_decides_does_not_know_who_shows = noClasses().that()
		.resideInAPackage("org.gongkai.command..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.gongkai.query..", "org.gongkai.standalone..");

	@ArchTest
	static final ArchRule who_shows_does_not_know_who_decides = noClasses().that()
		.resideInAPackage("org.gongkai.query..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.gongkai.command..", "org.gongkai.standalone..");

	@ArchTest
	static final ArchRule features_know_each_other_in_one_direction = slices().matching("org.gongkai.(*).(*)..")
		.should()
		.beFreeOfCycles();

}
