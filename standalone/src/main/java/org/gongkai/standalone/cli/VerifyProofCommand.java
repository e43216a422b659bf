package org.gongkai.standalone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

import org.gongkai.log.proof.Malformed;
import org.gongkai.log.proof.ProofFile;
import org.gongkai.standalone.Failed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "verify-proof", mixinStandardHelpOptions = true,
		description = {
				"Verify a proof file or an evidence pack without a server: is this in the log that the key signed?",
				"离线核验证明文件或者证据包。" },
		footer = { "", "Every given key must have signed. Exit codes: 0 proven, 1 not proven, 2 could not check." })
final class VerifyProofCommand implements Callable<Integer> {

	private static final int COULD_NOT = 2;

	private static final int MOST = 20;

	private static final byte[] ZIP = { 'P', 'K', 3, 4 };

	@Parameters(paramLabel = "FILE", description = { "The proof file or evidence pack.", "证明文件或者证据包。" })
	Path file = Path.of("");

	@Option(names = "--key", paramLabel = "VKEY", required = true,
			description = { "The log's verifier key, from elsewhere; further ones of witnesses.", "核验公钥，须另行取得。" })
	List<String> keys = new ArrayList<>();

	@Spec
	CommandSpec spec = CommandSpec.create();

	private boolean isPack() {
		try (InputStream in = Files.newInputStream(this.file)) {
			return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
		}
		catch (IOException ex) {
			throw new Failed("cannot read the file " + this.file + ": " + ex.getMessage(), ex);
		}
	}

	private int pack(PrintWriter out) {
		PackVerification verification = new PackVerification(this.keys.stream().map(NoteFile::verifierKey).toList());
		List<String> wrong = verification.wrong(this.file);
		wrong.stream().limit(MOST).forEach((one) -> out.println("NOT PROVEN 未能证明: " + one));
		if (wrong.size() > MOST) {
			out.println("and " + (wrong.size() - MOST) + " more 另有更多");
		}
		if (wrong.isEmpty()) {
			out.println("proven 已证明: " + verification.entries() + " entries 条记录");
		}
		return wrong.isEmpty() ? GongkaiCommand.DONE : GongkaiCommand.FAILED;
	}

	@Override
	public Integer call() {
		PrintWriter out = this.spec.commandLine().getOut();
		try {
			if (isPack()) {
				return pack(out);
			}
			ProofFile proof = ProofFile.read(NoteFile.text(this.file));
			List<String> wrong = proof.verify(this.keys.stream().map(NoteFile::verifierKey).toList());
			if (!wrong.isEmpty()) {
				wrong.forEach((one) -> out.println("NOT PROVEN 未能证明: " + one));
				return GongkaiCommand.FAILED;
			}
			ProofFile.StoredEvent event = proof.event();
			out.println("proven 已证明: position 位置 " + event.position() + ", " + event.name() + ", " + event.streamId());
			out.println(event.payload());
			return GongkaiCommand.DONE;
		}
		catch (Malformed ex) {
			out.println("NOT PROVEN 未能证明: " + ex.getMessage());
			return GongkaiCommand.FAILED;
		}
		catch (Failed ex) {
			this.spec.commandLine().getErr().println("gongkai: could not check: " + ex.getMessage());
			return COULD_NOT;
		}
	}

}
