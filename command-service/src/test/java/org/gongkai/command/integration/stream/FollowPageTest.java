package org.gongkai.command.integration.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.gongkai.log.proof.Hash;
import org.gongkai.log.proof.Leaf;
import org.gongkai.log.stream.PartitionEnd;
import org.gongkai.log.stream.StreamRecord;
import org.gongkai.testing.TestKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The three followers of `docs/stream/follow.md`, each a process of its own that follows a topic of a real broker.
class FollowPageTest {

	private static final Path PAGE = Path.of("../docs/stream/follow.md");

	private final String topic = TestKafka.topic();

	private final List<StreamRecord> history = history();

	@TempDir
	private Path folder;

	@Test
	void the_java_of_the_page_is_the_one_that_is_compiled_here() throws IOException {
		String source = Files
			.readString(Path.of("src/test/java/org/gongkai/command/integration/stream/FollowTheStream.java"));
		Matcher tagged = Pattern.compile("// tag::follow\\[]\n(.*?)\t// end::follow\\[]", Pattern.DOTALL)
			.matcher(source);

		assertThat(tagged.find()).isTrue();
		assertThat(onPage("java")).isEqualTo(tagged.group(1).replaceAll("(?m)^\t", ""));
	}

	@Test
	void java_follows() throws Exception {
		follows(System.getProperty("java.home") + "/bin/java", "-cp", System.getProperty("java.class.path"),
				FollowTheStream.class.getName());
	}

	@Test
	void python_follows() throws Exception {
		assumeTrue(runs("/usr/bin/python3", "-c", "import confluent_kafka"), "confluent-kafka is not installed");

		follows("/usr/bin/python3", script("python").toString());
	}

	@Test
	void kcat_follows() throws Exception {
		assumeTrue(runs("kcat", "-V"), "kcat is not installed");

		follows("bash", script("bash").toString());
	}

	/// Each event once: what came before it started, what comes while it is there, and
	/// what comes after it was stopped, with
	/// some of it sent again; then nothing more behind a hole.
	private void follows(String... command) throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
			admin.createTopics(List.of(new NewTopic(this.topic, 1, (short) 1))).all().get(30, TimeUnit.SECONDS);
		}
		send(1, 2, 3);
		try (Running follower = new Running(start(command))) {
			assertThat(follower.lines(3)).isEqualTo(lines(1, 2, 3));
			send(2, 3, 4);
			assertThat(follower.lines(1)).isEqualTo(lines(4));
			awaitKept(4);
		}
		send(4, 5);
		try (Running follower = new Running(start(command))) {
			assertThat(follower.lines(1)).isEqualTo(lines(5));
			send(7);
			assertThat(follower.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
			assertThat(follower.process().exitValue()).isNotZero();
			assertThat(follower.lines(1)).isEmpty();
			assertThat(Files.readString(this.folder.resolve("said"))).contains("hole behind position 5");
		}
		try (Running follower = new Running(start(command))) {
			assertThat(follower.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
			assertThat(follower.lines(1)).isEmpty();
		}
	}

	/// Until the follower has put down how far it is: one that is stopped before prints
	/// its last line again.
	private void awaitKept(int position) {
		Path kept = this.folder.resolve("kept");
		Path file = Files.isDirectory(kept) ? kept.resolve("0") : kept;
		await().atMost(Duration.ofMinutes(1))
			.until(() -> Files.exists(file) && Files.readString(file).matches("(?s).*\\b" + position + "\\W*"));
	}

	private Process start(String... command) throws IOException {
		List<String> call = new ArrayList<>(List.of(command));
		call.addAll(List.of(TestKafka.bootstrapServers(), this.topic, this.folder.resolve("kept").toString()));
		return new ProcessBuilder(call).redirectError(this.folder.resolve("said").toFile()).start();
	}

	private void send(int... positions) {
		Map<String, Object> settings = Map.of("bootstrap.servers", TestKafka.bootstrapServers(), "transactional.id",
				this.topic);
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings, new StringSerializer(),
				new StringSerializer())) {
			producer.initTransactions();
			producer.beginTransaction();
			for (int position : positions) {
				StreamRecord record = this.history.get(position - 1);
				ProducerRecord<String, String> message = new ProducerRecord<>(this.topic, record.stream(),
						record.data());
				record.headers()
					.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
				producer.send(message);
			}
			producer.commitTransaction();
		}
	}

	private List<String> lines(int... positions) {
		return Arrays.stream(positions)
			.mapToObj((position) -> this.history.get(position - 1))
			.map((record) -> record.position() + " " + record.headers().get("ce_type") + " " + record.data())
			.toList();
	}

	private static List<StreamRecord> history() {
		List<StreamRecord> records = new ArrayList<>();
		PartitionEnd end = PartitionEnd.NONE;
		for (int position = 1; position <= 7; position++) {
			Leaf leaf = new Leaf(position, "application", "430321/" + position, 0, new UUID(7, position),
					"application.ReasonsRequested", "1", Leaf.micros(Instant.parse("2024-01-09T02:00:00Z")),
					"{\"applicationId\":\"430321/登记" + position + "\",\"askedOn\":\"2024-01-08\"}", "{}");
			records.add(StreamRecord.of("gongkai.example/log", leaf, Hash.SHA_256.hasher().leaf(leaf.data()), end));
			end = records.getLast().end();
		}
		return records;
	}

	private Path script(String language) throws IOException {
		return Files.writeString(this.folder.resolve("follow." + language), onPage(language));
	}

	private static String onPage(String language) throws IOException {
		Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
			.matcher(Files.readString(PAGE));
		assertThat(block.find()).as(language).isTrue();
		return block.group(1);
	}

	private static boolean runs(String... command) throws InterruptedException {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/// A follower at work, which ends with the test.
	private record Running(Process process, BufferedReader out) implements AutoCloseable {

		Running(Process process) {
			this(process, new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
		}

		/// The next lines that it prints, fewer if it ends before.
		List<String> lines(int count) {
			return this.out.lines().limit(count).collect(Collectors.toList());
		}

		@Override
		public void close() {
			List<ProcessHandle> all = new ArrayList<>(this.process.descendants().toList());
			all.add(this.process.toHandle());
			all.forEach(ProcessHandle::destroyForcibly);
			this.process.onExit().join();
		}

	}

}
