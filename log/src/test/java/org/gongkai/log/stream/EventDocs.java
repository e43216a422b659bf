package org.gongkai.log.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import org.jspecify.annotations.Nullable;

/// What the sources say of events, their fields and their words.
final class EventDocs {

	private static final Pattern FIELD = Pattern.compile("@param (\\w+) ((?:(?!@param )[\\s\\S])*)");

	private final Map<String, String> comments = new HashMap<>();

	private EventDocs() {
	}

	/// @param sources a folder of packages
	static EventDocs of(Path sources) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		EventDocs docs = new EventDocs();
		try (Stream<Path> files = Files.walk(sources)) {
			List<Path> java = files.filter((file) -> file.toString().endsWith(".java")).toList();
			JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null,
					compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromPaths(java));
			Comments comments = new Comments(DocTrees.instance(task), docs.comments);
			for (CompilationUnitTree unit : task.parse()) {
				comments.scan(new TreePath(unit), null);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return docs;
	}

	/// @throws IllegalStateException if it is described nowhere
	String type(Class<?> type) {
		return plain(comment(type.getName()).split("@param ")[0]);
	}

	/// Of a component of a record: told beside the record, or where an interface asks for
	/// it.
	/// @return null for a component that is told of where its type is
	@Nullable String field(Class<?> record, String name) {
		Matcher field = FIELD.matcher(comment(record.getName()));
		while (field.find()) {
			if (field.group(1).equals(name)) {
				return plain(field.group(2));
			}
		}
		return Arrays.stream(record.getInterfaces())
			.flatMap((asks) -> Optional.ofNullable(this.comments.get(asks.getName() + "#" + name)).stream())
			.map(EventDocs::plain)
			.findFirst()
			.orElse(null);
	}

	/// @throws IllegalStateException if it is described nowhere
	String word(Enum<?> word) {
		return plain(comment(word.getDeclaringClass().getName() + "#" + word.name()));
	}

	private String comment(String of) {
		String comment = this.comments.get(of);
		if (comment == null) {
			throw new IllegalStateException(of + " is described nowhere");
		}
		return comment;
	}

	private static String plain(String comment) {
		return comment.replaceAll("\\[([^\\[\\]]+)]", "$1").replaceAll("\\s+", " ").strip();
	}

	private static final class Comments extends TreePathScanner<Void, @Nullable String> {

		private final DocTrees trees;

		private final Map<String, String> found;

		Comments(DocTrees trees, Map<String, String> found) {
			this.trees = trees;
			this.found = found;
		}

		@Override
		public Void visitClass(ClassTree type, @Nullable String outer) {
			String name = (outer == null) ? getCurrentPath().getCompilationUnit().getPackageName() + "." : outer + "$";
			keep(name + type.getSimpleName());
			return super.visitClass(type, name + type.getSimpleName());
		}

		@Override
		public Void visitMethod(MethodTree method, @Nullable String type) {
			keep(type + "#" + method.getName());
			return null;
		}

		@Override
		public Void visitVariable(VariableTree variable, @Nullable String type) {
			keep(type + "#" + variable.getName());
			return null;
		}

		private void keep(String name) {
			String comment = this.trees.getDocComment(getCurrentPath());
			if (comment != null) {
				this.found.put(name, comment);
			}
		}

	}

}
