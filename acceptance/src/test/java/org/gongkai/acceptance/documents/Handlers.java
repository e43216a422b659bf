package org.gongkai.acceptance.documents;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.axonframework.commandhandling.CommandHandler;
import org.gongkai.events.Event;

/// Which command leaves which events, read from the compiled aggregates: the events that a command's handler makes.
final class Handlers {

	private Handlers() {
	}

	/// Simple names of commands, each with the simple names of its events.
	static Map<String, Set<String>> eventsByCommand() {
		JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("org.gongkai.command", "org.gongkai.events");
		Map<String, Set<String>> events = new LinkedHashMap<>();
		for (JavaClass type : classes) {
			for (JavaMethod method : type.getMethods()) {
				if (method.isAnnotatedWith(CommandHandler.class)) {
					Set<String> made = new TreeSet<>();
					gather(method, made, new HashSet<>());
					events.put(method.getRawParameterTypes().getFirst().getSimpleName(), made);
				}
			}
		}
		return events;
	}

	private static void gather(JavaMethod method, Set<String> made, Set<JavaMethod> seen) {
		if (!seen.add(method)) {
			return;
		}
		method.getConstructorCallsFromSelf()
			.stream()
			.map((call) -> call.getTargetOwner())
			.filter((owner) -> owner.isAssignableTo(Event.class))
			.forEach((event) -> made.add(event.getSimpleName()));
		method.getMethodCallsFromSelf()
			.stream()
			.filter((call) -> call.getTargetOwner().equals(method.getOwner()))
			.flatMap((call) -> call.getTarget().resolveMember().stream())
			.forEach((helper) -> gather(helper, made, seen));
	}

}
