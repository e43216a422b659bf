package org.gongkai.acceptance.chaos;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

import org.gongkai.command.CommandService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// A service on a machine whose clock is wrong.
final class WrongClock {

	private static final String OFF = "chaos.clock-off";

	private WrongClock() {
	}

	/// @param arguments the service's class, how far its clock is off, then the service's
	/// own
	public static void main(String[] arguments) throws ClassNotFoundException {
		new SpringApplicationBuilder(Class.forName(arguments[0]), Off.class).properties(OFF + "=" + arguments[1])
			.run(Arrays.copyOfRange(arguments, 2, arguments.length));
	}

	@Configuration(proxyBeanMethods = false)
	static class Off {

		@Bean
		Clock clock(Environment environment) {
			return Clock.offset(Clock.system(CommandService.OFFICE),
					environment.getRequiredProperty(OFF, Duration.class));
		}

	}

}
