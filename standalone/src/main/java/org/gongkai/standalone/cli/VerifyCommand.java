package org.gongkai.standalone.cli;

import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.gongkai.log.EventJson;
import org.gongkai.log.proof.Note;
import org.gongkai.log.proof.VerifierKey;
import org.gongkai.log.verify.CannotVerify;
import org.gongkai.log.verify.Finding;
import org.gongkai.log.verify.Verdict;
import org.gongkai.query.audit.Verification;
import org.gongkai.standalone.Failed;
import org.gongkai.standalone.Inspection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "verify", mixinStandardHelpOptions = true,
		description = { "Recompute the log from its stored bytes and name the first position that is wrong.",
				"按存储内容重新计算全部日志，指出第一处不符的位置。" },
		footer = { "",
				"With --data the database is read directly, also beside a server; with --server the server is asked,",
				"which reads the topic of its stream through as well, where it has one.",
				"Exit codes: 0 sound, 1 findings, 2 could not check." })
final class VerifyCommand implements Callable<Integer> {

	static final int COULD_NOT = 2;

	@ArgGroup(exclusive = true, multiplicity = "1")
	Target.Where where = new Target.Where();

	@Option(names = "--checkpoint", paramLabel = "FILE",
			description = { "A checkpoint that was kept elsewhere; may be repeated.", "另行保存的检查点，可多次指定。" })
	List<Path> checkpoints = new ArrayList<>();

	@Option(names = "--key", paramLabel = "VKEY", description = {
			"A verifier key of the log, which --server needs and --data has in the folder, or of a witness.", "核验公钥。" })
	List<String> keys = new ArrayList<>();

	@Option(names = "--log-only",
			description = { "Do not compare the read tables and the topic with the log.", "不核对查询表和事件流。" })
	boolean logOnly;

	@Option(names = "--json", description = { "Print the verdict as JSON.", "以 JSON 输出。" })
	boolean json;

	@Mixin
	Credentials credentials = new Credentials();

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		try {
			Answer answer = answer();
			print(answer, this.spec.commandLine().getOut());
			return answer.sound() ? GongkaiCommand.DONE : GongkaiCommand.FAILED;
		}
		catch (CannotVerify | Failed ex) {
			this.spec.commandLine().getErr().println("gongkai: could not check: " + ex.getMessage());
			return COULD_NOT;
		}
	}

	/// @param topic what is on the topic of the stream; null where none was looked at
	record Answer(Verdict verdict, @Nullable JsonNode topic) {

		boolean sound() {
			return this.verdict.sound() && (this.topic == null || StreamCommand.Verify.whole(this.topic));
		}

		/// @param tables whether the read tables are compared too
		static Answer ofFolder(Path data, List<VerifierKey> given, List<Note> notes, boolean tables) {
			try (Inspection inspection = Inspection.open(data)) {
				List<VerifierKey> all = new ArrayList<>(given);
				if (given.stream().allMatch(VerifierKey::cosigns)) {
					all.add(inspection.key());
				}
				return new Answer(
						new Verification(inspection.read(), inspection.personalKeys()).run(all, notes, tables), null);
			}
		}

		/// @param tables whether the read tables and the topic are compared too
		static Answer ofServer(Client client, List<String> keys, List<Note> notes, boolean tables) {
			byte[] asked = EventJson.mapper()
				.writeValueAsBytes(Map.of("keys", keys, "checkpoints", notes.stream().map(Note::format).toList(),
						"tables", tables));
			Verdict verdict = EventJson.mapper()
				.treeToValue(client.post("/api/verification", Map.of(), "application/json",
						BodyPublishers.ofByteArray(asked)), Verdict.class);
			boolean streams = tables && verdict.sources() == null
					&& client.getJson("/api/stream", Map.of()).path("on").asBoolean(false);
			return new Answer(verdict, streams ? StreamCommand.Verify.read(client) : null);
		}

		/// In words.
		void tell(PrintWriter out) {
			List<Verdict.Received> sources = this.verdict.sources();
			if (sources == null) {
				out.println(this.verdict.origin() + " (" + this.verdict.hash() + "): " + this.verdict.positions()
						+ " positions recomputed 已核验, signed up to 已签名至 " + this.verdict.signed() + ", "
						+ this.verdict.checkpoints() + " checkpoints 检查点");
			}
			else {
				out.println(this.verdict.positions() + " received positions recomputed 已核验");
				sources.forEach((one) -> out
					.println(one.source() + " complete to 截至 " + one.position() + ", chain 链 " + one.chain()));
			}
			for (Finding finding : this.verdict.findings()) {
				String where = (finding.upTo() > finding.position()) ? finding.position() + "–" + finding.upTo()
						: String.valueOf(finding.position());
				out.println("position 位置 " + where + ": " + finding.fault().chinese() + " " + finding.detail());
			}
			if (this.verdict.more() > 0) {
				out.println("and " + this.verdict.more() + " more 另有更多");
			}
			if (this.topic != null) {
				StreamCommand.Verify.tell(this.topic, out);
			}
			out.println(sound() ? "sound 完好" : "NOT SOUND 有问题");
		}

		JsonNode json() {
			ObjectNode all = EventJson.mapper().valueToTree(this.verdict);
			return (this.topic == null) ? all : all.set("topic", this.topic);
		}

	}

	private Answer answer() {
		List<VerifierKey> given = this.keys.stream().map(NoteFile::verifierKey).toList();
		List<Note> notes = this.checkpoints.stream().map(NoteFile::note).toList();
		Path data = this.where.data;
		if (data == null) {
			return ask(notes);
		}
		return Answer.ofFolder(data, given, notes, !this.logOnly);
	}

	private Answer ask(List<Note> notes) {
		try (Client client = new Client(Target.address(this.where.server), "", this.credentials.header())) {
			return Answer.ofServer(client, this.keys, notes, !this.logOnly);
		}
	}

	private void print(Answer answer, PrintWriter out) {
		if (this.json) {
			out.println(answer.json());
		}
		else {
			answer.tell(out);
		}
		out.flush();
	}

}
