package org.gongkai.testing;

import java.util.Optional;

import com.github.dockerjava.api.exception.NotFoundException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/// Decides what the tests of a JVM run on: containers where a Docker engine answers and has their images already, else
/// processes of this machine.
final class EngineImage {

	private EngineImage() {
	}

	/// The image, if an engine answers that has it.
	/// @param variable of the environment that may name another, which must then be there
	/// @param published the image that everybody can have
	static Optional<DockerImageName> find(String variable, String published) {
		String named = System.getenv(variable);
		DockerImageName image = DockerImageName.parse((named != null) ? named : published);
		if (DockerClientFactory.instance().isDockerAvailable() && engineHas(image)) {
			return Optional.of(image.asCompatibleSubstituteFor(DockerImageName.parse(published).getUnversionedPart()));
		}
		if (named != null) {
			throw new IllegalStateException("no engine answers that has the image " + named + " of " + variable);
		}
		return Optional.empty();
	}

	private static boolean engineHas(DockerImageName image) {
		try {
			DockerClientFactory.instance().client().inspectImageCmd(image.asCanonicalNameString()).exec();
			return true;
		}
		catch (NotFoundException ex) {
			return false;
		}
	}

}
