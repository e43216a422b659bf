package org.gongkai.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.gongkai.standalone.Inspection;
import org.gongkai.standalone.Office;
import org.gongkai.testing.TestKafka;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// An office in one process that sends its events to a broker.
class StreamCommandTest {

	@TempDir
	Path folder;

	private Path data;

	private record Answer(int exit, String out, String err) {
	}

	@BeforeEach
	void open() {
		this.data = this.folder.resolve("office");
	}

	@Test
	void an_office_tells_how_far_its_stream_is_verifies_it_and_sends_it_again() throws Exception {
		String topic = TestKafka.topic();
		sendTo(topic);
		try (Office office = Office.open(this.data, Office.Door.anywhere())) {
			register(office);
			await().until(() -> run("stream", "status", "--data").out(),
					(out) -> out.startsWith(topic + ": position 位置 ") && out.contains(", 0 behind"));

			Answer verified = run("stream", "verify", "--data");
			assertThat(verified.exit()).isZero();
			assertThat(verified.out()).contains("records read", "whole 完整");
			assertThat(run("stream", "emit", "--to", topic + "-2", "--from", "1", "--data").out())
				.contains("records to 至 " + topic + "-2: positions 位置 1–");
			Answer again = run("stream", "emit", "--to", topic + "-2", "--data");
			assertThat(again.exit()).isEqualTo(1);
			assertThat(again.err()).contains("主题已有内容");
		}
	}

	@Test
	void verification_by_the_server_names_a_topic_that_is_not_whole() throws Exception {
		String topic = TestKafka.topic();
		sendTo(topic);
		try (Office office = Office.open(this.data, Office.Door.anywhere())) {
			register(office);
			await().until(() -> run("stream", "status", "--data").out(), (out) -> out.contains(", 0 behind"));
			String[] verify = { "verify", "--server", office.url().toString(), "--key", key(), "--token-file",
					this.data.resolve("operator.token").toString() };

			assertThat(run(verify).out()).contains(topic + ": ", "whole 完整", "sound 完好");

			send(topic, "{}");
			Answer foreign = run(verify);
			assertThat(foreign.exit()).as(foreign.out()).isEqualTo(1);
			assertThat(foreign.out()).contains("NOT WHOLE 不完整", "NOT SOUND 有问题");
		}
	}

	@Test
	void an_office_without_a_broker_says_so() {
		try (Office _ = Office.open(this.data, Office.Door.anywhere())) {
			assertThat(run("stream", "status", "--data").out()).isEqualTo("no stream 没有设置事件流\n");
			assertThat(run("stream", "verify", "--data").exit()).isEqualTo(1);
			assertThat(run("stream", "verify", "--data").err()).contains("没有设置事件流");
			assertThat(run("stream").exit()).isEqualTo(2);
		}
	}

	private void sendTo(String topic) throws IOException {
		Files.createDirectories(this.data);
		Files.writeString(this.data.resolve("settings.properties"), """
				gongkai.stream.bootstrap-servers = %s
				gongkai.stream.topic = %s
				""".formatted(TestKafka.bootstrapServers(), topic));
	}

	private String key() {
		try (Inspection inspection = Inspection.open(this.data)) {
			return inspection.key().toString();
		}
	}

	/// What somebody else writes to the topic.
	private static void send(String topic, String value) throws Exception {
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", TestKafka.bootstrapServers()), new StringSerializer(),
				new StringSerializer())) {
			producer.send(new ProducerRecord<>(topic, "430321", value)).get();
		}
	}

	private static void register(Office office) {
		try (Client client = new Client(URI.create(office.url().toString()), "测试",
				Client.bearer(office.operatorToken()))) {
			client.command("register-agency",
					Map.of("code", "430321", "name", "河口镇", "kind", "township", "registeredOn", "2024-01-08"));
		}
	}

	/// @param arguments the folder is added behind `--data`
	private Answer run(String... arguments) {
		String[] all = arguments;
		if (arguments[arguments.length - 1].equals("--data")) {
			all = Arrays.copyOf(arguments, arguments.length + 1);
			all[arguments.length] = this.data.toString();
		}
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		CommandLine line = GongkaiCommand.commandLine();
		line.setOut(new PrintWriter(out));
		line.setErr(new PrintWriter(err));
		int exit = line.execute(all);
		line.getOut().flush();
		line.getErr().flush();
		return new Answer(exit, out.toString(), err.toString());
	}

}
