package org.gongkai.acceptance.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Tests of pages sign in as people do. The token of the owner bypasses the CSRF token of a form and every role, so a page
/// test that uses it cannot notice a form that no person can send.
class PageTestRuleTest {

	/// A test that reads pages or drives a browser.
	private static final Pattern PAGES = Pattern.compile("import (org\\.jsoup|com\\.microsoft\\.playwright)\\.");

	private static final Pattern OWNER = Pattern.compile(
			"operatorToken\\(|operator\\.token|[oO]ffice(\\.get\\(\\))?\\.token\\(|setExtraHTTPHeaders|setExtraHttpHeaders");

	@Test
	void no_test_of_pages_uses_the_token_of_the_owner() throws IOException {
		List<Path> pages = tests().stream().filter((file) -> PAGES.matcher(text(file)).find()).toList();

		assertThat(pages).extracting((file) -> file.getFileName().toString())
			.contains("Chromium.java", "Counter.java", "PasswordSession.java", "PageCrawler.java", "Window.java");
		assertThat(pages).noneMatch((file) -> OWNER.matcher(text(file)).find());
	}

	private static List<Path> tests() throws IOException {
		Path root = Path.of("").toAbsolutePath().getParent();
		try (Stream<Path> files = Stream.of("acceptance", "standalone", "query-service", "access", "command-service")
			.map((module) -> root.resolve(module).resolve("src/test/java"))
			.flatMap(PageTestRuleTest::walk)) {
			return files.filter((file) -> file.toString().endsWith(".java")).sorted().toList();
		}
	}

	private static Stream<Path> walk(Path folder) {
		try {
			return Files.exists(folder) ? Files.walk(folder) : Stream.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
