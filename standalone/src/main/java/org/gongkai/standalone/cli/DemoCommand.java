package org.gongkai.standalone.cli;

import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.gongkai.events.access.Role;
import org.gongkai.standalone.Office;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(name = "demo", mixinStandardHelpOptions = true,
		description = { "Serve two sample offices: a township without applications and a city with 7,132.",
				"示例：一个乡镇和一个设区的市。" },
		footer = { "", "Without --data it works in a temporary folder and removes it at the end." })
final class DemoCommand implements Callable<Integer> {

	private static final String REGISTER = "suqian_city_2023_2024.csv";

	@Option(names = "--data", paramLabel = "DIR",
			description = { "Keep the sample in this folder, empty or of an earlier demo.", "数据文件夹。" })
	@Nullable Path data;

	@Option(names = "--port", paramLabel = "N",
			description = { "Port to listen on (default: " + ServeCommand.DEFAULT_PORT + ", or any if that is taken).",
					"端口。" })
	@Nullable Integer port;

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		PrintWriter out = this.spec.commandLine().getOut();
		Office office = (this.data != null) ? Office.open(this.data, door()) : Office.openTemporary(door());
		out.println("Serving " + office.folder() + " at " + office.url());
		try (Client client = new Client(office.url(), "demo", Client.bearer(office.operatorToken()))) {
			load(client);
			show(client, office, out);
			accounts(client, out);
			out.println("Open " + office.url() + "/ in a browser. Ctrl-C stops it.");
			out.flush();
		}
		return office.serveUntilStopped();
	}

	private Office.Door door() {
		Office.Door asked = Office.Door
			.here(Objects.requireNonNullElse(this.port, Integer.valueOf(ServeCommand.DEFAULT_PORT)));
		return (this.port == null && asked.isTaken()) ? Office.Door.anywhere() : asked;
	}

	private void load(Client client) {
		ImportRun run = new ImportRun(client, this.spec, false);
		take(run, "agencies", "agencies.csv");
		new SampleTownship(client).load(run);
		take(run, "applications", REGISTER);
	}

	private static void take(ImportRun run, String what, String file) {
		Sample.requireWhole(run.follow(what, file, BodyPublishers.ofByteArray(Sample.bytes(file)), Map.of()));
	}

	private static void show(Client client, Office office, PrintWriter out) {
		for (JsonNode published : Client.json.readTree(Sample.bytes("published.json"))) {
			String code = published.path("agency").path("code").asString();
			String year = published.path("year").asString();
			JsonNode report = client.getJson("/api/reports/" + code + "/" + year, Map.of("fresh", true));
			out.println();
			out.print(TableThreeText.of(report));
			out.print(TableFourText.of(report));
			out.println(report.path("table3").equals(published.path("table3"))
					? "Every cell is as the agency published it. 与公布的报告逐格一致。"
					: "This differs from what the agency published! 与公布的报告不一致！");
			out.println(office.url() + "/reports/" + code + "/" + year);
		}
		out.println();
		out.println("The township's report as it was published 已公布的年度报告: " + office.url() + "/api/reports/"
				+ SampleTownship.CODE + "/2021/editions/1?format=html (docx, pdf, xlsx, csv, json, zip)");
	}

	/// One for each role; a demo that is opened again has them already.
	private static void accounts(Client client, PrintWriter out) {
		boolean none = client.getJson("/api/accounts", Map.of()).path("accounts").isEmpty();
		for (Role role : none ? Role.values() : new Role[0]) {
			String name = role.name().toLowerCase(Locale.ROOT);
			out.println(AccountsCommand.told(client.send("/api/accounts",
					Map.of("account", name, "displayName", "示例 " + name, "machine", role == Role.SYSTEM))));
			client.send("/api/accounts/" + name + "/grants", Map.of("role", name));
		}
	}

}
