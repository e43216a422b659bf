package org.gongkai.query.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

import static org.assertj.core.api.Assertions.assertThat;

/// No form that posts is without its CSRF token, and no template can leave it out.
class FormTokenTest {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	private static final Path SOURCES = Path.of("src/main/java");

	private static final Pattern MARKUP = Pattern
		.compile("<form[ >]|formmethod|formaction|th:(method|action|formaction)");

	@Test
	void a_form_that_posts_has_one_token_however_its_method_is_written() {
		for (String form : List.of("<form method='post'></form>", "<form class=\"x\" METHOD=\"POST\"><p>1</p></form>",
				"<form th:method=\"post\"></form>", "<form th:attr=\"method='post'\"></form>",
				"<th:block th:replace=\"~{:: f}\"/><div th:remove=\"all\"><form th:fragment=\"f\" method=\"post\"></form></div>",
				"<form th:replace=\"~{:: f}\"></form><div th:remove=\"all\"><form th:fragment=\"f\" method=\"post\"></form></div>")) {
			Document page = render(form);

			assertThat(page.select("form > input:first-child")).as(form)
				.singleElement()
				.satisfies(
						(field) -> assertThat(field.attr("name") + "=" + field.attr("value")).isEqualTo("_csrf=a\"b"));
		}
	}

	@Test
	void a_form_that_reads_puts_no_token_into_an_address() {
		assertThat(render("<form method='get'></form><form></form>").select("input")).isEmpty();
	}

	@Test
	void each_form_of_a_template_states_its_method_and_leaves_the_token_to_the_dialect() throws IOException {
		for (Path template : files(TEMPLATES)) {
			String text = Files.readString(template);
			assertThat(text).as(template + ": the dialect adds the token")
				.doesNotContain("_csrf")
				.doesNotContainIgnoringCase("formmethod")
				.doesNotContainIgnoringCase("formaction");
			for (Element form : Jsoup.parse(text, "", Parser.xmlParser()).select("form")) {
				assertThat(form.hasAttr("th:replace") ? "replaced" : form.attr("method")).as("%s: %s", template, form)
					.isIn("replaced", "get", "post");
			}
			// a form in another form, in a comment or in a script is not processed
			assertThat(Jsoup.parse(text, "", Parser.xmlParser()).select("form").size()).as("forms of %s", template)
				.isEqualTo(text.toLowerCase(Locale.ROOT).split("<form\\b", -1).length - 1);
		}
	}

	@Test
	void no_form_is_written_outside_the_templates() throws IOException {
		for (Path source : files(SOURCES)) {
			assertThat(MARKUP.matcher(Files.readString(source)).find()).as(source.toString()).isFalse();
		}
	}

	private static List<Path> files(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			List<Path> found = files.filter(Files::isRegularFile).sorted().toList();
			assertThat(found).isNotEmpty();
			return found;
		}
	}

	private static Document render(String template) {
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(new StringTemplateResolver());
		engine.addDialect(new FormTokenDialect());
		Context context = new Context();
		context.setVariable("_csrf", new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "a\"b"));
		return Jsoup.parse(engine.process(template, context));
	}

}
