package org.gongkai.acceptance.console;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
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
import org.gongkai.events.access.Role;
import org.junit.jupiter.api.Assumptions;

/// The browser of this machine: `-Dgongkai.chromium=…`, the variable GONGKAI_CHROMIUM, or `chromium` on the path. People sign
/// in with account and password, once for each role.
final class Chromium implements AutoCloseable {

	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
			"--lang=en-US");

	private final Playwright playwright;

	private final Browser browser;

	private final Map<Role, String> sessions = new EnumMap<>(Role.class);

	Chromium() {
		Path program = program();
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(program).setHeadless(true).setArgs(ARGUMENTS));
	}

	/// A person at a screen without JavaScript, signed in with a password. The account of
	/// a
	/// role is opened, and signs in, when it is first needed.
	/// @param width of the screen in pixels
	BrowserContext person(Role role, int width) {
		return context(width, this.sessions.computeIfAbsent(role, this::signIn));
	}

	/// @return the cookies
	private String signIn(Role role) {
		try (BrowserContext context = visitor(); Page page = context.newPage()) {
			page.navigate("/sign-in");
			signIn(page, Staff.open(role));
			return context.storageState();
		}
	}

	/// Signs in with a one-time password on the page that is shown, and changes it.
	void signIn(Page page, Staff.Account account) {
		submit(page, Map.of("account", account.name(), "password", account.oneTime()), "修改口令");
		submit(page, Map.of("present", account.oneTime(), "next", Staff.PASSWORD, "again", Staff.PASSWORD), "首页");
	}

	/// Signs in with the changed password on the page that is shown.
	void signInAgain(Page page, Staff.Account account) {
		submit(page, Map.of("account", account.name(), "password", Staff.PASSWORD), "首页");
	}

	/// Types into the one form of a page and sends it.
	/// @param title how the title of the next page begins
	private static void submit(Page page, Map<String, String> fields, String title) {
		fields.forEach((name, value) -> page.locator("form.sheet [name=" + name + "]").fill(value));
		page.locator("form.sheet button").click();
		page.waitForCondition(() -> page.title().startsWith(title));
	}

	/// Somebody before the office who has not signed in.
	BrowserContext visitor() {
		return context(1280, "");
	}

	/// @param session cookies; empty for none
	private BrowserContext context(int width, String session) {
		Browser.NewContextOptions options = new Browser.NewContextOptions().setJavaScriptEnabled(false)
			.setBaseURL(TriedOffice.get().url().toString())
			.setLocale("en-US")
			.setViewportSize(width, 900);
		BrowserContext context = this.browser
			.newContext(session.isEmpty() ? options : options.setStorageState(session));
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

	/// The program; without one the test is skipped, unless a browser was named.
	private static Path program() {
		Optional<Path> named = Stream
			.of(System.getProperty("gongkai.chromium", ""), System.getenv().getOrDefault("GONGKAI_CHROMIUM", ""))
			.filter((path) -> !path.isBlank())
			.map(Path::of)
			.findFirst();
		Optional<Path> found = named.or(() -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.map((folder) -> Path.of(folder, "chromium"))
			.filter(Files::isExecutable)
			.findFirst());
		Assumptions.assumeTrue(found.isPresent(), "no Chromium: install the package chromium, or name the program by"
				+ " -Dgongkai.chromium=/path/to/chromium");
		return found.orElseThrow();
	}

}
