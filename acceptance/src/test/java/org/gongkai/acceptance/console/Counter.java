package org.gongkai.acceptance.console;

import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

import static org.assertj.core.api.Assertions.assertThat;

/// One clerk's window: fills in forms by the names of their fields and presses their buttons.
final class Counter implements AutoCloseable {

	private final BrowserContext context;

	final Page page;

	private int loads;

	Counter(BrowserContext context) {
		this.context = context;
		this.page = context.newPage();
		this.page.onLoad((_) -> this.loads++);
	}

	/// A second window of the same browser.
	Counter neighbour() {
		return new Counter(this.context);
	}

	Counter open(String path) {
		this.page.navigate(path);
		return this;
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

	Locator entries() {
		return this.page.locator("table.history tbody tr");
	}

	@Override
	public void close() {
		this.context.close();
	}

}
