package org.gongkai.acceptance.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;

/// An agent that allocates in another JVM until that one has reached its memory limit.
public final class FilledHeap {

	private static final int BLOCK = 1 << 20;

	private FilledHeap() {
	}

	/// Called in the other JVM.
	public static void agentmain(String arguments) {
		List<byte[]> blocks = new ArrayList<>();
		while (true) {
			blocks.add(new byte[BLOCK]);
		}
	}

	/// Fills the heap of a JVM.
	/// @param folder where the agent's jar may be written
	static void of(long pid, Path folder) {
		try {
			VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
			machine.loadAgent(jar(folder).toString());
		}
		catch (IOException | AgentLoadException | AgentInitializationException ex) {
			// the JVM ended while it was asked, as it should
		}
		catch (AttachNotSupportedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Path jar(Path folder) {
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().putValue("Agent-Class", FilledHeap.class.getName());
		String entry = FilledHeap.class.getName().replace('.', '/') + ".class";
		try {
			Path jar = Files.createTempFile(folder, "agent", ".jar");
			try (InputStream code = Objects
				.requireNonNull(FilledHeap.class.getClassLoader().getResourceAsStream(entry));
					JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
				out.putNextEntry(new JarEntry(entry));
				code.transferTo(out);
			}
			return jar;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
