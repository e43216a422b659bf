package org.gongkai.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

import org.gongkai.standalone.Failed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "evidence", mixinStandardHelpOptions = true,
		description = { "Everything about a case or a year in one file that can be checked elsewhere.",
				"证据包：一件申请或者一个年度的全部记录、证明和检测报告。" },
		footer = { "", "Check it with: gongkai verify-proof FILE --key VKEY" })
final class EvidenceCommand implements Callable<Integer> {

	@Option(names = "--agency", paramLabel = "CODE", required = true, description = { "The agency.", "机关代码。" })
	String agency = "";

	@ArgGroup(exclusive = true, multiplicity = "1")
	About about = new About();

	static final class About {

		@Option(names = "--case", paramLabel = "APPLICATION_NO", description = { "The application's number.", "申请编号。" })
		@Nullable String number;

		@Option(names = "--year", paramLabel = "YEAR", description = { "The year of a report.", "年度。" })
		@Nullable Integer year;

	}

	@Option(names = "--with-subordinates", description = { "With every agency below it.", "含所属机关。" })
	boolean withSubordinates;

	@Option(names = { "-o", "--output" }, paramLabel = "FILE", required = true,
			description = { "The file that is written.", "写入的文件。" })
	Path output = Path.of("");

	@Mixin
	Target target = new Target();

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		byte[] pack;
		try (Target.Session session = this.target.open()) {
			Client client = session.client();
			pack = (this.about.year != null)
					? client.get("/api/audit/evidence/" + Client.encode(this.agency) + "/" + this.about.year,
							Map.of("withSubordinates", this.withSubordinates, "fresh", true))
					: client.get("/api/audit/evidence",
							Map.of("id", this.agency + "/" + this.about.number, "fresh", true));
		}
		try {
			Files.write(this.output, pack);
		}
		catch (IOException ex) {
			throw new Failed("cannot write the file " + this.output + ": " + ex.getMessage(), ex);
		}
		this.spec.commandLine().getOut().println(this.output + ": " + pack.length + " bytes 字节");
		return GongkaiCommand.DONE;
	}

}
