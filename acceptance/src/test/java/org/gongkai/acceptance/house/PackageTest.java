package org.gongkai.acceptance.house;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.gongkai.command.Command;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

/// How packages are named and what they show to others.
@AnalyzeClasses(packages = "org.gongkai", importOptions = ProductCode.class)
class PackageTest {

	/// The office's work: the same names in every module.
	private static final String FEATURE = "application|review|disclosure|report|agency|audit|integration|calendar|access";

	private static final String NAMES = "org\\.gongkai\\.((events|statute|command|query)(\\.(" + FEATURE
			+ "))?|log(\\.(personal|proof|received|stream|verify))?|access(\\.connector)?|"
			+ "command\\.integration\\.stream|query\\.desk|query\\.report\\.(check|document|published)|standalone(\\.(cli|postgres))?)";

	/// What is public though no other package of the product names it, and why.
	private static final Map<String, String> PUBLIC_ALL_THE_SAME = Map.of("org.gongkai.events.Metadata",
			"constants are compiled into their users", "org.gongkai.access.DeclaredScope",
			"tells the tests what controllers declare", "org.gongkai.command.Commands",
			"the door of the command side for callers in the same process", "org.gongkai.command.CommandCatalog",
			"tells such callers what they can do", "org.gongkai.command.Actor", "tells such callers who acts",
			"org.gongkai.query.application.Terms", "named in templates", "org.gongkai.query.application.CaseHistory",
			"read by templates", "org.gongkai.query.report.Reports", "the tables for callers in the same process",
			"org.gongkai.command.integration.Import", "its view is what Uploads tells of an import");

	@ArchTest
	static void packages_are_named_after_the_office_s_work(JavaClasses product) {
		assertThat(packages(product)).extracting(JavaPackage::getName).allMatch((name) -> name.matches(NAMES));
	}

	@ArchTest
	static void every_package_says_what_it_is_for_and_where_null_may_be(JavaClasses product) {
		assertThat(packages(product))
			.allSatisfy((one) -> assertThat(one.tryGetPackageInfo()).as(one.getName() + ".package-info")
				.hasValueSatisfying((info) -> assertThat(info.isAnnotatedWith(NullMarked.class)).isTrue()));
	}

	@ArchTest
	static final ArchRule what_is_public_is_used_elsewhere = classes().that()
		.areTopLevelClasses()
		.and()
		.arePublic()
		.and()
		.resideOutsideOfPackage("org.gongkai.standalone..")
		.and(describe("are no command", (JavaClass type) -> !type.isAssignableTo(Command.class)))
		.should(beNeededOutsideItsPackage());

	private static Set<JavaPackage> packages(JavaClasses product) {
		return product.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
	}

	/// Commands are left out above: they are what the module is called with, by name.
	private static ArchCondition<JavaClass> beNeededOutsideItsPackage() {
		return new ArchCondition<>("be used from another package, be told of by such a type, or start a process") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				if (!isNeeded(type) && !isToldOf(type)) {
					events.add(SimpleConditionEvent.violated(type, type.getName() + " is public for nobody"));
				}
			}
		};
	}

	private static boolean isNeeded(JavaClass type) {
		return PUBLIC_ALL_THE_SAME.containsKey(type.getName()) || type.tryGetMethod("main", String[].class).isPresent()
				|| users(type).anyMatch((user) -> !user.getPackageName().equals(type.getPackageName()));
	}

	/// Whether a needed type of the package, or a type that one tells of, has it in a
	/// signature.
	private static boolean isToldOf(JavaClass type) {
		Deque<JavaClass> open = new ArrayDeque<>(List.of(type));
		Set<JavaClass> seen = new HashSet<>(open);
		while (!open.isEmpty()) {
			JavaClass told = open.pop();
			if (isNeeded(told)) {
				return true;
			}
			users(told).filter((user) -> tells(user, told)).filter(seen::add).forEach(open::push);
		}
		return false;
	}

	private static Stream<JavaClass> users(JavaClass type) {
		return type.getDirectDependenciesToSelf()
			.stream()
			.map(Dependency::getOriginClass)
			.map(PackageTest::topLevel)
			.filter((user) -> !user.equals(type));
	}

	private static JavaClass topLevel(JavaClass type) {
		return type.getEnclosingClass().map(PackageTest::topLevel).orElse(type);
	}

	private static boolean tells(JavaClass user, JavaClass told) {
		return Stream
			.concat(Stream.of(user),
					user.getPackage().getClasses().stream().filter((type) -> topLevel(type).equals(user)))
			.flatMap((type) -> type.getMethods().stream())
			.filter((method) -> method.getModifiers().contains(JavaModifier.PUBLIC))
			.anyMatch((method) -> method.getAllInvolvedRawTypes()
				.stream()
				.map(PackageTest::topLevel)
				.anyMatch(told::equals));
	}

}
