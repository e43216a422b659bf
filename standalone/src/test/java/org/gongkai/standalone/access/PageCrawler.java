package org.gongkai.standalone.access;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Opens every page that a signed-in person can reach from the first one, follows every link, presses every button and
/// submits every form: empty, with its required fields, and with all fields. A page of one pattern is opened once per record,
/// a form of one shape is submitted on the first page that has it, so the crawl ends.
final class PageCrawler {

	/// What no page may show: an exception, a missing message, an expression that was not
	/// evaluated.
	private static final Pattern RAW = Pattern
		.compile("\\?\\?\\S+\\?\\?|\\w+Exception\\b|Whitelabel|\\bjava\\.|\\borg\\.(gongkai|spring)|[$#]\\{");

	/// The title of `not-allowed`: a form that ends there should not have been offered.
	private static final String NOT_ALLOWED = "没有办理或者查看的权限";

	private static final Map<String, String> TYPES = Map.of("csv", "text/csv", "json", "application/json", "html",
			"text/html", "pdf", "application/pdf", "zip", "application/zip", "docx",
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "xlsx",
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private static final String REGISTER = """
			申请编号,机关代码,申请人类型,申请人,申请方式,提交日期,收到日期
			导入1,own,自然人,张三,当面,2024-03-04,2024-03-04
			导入2,no-such,自然人,李四,当面,2024-03-04,2024-03-04
			""";

	/// Options of one field that are searched for by themselves.
	private static final int OPTIONS = 2;

	private final PasswordSession session;

	private final String origin;

	private final Deque<Visit> open = new ArrayDeque<>();

	private final Set<String> seen = new HashSet<>();

	private final Set<String> shapes = new HashSet<>();

	private int typed;

	/// Paths and commands that were offered.
	final Set<String> offered = new TreeSet<>();

	/// Commands that were recorded.
	final Set<String> recorded = new TreeSet<>();

	/// What a person would report.
	final List<String> faults = new ArrayList<>();

	int requests;

	PageCrawler(PasswordSession session, URI server) {
		this.session = session;
		this.origin = server.toString();
	}

	/// @param from the page with the link
	private record Visit(String address, String from) {
	}

	/// Crawls from the first page.
	void crawl() {
		this.open.add(new Visit("/", "/"));
		while (!this.open.isEmpty()) {
			Visit visit = this.open.remove();
			open(visit).select("form").forEach((form) -> submit(form, visit.address()));
		}
	}

	/// Signs out by the form of the first page.
	void signOut() {
		Document first = this.session.open("/");
		this.session.submit(this.session.form("/sign-out"), Map.of());
		if (!this.session.page().location().startsWith(this.origin + "/sign-in")
				|| !this.session.open("/").location().equals(this.origin + "/sign-in")) {
			this.faults.add("signed out on " + first.location() + " and still in");
		}
	}

	private Document open(Visit visit) {
		this.requests++;
		String address = visit.address();
		Document page = this.session.open(address);
		HttpResponse<byte[]> response = this.session.response();
		if (response.statusCode() != 200) {
			// a finding vanishes with its cause: no fault where the link is gone, too
			String relative = address.substring(address.indexOf('?') + 1);
			if (this.session.open(visit.from()).select("a[href]").eachAttr("href").toString().contains(relative)) {
				fault(visit.from(), "links to " + address + ", which answers " + response.statusCode());
			}
			this.session.open("/");
			return new Document("");
		}
		if (page.location().startsWith(this.origin + "/sign-in")) {
			fault(address, "leads to the sign-in page");
		}
		else if (response.headers().firstValue("Refresh").isPresent()) {
			Awaitility.await()
				.atMost(Duration.ofMinutes(2))
				.until(() -> this.session.open(address),
						(_) -> this.session.response().headers().firstValue("Refresh").isEmpty());
			read(address, this.session.page());
		}
		else {
			file(address, response);
			read(address, page);
		}
		return this.session.page();
	}

	private void file(String address, HttpResponse<byte[]> response) {
		String type = response.headers().firstValue("Content-Type").orElse("none");
		String format = Stream.of(query(URI.create(this.origin + address)).split("&"))
			.filter((one) -> one.startsWith("format="))
			.map((one) -> one.substring("format=".length()))
			.findFirst()
			.orElse("");
		if (response.body().length == 0 || !type.startsWith(TYPES.getOrDefault(format, ""))) {
			fault(address, response.body().length + " bytes of " + type);
		}
	}

	/// Looks at a page, and notes where it leads.
	private void read(String address, Document page) {
		if (RAW.matcher(page.text())
			.results()
			.map((found) -> found.group())
			.findFirst()
			.orElse("") instanceof String raw && !raw.isEmpty()) {
			fault(address, "shows " + raw);
		}
		for (Element form : page.select("form")) {
			if (form.attr("method").equals("post") != (form.select("input[name=_csrf]").size() == 1)) {
				fault(address, "has a form without a token of its own: " + form.attr("action"));
			}
		}
		for (Element link : page.select("a[href]")) {
			follow(link.attr("href"), page);
		}
	}

	private void follow(String href, Document page) {
		if (href.startsWith("#")) {
			if (page.getElementById(href.substring(1)) == null) {
				fault(page.location(), "has no " + href);
			}
			return;
		}
		URI link = URI.create(page.location()).resolve(href);
		if (!link.toString().startsWith(this.origin + "/")) {
			return;
		}
		String path = link.getRawPath();
		this.offered.add(pattern(path));
		if (this.seen.add(pattern(path) + "?" + asked(path, query(link)))) {
			this.open.add(new Visit(query(link).isEmpty() ? path : path + "?" + query(link),
					page.location().substring(this.origin.length())));
		}
	}

	/// Pages of one kind are opened once, but for different records; files once for each
	/// format.
	private static String asked(String path, String query) {
		String kept = path.startsWith("/api/") ? "(format|table)=.*" : path.equals("/annual-reports") ? "year=202[1-4]"
				: "(id|stream|about|after|agency|withSubordinates|page)=.*";
		return Stream.of(query.split("&"))
			.map((one) -> one.matches(kept) ? one : one.replaceAll("=.*", ""))
			.map((one) -> one.replaceAll("many-\\d+", "many"))
			.sorted()
			.collect(Collectors.joining("&"));
	}

	/// Years without a report are alike.
	private static String pattern(String path) {
		return path.replaceAll("/(?!202[1-3]/(draft|bridge|editions))\\d{4}(?=/|$)", "/Y");
	}

	private static String query(URI link) {
		return (link.getRawQuery() == null) ? "" : link.getRawQuery();
	}

	private void submit(Element form, String address) {
		String action = form.attr("action");
		List<String> fields = fields(form).map((field) -> field.attr("name")).toList();
		String shape = pattern(action).replaceAll("(?<=^/(agencies|reports)/)[^/]+", "X") + form.id() + fields;
		if (action.equals("/sign-out") || !this.shapes.add(shape)) {
			return;
		}
		if (form.attr("role").equals("search") || !form.attr("method").equals("post")) {
			search(form, address);
			return;
		}
		this.offered.add(form.id().isEmpty() ? action : form.id());
		for (Filling filling : Filling.values()) {
			// the page as it is now: what was submitted before may have changed the
			// record
			this.session.open(address);
			this.requests++;
			Element now = same(this.session.page(), form);
			if (now != null) {
				submit(now, filling);
			}
		}
	}

	private static Element same(Document page, Element form) {
		return page.select("form")
			.stream()
			.filter((one) -> one.id().equals(form.id()) && one.attr("action").equals(form.attr("action")))
			.findFirst()
			.orElse(null);
	}

	private void submit(Element form, Filling filling) {
		this.requests++;
		Map<String, String> values = new LinkedHashMap<>();
		fields(form).forEach((field) -> values.put(field.attr("name"), ""));
		if (filling != Filling.EMPTY) {
			values.putAll(fill(form, filling));
		}
		values.values().removeIf(String::isEmpty);
		// what the page gives and a person empties
		fields(form).map((field) -> field.attr("name")).forEach((name) -> values.putIfAbsent(name, ""));
		fields(form).filter((field) -> field.attr("type").equals("checkbox"))
			.map((field) -> field.attr("name"))
			.forEach((name) -> values.remove(name, ""));
		boolean file = form.selectFirst("input[type=file]") != null;
		Document page = file ? this.session.submit(form, values, (filling == Filling.EMPTY) ? "" : "register.csv",
				(filling == Filling.EMPTY) ? "" : REGISTER) : this.session.submit(form, values);
		String what = "POST " + form.attr("action") + " " + form.id() + " " + filling + values;
		int status = this.session.response().statusCode();
		if (page.select("form .problem").text().contains(NOT_ALLOWED)) {
			fault(what, "is offered and not allowed");
		}
		else if (status == 200 && page.selectFirst(".problem[role=alert]") == null) {
			this.recorded.add(form.id().isEmpty() ? form.attr("action") : form.id());
			String shown = page.location().substring(this.origin.length());
			follow(shown, page);
		}
		else if (!Set.of(200, 400, 409, 422).contains(status) || page.selectFirst(".problem") == null) {
			fault(what, "answers " + status + " " + page.title());
		}
		read(what, page);
	}

	/// Searches with no condition, each condition alone, and all; then turns the pages.
	private void search(Element form, String address) {
		List<Map<String, String>> searches = new ArrayList<>(List.of(Map.of(), fill(form, Filling.ALL)));
		Map<String, String> none = new LinkedHashMap<>();
		fields(form).filter((field) -> !field.attr("type").equals("checkbox"))
			.forEach((field) -> none.put(field.attr("name"), ""));
		searches.add(none);
		fields(form).forEach((field) -> values(field).limit(OPTIONS).forEach((value) -> {
			Map<String, String> one = new LinkedHashMap<>(none);
			one.put(field.attr("name"), value);
			searches.add(one);
		}));
		for (Map<String, String> values : searches) {
			find(form, values);
		}
		Document page = find(form, none);
		findAgain(form, none, records(page));
		page = turn(form, page, "下一页");
		turn(form, page, "上一页");
	}

	/// What a register shows is found by its number.
	private void findAgain(Element form, Map<String, String> none, List<String> records) {
		if (!records.isEmpty() && none.containsKey("q")) {
			Map<String, String> values = new LinkedHashMap<>(none);
			values.put("q", records.getLast());
			if (!records(find(form, values)).contains(records.getLast())) {
				fault(form.attr("action"), "does not find " + records.getLast());
			}
		}
	}

	private Document turn(Element form, Document page, String label) {
		Element button = page.selectFirst(".pages button[name=page]:containsOwn(" + label + ")");
		if (button == null) {
			return page;
		}
		this.offered.add(label + " " + form.attr("action"));
		List<String> before = records(page);
		Document turned = find(Objects.requireNonNull(page.selectFirst("form.filter")),
				Map.of("page", button.attr("value")));
		List<String> after = records(turned);
		if (after.isEmpty() || after.stream().anyMatch(before::contains)) {
			fault(form.attr("action"), label + " shows " + after + " after " + before);
		}
		return turned;
	}

	/// The numbers of the records that a register shows.
	private static List<String> records(Document page) {
		return page.select("table.list tbody th").eachText();
	}

	private Document find(Element form, Map<String, String> values) {
		this.requests++;
		Document page = this.session.submit(form, values);
		String what = form.attr("method") + " " + form.attr("action") + " " + values;
		int status = this.session.response().statusCode();
		boolean refused = Set.of(400, 422).contains(status) && page.selectFirst(".problem") != null;
		if (status != 200 && !refused) {
			fault(what, "answers " + status + " " + page.title());
		}
		read(what, page);
		return page;
	}

	private enum Filling {

		EMPTY, REQUIRED, ALL

	}

	private static Stream<Element> fields(Element form) {
		return form.select("input:not([type=hidden]):not([type=file]), select, textarea").stream();
	}

	private Map<String, String> fill(Element form, Filling filling) {
		Map<String, String> values = new LinkedHashMap<>();
		fields(form).filter((field) -> filling == Filling.ALL || field.hasAttr("required"))
			.filter((field) -> field.closest("[data-when]") == null
					|| values.containsValue(field.closest("[data-when]").attr("data-when")))
			.forEach((field) -> values(field).findFirst()
				.ifPresent((value) -> values.put(field.attr("name"), day(field, value, filling))));
		return values;
	}

	/// Acts of the running year, too: some follow on others of this crawl.
	private static String day(Element field, String value, Filling filling) {
		return (field.attr("type").equals("date") && filling == Filling.ALL
				&& !field.attr("name").matches("from|to|.*From|.*To")) ? value.replace("2024-06", "2026-11") : value;
	}

	/// What a person would choose or type, the most likely first.
	private Stream<String> values(Element field) {
		String name = field.attr("name");
		if (field.tagName().equals("select")) {
			List<String> options = field.select("option")
				.eachAttr("value")
				.stream()
				.filter((one) -> !one.isEmpty())
				.toList();
			return Stream.concat(options.stream().filter(Set.of("granted", "passed", "publish", "record")::contains),
					options.stream());
		}
		if (field.tagName().equals("textarea")) {
			return Stream.of(name.equals("daysOff") ? "2031-01-01\n2031-02-03 至 2031-02-07" : "如实记录。\n第二行。");
		}
		return Stream.of(switch (field.attr("type")) {
			case "checkbox" -> field.attr("value");
			case "date" -> date(name);
			case "number" -> "2024";
			case "password" -> PasswordSession.PASSWORD;
			default -> switch (field.attr("inputmode")) {
				case "numeric" -> number(name);
				case "decimal" -> "12.50";
				default -> text(name);
			};
		});
	}

	private static String date(String name) {
		return switch (name) {
			case "dueOn", "replyBy" -> "2024-06-20";
			case "from", "receivedFrom" -> "2024-01-01";
			case "to", "receivedTo" -> "2024-06-30";
			case "registeredOn", "opening" -> "2020-01-01";
			case "submittedOn", "receivedOn" -> "2024-06-03";
			default -> "2024-06-04";
		};
	}

	private static String number(String name) {
		return name.toLowerCase(Locale.ROOT).contains("year") ? (name.equals("year") ? "2031" : "2025") : "10";
	}

	private String text(String name) {
		return switch (name) {
			case "q" -> "张三";
			case "record" -> People.CASE;
			case "person" -> "owner";
			case "fromKnownAt" -> "5";
			case "toKnownAt" -> "20";
			case "code" -> "new-" + ++this.typed;
			default -> "测试" + ++this.typed;
		};
	}

	private void fault(String where, String what) {
		this.faults.add(where + " " + what);
	}

}
