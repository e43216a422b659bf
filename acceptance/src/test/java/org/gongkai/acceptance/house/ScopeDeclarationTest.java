package org.gongkai.acceptance.house;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.gongkai.access.DeclaredScope;
import org.gongkai.access.ReadsRequest;
import org.gongkai.access.Scoped;
import org.gongkai.access.Unscoped;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/// Every parameter of a controller that could name an agency or a record says whether it does.
@AnalyzeClasses(packages = "org.gongkai", importOptions = ProductCode.class)
class ScopeDeclarationTest {

	/// Methods of a request that tell what the caller sent.
	private static final Set<String> CONTENT = Set.of("getParameter", "getParameterValues", "getParameterMap",
			"getParameterNames", "getHeader", "getHeaders", "getHeaderValues", "getHeaderNames", "getInputStream",
			"getReader", "getPart", "getParts", "getCookies", "getQueryString", "getRequestURI", "getRequestURL",
			"getPathInfo", "getServletPath", "getFile", "getFiles", "getFileMap", "getMultiFileMap");

	@ArchTest
	static void every_parameter_that_could_name_an_agency_or_a_record_declares_its_scope(JavaClasses classes) {
		List<Method> handlers = classes.stream()
			.filter((one) -> !one.isInterface())
			.flatMap((one) -> handlers(one.reflect()))
			.toList();

		assertThat(handlers).hasSizeGreaterThan(100);
		assertThat(handlers.stream().flatMap((method) -> DeclaredScope.of(method).undeclared().stream())).isEmpty();
	}

	/// What reads the request itself is known: a form, whose fields become a command; the
	/// body of a command, a file, or a signature; and the headers against requests of
	/// other sites. A filter acts before any controller and finds no record.
	@ArchTest
	static final ArchRule the_request_is_read_in_few_places = noClasses().that()
		// the connector receives bodies before any filter and does not read their fields
		.resideOutsideOfPackages("org.gongkai.access", "org.gongkai.access.connector")
		.and()
		.areNotAssignableTo(Filter.class)
		.and()
		.doNotHaveFullyQualifiedName("org.gongkai.query.desk.Submission")
		.and()
		.doNotHaveFullyQualifiedName("org.gongkai.query.desk.SameOrigin")
		.and()
		// repeats the conditions of a question in the link to its next page
		.doNotHaveFullyQualifiedName("org.gongkai.query.desk.Link")
		.and()
		.doNotHaveFullyQualifiedName("org.gongkai.command.CommandController")
		.and()
		.doNotHaveFullyQualifiedName("org.gongkai.command.audit.WitnessController")
		.and()
		.doNotHaveFullyQualifiedName("org.gongkai.command.integration.ImportController")
		.should()
		.callCodeUnitWhere(DescribedPredicate.describe("the content of a request is read", (JavaCall<?> call) -> {
			CodeUnitCallTarget target = call.getTarget();
			return CONTENT.contains(target.getName()) && (target.getOwner().isAssignableTo(ServletRequest.class)
					|| target.getOwner().isAssignableTo(WebRequest.class)
					|| target.getOwner().isAssignableTo("org.springframework.web.multipart.MultipartRequest"));
		}));

	/// The caller's request is found through the controller alone.
	@ArchTest
	static final ArchRule no_request_is_found_by_the_thread = noClasses().that()
		.resideOutsideOfPackage("org.gongkai.access")
		.and()
		.doNotHaveFullyQualifiedName("org.gongkai.query.desk.Link")
		.should()
		.dependOnClassesThat(assignableTo("org.springframework.web.context.request.RequestContextHolder"));

	@Test
	void a_parameter_by_a_new_name_is_found() {
		assertThat(undeclared("byPath")).containsExactly("Samples.byPath(caseId): declare @Scoped or @Unscoped");
		assertThat(undeclared("byQuery")).containsExactly("Samples.byQuery(caseId): declare @Scoped or @Unscoped");
		assertThat(undeclared("byHeader")).containsExactly("Samples.byHeader(office): declare @Scoped or @Unscoped");
		assertThat(undeclared("byNumber")).containsExactly("Samples.byNumber(caseKey): declare @Scoped or @Unscoped");
		assertThat(undeclared("byList")).containsExactly("Samples.byList(cases): declare @Scoped or @Unscoped");
		assertThat(undeclared("bare")).containsExactly("Samples.bare(caseId): declare @Scoped or @Unscoped");
		assertThat(undeclared("wider")).hasSize(1).allMatch((problem) -> problem.contains("(includeBelow)"));
	}

