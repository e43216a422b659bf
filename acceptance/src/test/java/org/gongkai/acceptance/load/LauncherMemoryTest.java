package org.gongkai.acceptance.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.gongkai.acceptance.documents.Repository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The launcher script says in one line that there is too little memory, and leaves no file behind. It runs a program that fills its heap in
/// the place of the office.
@EnabledOnOs(value = OS.LINUX, disabledReason = "bash and ulimit -v are those of Linux")
class LauncherMemoryTest {

	private static final String FILLING = """
			package org.gongkai.standalone;
			public class Gongkai {
				public static void main(String[] arguments) {
					var filled = new java.util.ArrayList<byte[]>();
					while (true) {
						filled.add(new byte[1 << 20]);
					}
				}
			}
			""";

	@TempDir
	Path home;

	@BeforeEach
	void install() throws IOException {
		assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash");
		Files.copy(Repository.ROOT.resolve("gongkai"), this.home.resolve("gongkai"));
		Path target = Files.createDirectories(this.home.resolve("standalone/target"));
		Path source = Files.writeString(this.home.resolve("Gongkai.java"), FILLING);
		assertThat(ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-d", target.resolve("classes").toString(), source.toString())).isZero();
		assertThat(java.util.spi.ToolProvider.findFirst("jar")
			.orElseThrow()
			.run(System.out, System.err, "-cf", target.resolve("gongkai.jar").toString(), "-C",
					target.resolve("classes").toString(), "."))
			.isZero();
	}

	@Test
	void a_small_address_space_is_refused_before_anything_starts() throws Exception {
		Ended ended = run("ulimit -v 500000 && ./gongkai serve", Map.of());
		assertThat(ended.lines()).singleElement()
			.asString()
			.startsWith("gongkai: too little memory: ulimit -v is 500000 kB")
			.contains("ulimit -v unlimited");
		assertThat(ended.code()).isOne();
		assertNoCrashFile();
	}

	@Test
	void a_full_heap_ends_the_office_with_code_3_and_a_line_that_says_what_to_do() throws Exception {
		Ended ended = run("./gongkai serve", Map.of("GONGKAI_JAVA_OPTIONS", "-Xms8m -Xmx24m"));
		assertThat(ended.lines()).filteredOn((line) -> line.startsWith("gongkai: "))
			.singleElement()
			.asString()
			.contains("want of memory", "GONGKAI_JAVA_OPTIONS=-Xmx768m");
		assertThat(ended.code()).isEqualTo(3);
		assertNoCrashFile();
	}

	/// How a run ended.
	private record Ended(int code, List<String> lines) {
	}

	private Ended run(String commands, Map<String, String> environment) throws Exception {
		ProcessBuilder builder = new ProcessBuilder("/bin/bash", "-c", commands).directory(this.home.toFile())
			.redirectErrorStream(true);
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
		builder.environment().putAll(environment);
		Process process = builder.start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Ended(process.waitFor(), said.lines().toList());
	}

	private void assertNoCrashFile() throws IOException {
		try (Stream<Path> files = Files.list(this.home)) {
			assertThat(files.map((file) -> file.getFileName().toString())).containsExactlyInAnyOrder("gongkai",
					"Gongkai.java", "standalone");
		}
	}

}
