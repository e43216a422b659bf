package org.gongkai.standalone.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.gongkai.log.proof.Checkpoint;
import org.gongkai.log.proof.Malformed;
import org.gongkai.log.proof.Note;
import org.gongkai.log.proof.Proofs;
import org.gongkai.log.proof.SigningKey;
import org.gongkai.log.proof.VerifierKey;
import org.gongkai.standalone.Failed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(name = "witness", mixinStandardHelpOptions = true,
		description = { "Check that a log only grew since the last time, cosign its checkpoint and keep it.",
				"见证：核对日志只增不改，联署并保存检查点。" },
		footer = { "", "Run it from time to time on another machine: the superior agency's or the archive's.",
				"Exit codes: 0 cosigned, 1 the log did not only grow, or failed." })
final class WitnessCommand implements Callable<Integer> {

	@Option(names = "--server", paramLabel = "URL", required = true,
			description = { "The server whose log is watched.", "服务地址。" })
	@Nullable URI server;

	@Option(names = "--log-key", paramLabel = "VKEY", required = true,
			description = { "The log's verifier key, from elsewhere.", "日志的核验公钥。" })
	String logKey = "";

	@Option(names = "--key", paramLabel = "FILE", required = true,
			description = { "The witness's signing key (gongkai new-key).", "见证人的密钥文件。" })
	Path key = Path.of("");

	@Option(names = "--state", paramLabel = "FILE", required = true,
			description = { "Keeps the last checkpoint; give it to gongkai verify --checkpoint.", "保存最近检查点的文件。" })
	Path state = Path.of("");

	@Option(names = "--keep-only", description = { "Check and keep, do not send a cosignature.", "只核对和保存，不联署。" })
	boolean keepOnly;

	@Mixin
	Credentials credentials = new Credentials();

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		VerifierKey log = NoteFile.verifierKey(this.logKey);
		SigningKey witness = NoteFile.signingKey(this.key);
		try (Client client = new Client(Target.address(this.server), witness.name(), this.credentials.header())) {
			Note note = Note.parse(client.getText("/api/checkpoints/latest"));
			Checkpoint now = checkpoint(note, log, "the server's checkpoint");
			requireGrown(client, log, now);
			Note.Signature cosignature = witness.cosign(note.text(), Instant.now());
			NoteFile.replace(this.state, note.with(cosignature).format());
			if (!this.keepOnly) {
				client.postText("/api/checkpoints/" + now.size() + "/cosignatures", cosignature.line() + "\n");
			}
			this.spec.commandLine()
				.getOut()
				.println(now.origin() + ": " + now.size() + " positions seen 已见证"
						+ (this.keepOnly ? "" : ", cosigned 已联署"));
			return GongkaiCommand.DONE;
		}
		catch (Malformed ex) {
			throw new Failed("the server does not speak as a log does: " + ex.getMessage(), ex);
		}
	}

	private void requireGrown(Client client, VerifierKey log, Checkpoint now) {
		if (!Files.exists(this.state)) {
			return;
		}
		Checkpoint before = checkpoint(NoteFile.note(this.state), log, this.state.toString());
		boolean grown = before.hash() == now.hash() && before.size() <= now.size() && Proofs.consistent(
				now.hash().hasher(), before.size(), now.size(), before.root(), now.root(), path(client, before, now));
		if (!grown) {
			throw new Failed("the log did not only grow since " + before.size() + ": keep " + this.state
					+ " and verify the office's folder against it 日志曾被改动或截断");
		}
	}

	private static List<byte[]> path(Client client, Checkpoint before, Checkpoint now) {
		JsonNode answer = client.getJson("/api/checkpoints/" + now.size() + "/consistency/" + before.size(), Map.of());
		List<byte[]> path = new ArrayList<>();
		try {
			answer.path("path").forEach((hash) -> path.add(Base64.getDecoder().decode(hash.asString(""))));
		}
		catch (IllegalArgumentException ex) {
			throw new Failed("the server's proof is not base64", ex);
		}
		return path;
	}

	private static Checkpoint checkpoint(Note note, VerifierKey log, String which) {
		Checkpoint checkpoint = Checkpoint.parse(note.text());
		if (!log.signed(note) || !checkpoint.origin().equals(log.name())) {
			throw new Failed(which + " is not signed by " + log.name());
		}
		return checkpoint;
	}

}
