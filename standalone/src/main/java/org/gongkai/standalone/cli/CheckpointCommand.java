package org.gongkai.standalone.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

import org.gongkai.log.LogProofs;
import org.gongkai.standalone.Failed;
import org.gongkai.standalone.Inspection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "checkpoint", mixinStandardHelpOptions = true,
		description = { "Print the newest signed checkpoint; whoever keeps it can show later that nothing was changed.",
				"打印最新的签名检查点，另行保存后可用于核验。" })
final class CheckpointCommand implements Callable<Integer> {

	@ArgGroup(exclusive = true, multiplicity = "1")
	Target.Where where = new Target.Where();

	@Mixin
	Credentials credentials = new Credentials();

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		this.spec.commandLine().getOut().print(note());
		this.spec.commandLine().getOut().flush();
		return GongkaiCommand.DONE;
	}

	private String note() {
		Path data = this.where.data;
		if (data == null) {
			try (Client client = new Client(Target.address(this.where.server), "", this.credentials.header())) {
				return new String(client.get("/api/checkpoints/latest", Map.of()), StandardCharsets.UTF_8);
			}
		}
		try (Inspection inspection = Inspection.open(data)) {
			LogProofs.@Nullable Signed latest = new LogProofs(inspection.read()).latest().orElse(null);
			if (latest == null) {
				throw new Failed("nothing is signed yet");
			}
			return latest.note().format();
		}
	}

}
