package org.gongkai.command.integration.stream;

import javax.sql.DataSource;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.gongkai.log.DedicatedConnections;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The relay of a command-service, and what it tells of itself.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamSettings.class)
class StreamRelaying {

	@Bean(initMethod = "start", destroyMethod = "stop")
	Relay relay(@Qualifier("appendDataSource") DataSource append,
			@Qualifier("dedicatedAppend") DedicatedConnections dedicated, StreamSettings settings) {
		return new Relay(append, dedicated.source(), settings);
	}

	@Bean
	MeterBinder relayMeters(Relay relay) {
		return (registry) -> {
			Gauge.builder("gongkai.stream.relayed", relay, (one) -> one.status().relayed())
				.description("position up to which the broker has acknowledged every event")
				.register(registry);
			Gauge.builder("gongkai.stream.lag", relay, (one) -> one.status().lag())
				.description("events that are not on the topic yet")
				.baseUnit("events")
				.register(registry);
			Gauge.builder("gongkai.stream.relaying", relay, (one) -> one.status().relaying() ? 1 : 0)
				.description("1 on the node that sends")
				.register(registry);
			Gauge.builder("gongkai.stream.failing", relay, (one) -> (one.status().error() != null) ? 1 : 0)
				.description("1 while this node cannot send")
				.register(registry);
		};
	}

}