	@Test
	void an_object_of_parameters_is_found_by_its_fields() {
		assertThat(undeclared("byForm"))
			.containsExactly("Samples.byForm(question): field Question.caseId declares no @Unscoped");
		assertThat(undeclared("byBody"))
			.containsExactly("Samples.byBody(question): field Question.caseId declares no @Unscoped");
		assertThat(undeclared("byBean"))
			.containsExactly("Samples.byBean(bean): declare what is read by @ReadsRequest" + " on the method");
		assertThat(undeclared("byText")).hasSize(1);
	}

	@Test
	void whatever_holds_all_parameters_is_found() {
		for (String name : List.of("map", "many", "raw", "web", "headers")) {
			assertThat(undeclared(name)).as(name).hasSize(1).allMatch((problem) -> problem.contains("@ReadsRequest"));
		}
	}

	@Test
	void what_is_declared_and_what_cannot_name_anything_is_let_through() {
		DeclaredScope scope = DeclaredScope.of(method("declared"));

		assertThat(scope.undeclared()).isEmpty();
		assertThat(scope.named()).containsExactlyInAnyOrder(new DeclaredScope.Named("parent", Scoped.Kind.AGENCY),
				new DeclaredScope.Named("code", Scoped.Kind.AGENCY),
				new DeclaredScope.Named("case", Scoped.Kind.RECORD),
				new DeclaredScope.Named("includeBelow", Scoped.Kind.SUBORDINATES));
	}

	private static Stream<Method> handlers(Class<?> type) {
		return Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> !method.isSynthetic())
			.filter((method) -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class)
					|| AnnotatedElementUtils.hasAnnotation(method, ModelAttribute.class)
					|| AnnotatedElementUtils.hasAnnotation(method, InitBinder.class));
	}

	private static List<String> undeclared(String name) {
		return DeclaredScope.of(method(name)).undeclared();
	}

	private static Method method(String name) {
		return Arrays.stream(Samples.class.getDeclaredMethods())
			.filter((method) -> method.getName().equals(name))
			.findFirst()
			.orElseThrow();
	}

	record Question(String caseId, int year) {
	}

	static final class Bean {

		private @Nullable String caseId;

		@Nullable String getCaseId() {
			return this.caseId;
		}

		void setCaseId(String caseId) {
			this.caseId = caseId;
		}

	}

	/// As controllers may be written one day.
	static final class Samples {

		@GetMapping("/{caseId}")
		void byPath(@PathVariable String caseId, Model model) {
		}

		@GetMapping
		void byQuery(@RequestParam @Nullable String caseId, int year) {
		}

		@GetMapping
		void byHeader(@RequestHeader("Office") String office) {
		}

		@GetMapping
		void byNumber(@RequestParam long caseKey) {
		}

		@GetMapping
		void byList(@RequestParam List<String> cases) {
		}

		@GetMapping
		void bare(String caseId) {
		}

		@GetMapping
		void wider(@Scoped(Scoped.Kind.AGENCY) @RequestParam String office, @RequestParam boolean includeBelow) {
		}

		@GetMapping
		void byForm(Question question) {
		}

		@PostMapping
		void byBody(@RequestBody Question question) {
		}

		@PostMapping
		void byBean(@ModelAttribute Bean bean) {
		}

		@PostMapping
		@ReadsRequest("nothing of it")
		void byText(@RequestBody String json) {
		}

		@PostMapping
		void map(@RequestParam Map<String, String> all) {
		}

		@PostMapping
		void many(@RequestParam MultiValueMap<String, String> all) {
		}

		@PostMapping
		void raw(HttpServletRequest request) {
		}

		@PostMapping
		void web(WebRequest request) {
		}

		@PostMapping
		void headers(@RequestHeader Map<String, String> all) {
		}

		@PostMapping
		@ReadsRequest(value = "a form", agencies = "parent")
		void declared(@Scoped(Scoped.Kind.AGENCY) @PathVariable String code,
				@Scoped(Scoped.Kind.RECORD) @RequestParam("case") String record, @Unscoped @RequestParam String words,
				@Scoped(Scoped.Kind.SUBORDINATES) @RequestParam boolean includeBelow, @RequestParam int year,
				@RequestParam Thread.State state, HttpServletRequest request) {
		}

	}

}
