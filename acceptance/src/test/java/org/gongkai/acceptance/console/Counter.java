package org.gongkai.acceptance.console;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.gongkai.access.Rights;
import org.gongkai.events.access.Role;

import static org.assertj.core.api.Assertions.assertThat;

/// The staff at their browsers: fills in forms by the names of their fields and presses their buttons. The clerk opens the
/// pages; a command that no clerk may give is given on the same page by a colleague whose role allows it.
final class Counter implements AutoCloseable {

	private final Chromium chromium;

	private final int width;

	private final Map<Role, Page> pages = new EnumMap<>(Role.class);

	private Role role = Role.CLERK;

	/// What is shown.
	Page page;

	private int loads;

	/// @param width of the screens in pixels
	Counter(Chromium chromium, int width) {
		this.chromium = chromium;
		this.width = width;
		this.page = page(Role.CLERK);
	}

	/// A clerk with a browser of their own.
	Counter(Chromium chromium, BrowserContext clerk) {
		this.chromium = chromium;
		this.width = 0;
		this.page = clerk.newPage();
		this.page.onLoad((_) -> this.loads++);
		this.pages.put(Role.CLERK, this.page);
	}

	/// A second window of the same people.
	Counter neighbour() {
		return new Counter(this.chromium, this.width);
	}

	/// Opens a page as a clerk.
	Counter open(String path) {
		return open(Role.CLERK, path);
	}

	Counter open(Role colleague, String path) {
		this.role = colleague;
		this.page = page(colleague);
		this.page.navigate(path);
		return this;
	}

	private Page page(Role of) {
		return this.pages.computeIfAbsent(of, (needed) -> {
			Page opened = this.chromium.person(needed, this.width).newPage();
			opened.onLoad((_) -> this.loads++);
			return opened;
		});
	}

	/// Puts the page before someone who may give a command.
	private void bring(String command) {
		Set<Role> roles = Rights.rows()
			.stream()
			.filter((right) -> right.operation().equals(command))
			.findFirst()
			.<Set<Role>>map((right) -> EnumSet.copyOf(right.roles()))
			.orElse(EnumSet.of(Role.CLERK));
		if (!roles.contains(this.role)) {
			open(roles.iterator().next(), this.page.url());
		}
	}

	/// The form of a command, its disclosure opened.
	Locator form(String command) {
		this.page.locator("#" + command).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
		Locator summary = this.page.locator("details:has(#" + command + ") > summary");
		if (summary.count() > 0 && !this.page.locator("#" + command).isVisible()) {
			summary.click();
		}
		return this.page.locator("#" + command);
	}

	/// Fills in fields by their names.
	void fill(String command, Map<String, String> values) {
		bring(command);
		Locator form = form(command);
		int filled = 0;
		// in the order of the page: a choice may bring further fields into sight
		for (Locator field : form.locator("input:not([type=hidden]), select, textarea").all()) {
			String value = values.get(field.getAttribute("name"));
			if (value == null) {
				continue;
			}
			filled++;
			if (field.evaluate("field => field.tagName").equals("SELECT")) {
				field.selectOption(value);
			}
			else {
				field.fill(value);
			}
		}
		assertThat(filled).as("fields of %s", command).isEqualTo(values.size());
	}

	void hand(String command, Map<String, String> values) {
		fill(command, values);
		send(command);
	}

	void send(String command) {
		int before = this.loads;
		form(command).locator("button").click();
		this.page.waitForCondition(() -> this.loads > before);
	}

	void registerTownship(String code) {
		open("/agencies").hand("register-agency",
				Map.of("code", code, "name", "下庄镇人民政府", "kind", "township", "registeredOn", "2018-01-01"));
	}

	/// Handed in at the counter on a day.
	void receive(String agency, String number, String day) {
		open("/applications/new").hand("receive-application",
				Map.of("agency", agency, "applicationNo", number, "channel", "in_person", "submittedOn", day,
						"receivedOn", day, "applicantKind", "natural_person", "personal.name", "张三", "personal.subject",
						"农村土地承包经营权流转合同备案清单"));
	}

	/// The clerk drafts a decision on the case that is shown, and the approver signs it.
	/// @param reply what the reply says
	void decide(String day, Map<String, String> reply) {
		draft(day, reply);
		Map<String, String> decision = new HashMap<>(reply);
		decision.put("decidedOn", day);
		hand("decide-application", decision);
	}

	/// The clerk drafts a decision on the case that is shown.
	void draft(String day, Map<String, String> reply) {
		Map<String, String> draft = new HashMap<>(reply);
		draft.put("draftedOn", day);
		hand("draft-decision", draft);
	}

	Locator entries() {
		return this.page.locator("table.history tbody tr");
	}

	@Override
	public void close() {
		this.pages.values().forEach((shown) -> shown.context().close());
	}

}
