package org.gongkai.standalone.access;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.gongkai.command.CommandCatalog;
import org.gongkai.events.access.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Nobody is led to a door that is shut for him: every link and every form on every page that can be reached from the first
/// one, for every role.
class NavigationTest {

	private static House house;

	private static CommandSamples samples;

	@BeforeAll
	static void open() {
		house = new House();
		new People(house);
		house.received("own", "2");
		house.done("draft-decision",
				"{\"applicationId\": \"own/2\", \"outcome\": \"granted\", \"draftedOn\": \"2024-03-11\"}");
		List.of("below", "above", "foreign").forEach(house::received);
		house.get("owner", "/api/applications?fresh=true");
		samples = new CommandSamples(house.get("owner", "/v3/api-docs/commands").at("/components/schemas"));
	}

	@AfterAll
	static void close() {
		house.close();
	}

	@ParameterizedTest
	@EnumSource
	void whatever_a_page_offers_may_be_done(Role role) {
		String name = role.name().toLowerCase(Locale.ROOT);
		house.account(name + ".narrow", name, ", \"agency\": \"own\"");
		house.account(name + ".wide", name, ", \"agency\": \"own\", \"withSubordinates\": true");
		house.account(name + ".house", name, "");

		for (String reach : List.of("narrow", "wide", "house")) {
			Visit visit = new Visit(name + "." + reach);
			visit.from("/");
			assertThat(visit.shut).isEmpty();
			assertThat(visit.offered).as(name).containsAll(expected(role)).doesNotContainAnyElementsOf(never(role));
		}
	}

	/// What shows that a walk came far enough.
	private static List<String> expected(Role role) {
		return switch (role) {
			case CLERK ->
				List.of("/applications/show", "/applications/new", "/imports", "extend-deadline", "draft-decision",
						"rectify-record", "file-review", "make-document", "answer-finding", "draft-information");
			case REVIEWER -> List.of("/applications/show", "draft-decision", "return-draft", "review-information");
			case APPROVER ->
				List.of("/applications/show", "decide-application", "erase-applicant", "rectify-record", "erase-party");
			case STATISTICIAN -> List.of("/applications/show", "/reports/own/Y/draft", "open-report");
			case INSPECTOR -> List.of("/applications/show", "/sightings", "/api/audit/evidence", "close-finding");
			case ADMINISTRATOR -> List.of("/agencies/own", "/imports", "register-agency", "rename-agency");
			case SYSTEM -> List.of("/information", "/reports/own/Y", "/annual-reports");
		};
	}

	private static List<String> never(Role role) {
		return switch (role) {
			case CLERK ->
				List.of("/sightings", "decide-application", "return-draft", "register-agency", "open-finding");
			case REVIEWER, APPROVER -> List.of("/sightings", "/applications/new", "/imports", "strike-entry");
			case STATISTICIAN -> List.of("/sightings", "/applications/new", "extend-deadline");
			case INSPECTOR -> List.of("/applications/new", "/imports", "extend-deadline", "answer-finding");
			case ADMINISTRATOR, SYSTEM -> List.of("/applications", "/disputes", "/audit/findings", "/sightings");
		};
	}

	private static boolean isCommand(String name) {
		return CommandCatalog.types().stream().map(CommandCatalog::nameOf).anyMatch(name::equals);
	}

	/// One account on its way through the pages.
	private static final class Visit {

		private final String account;

		private final Deque<String> open = new ArrayDeque<>();

		private final Set<String> seen = new HashSet<>();

		/// Paths and commands that were offered.
		final Set<String> offered = new TreeSet<>();

		/// What was offered and is refused.
		final List<String> shut = new ArrayList<>();

		Visit(String account) {
			this.account = account;
		}

		void from(String first) {
			this.open.add(first);
			while (!this.open.isEmpty()) {
				String address = this.open.remove();
				HttpResponse<String> answer = ask("GET", address, "");
				if (answer.statusCode() == 200
						&& answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
					read(address, Jsoup.parse(answer.body(), house.office.url() + address));
				}
			}
		}

		private void read(String address, Document page) {
			page.select("a[href]").forEach((link) -> follow(link.attr("href"), address));
			for (Element form : page.select("form")) {
				String action = form.attr("action").isEmpty() ? address : form.attr("action");
				if (action.equals("/sign-out")) {
					continue;
				}
				if (form.attr("method").equals("get")) {
					follow(action, address);
				}
				else if (this.seen.add("POST " + action)) {
					this.offered.add(pattern(action));
					ask("POST", action, hidden(form));
				}
				if (isCommand(form.id()) && this.seen.add(form.id())) {
					give(form.id(), page);
				}
			}
		}

		/// Where only the table of rights is asked: nothing is recorded.
		private void give(String command, Document page) {
			this.offered.add(command);
			String type = CommandCatalog.types()
				.stream()
				.filter((one) -> CommandCatalog.nameOf(one).equals(command))
				.findFirst()
				.orElseThrow()
				.getSimpleName();
			HttpResponse<String> answer = house.call(this.account, "POST", "/api/commands/" + command + "/preview",
					samples.of(type, "own"));
			if (answer.body().contains("\"not-allowed\"")) {
				this.shut.add(this.account + " is offered " + command + " on " + page.location());
			}
		}

		private void follow(String href, String from) {
			URI link = URI.create(house.office.url() + from).resolve(href);
			String path = link.getRawPath();
			if (!link.toString().startsWith(house.office.url().toString()) || path.endsWith(".html")) {
				return;
			}
			this.offered.add(pattern(path));
			String query = (link.getRawQuery() == null) ? "" : link.getRawQuery();
			if (this.seen.add(pattern(path) + "?" + asked(query))) {
				this.open.add(query.isEmpty() ? path : path + "?" + query);
			}
		}

		/// Pages of one kind are looked at once, but for different records.
		private static String asked(String query) {
			return List.of(query.split("&"))
				.stream()
				.map((one) -> one.matches("(id|record|stream|about|after|agency|withSubordinates)=.*") ? one
						: one.replaceAll("=.*", ""))
				.sorted()
				.collect(Collectors.joining("&"));
		}

		private static String pattern(String path) {
			return path.replaceAll("/\\d{4}(?=/|$)", "/Y");
		}

		/// What a form sends by itself; what is still to be typed is missing, so nothing
		/// is recorded.
		private static String hidden(Element form) {
			return form.select("input[type=hidden]")
				.stream()
				.map((field) -> Walk.encoded(field.attr("name")) + "=" + Walk.encoded(field.attr("value")))
				.collect(Collectors.joining("&"));
		}

		private HttpResponse<String> ask(String method, String address, String form) {
			HttpResponse<String> answer = house.call(this.account, method, address, "application/x-www-form-urlencoded",
					form);
			if (answer.statusCode() == 403 || answer.statusCode() >= 500) {
				this.shut.add(this.account + " " + method + " " + address + " answers " + answer.statusCode());
			}
			return answer;
		}

	}

}
