package org.gongkai.acceptance.console;

import java.io.File;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import org.gongkai.acceptance.TriedOffice;

/// The browser of this machine: `-Dgongkai.chromium=…`, the variable GONGKAI_CHROMIUM, or `chromium` on the path.
final class Chromium implements AutoCloseable {

	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
			"--lang=en-US");

	private final Playwright playwright;

	private final Browser browser;

	Chromium() {
		Path program = program();
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(program).setHeadless(true).setArgs(ARGUMENTS));
	}

	/// The owner of the office as its clerk, at a screen, without JavaScript.
	/// @param width of the screen in pixels
	BrowserContext clerk(int width) {
		TriedOffice office = TriedOffice.get();
		BrowserContext context = this.browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false)
			.setBaseURL(office.url().toString())
			.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + office.token(), "Gongkai-Actor",
					URLEncoder.encode("王科员", StandardCharsets.UTF_8)))
			.setLocale("en-US")
			.setViewportSize(width, 900));
		context.setDefaultTimeout(60_000);
		return context;
	}

	/// Somebody before the office who has not signed in.
	BrowserContext visitor() {
		BrowserContext context = this.browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false)
			.setBaseURL(TriedOffice.get().url().toString()));
		context.setDefaultTimeout(60_000);
		return context;
	}

	/// Somebody who checks a proof, at whatever address the page is.
	BrowserContext inspector() {
		BrowserContext context = this.browser.newContext();
		context.setDefaultTimeout(60_000);
		return context;
	}

	/// What is asked of the page itself, though it may run no script of its own.
	static Object ask(Page page, String expression) {
		return page.evaluate(expression);
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

	private static Path program() {
		Optional<Path> told = Stream
			.of(System.getProperty("gongkai.chromium", ""), System.getenv().getOrDefault("GONGKAI_CHROMIUM", ""))
			.filter((path) -> !path.isBlank())
			.map(Path::of)
			.findFirst();
		return told
			.or(() -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
				.map((folder) -> Path.of(folder, "chromium"))
				.filter(Files::isExecutable)
				.findFirst())
			.orElseThrow(() -> new IllegalStateException("these tests need Chromium: install the package chromium,"
					+ " or name the program by -Dgongkai.chromium=/path/to/chromium"));
	}

}
