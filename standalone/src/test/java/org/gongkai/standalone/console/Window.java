package org.gongkai.standalone.console;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.gongkai.access.Rights;
import org.gongkai.events.access.Role;
import org.gongkai.standalone.Office;
import org.gongkai.standalone.access.PasswordSession;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import static org.assertj.core.api.Assertions.assertThat;

/// The staff of an office at their browsers, one account for each role, signed in with a password when first needed. The
/// clerk opens the pages; a command that no clerk may give is given on the same page by a colleague whose role allows it.
final class Window implements AutoCloseable {

	private final Office office = Office.openTemporary(Office.Door.anywhere());

	private final Map<Role, PasswordSession> sessions = new EnumMap<>(Role.class);

	private Role role = Role.CLERK;

	/// What is shown.
	Document page = new Document("");

	/// With which status.
	int status;

	Document open(String path) {
		return open(Role.CLERK, path);
	}

	/// Opens a page as a colleague.
	Document open(Role colleague, String path) {
		this.role = colleague;
		session().open(path);
		return show();
	}

	/// Hands the form of a command in, with what stands in it and what is typed.
	Document hand(String command, Map<String, String> typed) {
		// first: the form may be in the hands of a colleague
		Element form = form(command, typed);
		session().submit(form, typed);
		return show();
	}

	/// Hands a form with a file in.
	Document hand(String command, Map<String, String> typed, String fileName, String content) {
		Element form = form(command, typed);
		session().submit(form, typed, fileName, content);
		return show();
	}

	/// What is wrong, in the form of a command or at one of its fields.
	String problem(String command) {
		return form(command).select(".problem").text();
	}

	String value(String command, String field) {
		Element found = form(command).selectXpath(".//*[@name='" + field + "']").first();
		assertThat(found).as(field).isNotNull();
		return PasswordSession.value(found);
	}

	void township() {
		open("/agencies");
		hand("register-agency",
				Map.of("code", "T", "name", "下庄镇人民政府", "kind", "township", "registeredOn", "2018-01-01"));
	}

	void received(String number, String day) {
		open("/applications/new?agency=T");
		hand("receive-application", Map.of("applicationNo", number, "channel", "in_person", "submittedOn", day,
				"receivedOn", day, "applicantKind", "natural_person", "personal.name", "张三"));
	}

	/// The clerk drafts a decision on the case that is shown, and the approver signs it.
	void decided(String outcome, String day) {
		drafted(outcome, day);
		hand("decide-application", Map.of("outcome", outcome, "decidedOn", day));
	}

	/// The clerk drafts a decision on the case that is shown.
	void drafted(String outcome, String day) {
		hand("draft-decision", Map.of("outcome", outcome, "draftedOn", day));
	}

	@Override
	public void close() {
		this.sessions.values().forEach(PasswordSession::close);
		this.office.close();
	}

	private PasswordSession session() {
		return this.sessions.computeIfAbsent(this.role,
				(needed) -> PasswordSession.signIn(this.office, needed.name().toLowerCase(Locale.ROOT), needed, ""));
	}

	private Document show() {
		this.page = session().page();
		this.status = session().response().statusCode();
		assertThat(this.status).as(this.page.text()).isNotIn(401, 403);
		return this.page;
	}

	/// The form of a command in the hands of someone who may give it.
	private Element form(String command, Map<String, String> typed) {
		Set<Role> roles = roles(command);
		if (!roles.contains(this.role)) {
			open(roles.iterator().next(), this.page.location());
		}
		Element form = form(command);
		typed.keySet()
			.forEach((name) -> assertThat(form.selectXpath(".//*[@name='" + name + "']")).as("%s of %s", name, command)
				.isNotEmpty());
		return form;
	}

	private static Set<Role> roles(String command) {
		return Rights.rows()
			.stream()
			.filter((right) -> right.operation().equals(command))
			.findFirst()
			.<Set<Role>>map((right) -> EnumSet.copyOf(right.roles()))
			.orElse(EnumSet.of(Role.CLERK));
	}

	private Element form(String command) {
		Element form = this.page.getElementById(command);
		if (form == null) {
			throw new AssertionError(command + " is not on the page " + this.page.title() + ": " + this.page.text());
		}
		return form;
	}

}
