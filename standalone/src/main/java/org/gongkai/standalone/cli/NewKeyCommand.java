package org.gongkai.standalone.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;

import org.gongkai.log.proof.Malformed;
import org.gongkai.log.proof.SigningKey;
import org.gongkai.standalone.Failed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "new-key", mixinStandardHelpOptions = true,
		description = { "Make a signing key for a log or a witness; prints its verifier keys.", "生成日志或见证人的签名密钥。" })
final class NewKeyCommand implements Callable<Integer> {

	@Parameters(index = "0", paramLabel = "NAME", description = {
			"Of the log or witness, like an address without its scheme.", "名称，如 archive.example.gov.cn/w1。" })
	String name = "";

	@Parameters(index = "1", paramLabel = "FILE",
			description = { "Where the key is written; keep it secret.", "密钥文件。" })
	Path file = Path.of("");

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		try {
			SigningKey key = SigningKey.generate(this.name, new SecureRandom());
			NoteFile.create(this.file, key.secret() + "\n");
			this.spec.commandLine().getOut().println("log 日志    " + key.verifier());
			this.spec.commandLine().getOut().println("witness 见证 " + key.cosigner());
			return GongkaiCommand.DONE;
		}
		catch (Malformed ex) {
			throw new Failed(String.valueOf(ex.getMessage()), ex);
		}
	}

}
