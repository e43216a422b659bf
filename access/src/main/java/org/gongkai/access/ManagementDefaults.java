package org.gongkai.access;

import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/// How both services tell of themselves where nothing else is set: health and meters for Prometheus below `/management`, and meters sent by
/// OTLP once there is an address to send them to.
final class ManagementDefaults implements EnvironmentPostProcessor {

	private static final String OTLP = "management.otlp.metrics.export.";

	private static final Map<String, Object> DEFAULTS = Map.ofEntries(
			Map.entry("management.endpoints.web.base-path", Management.BASE),
			Map.entry("management.endpoints.web.discovery.enabled", false),
			Map.entry("management.endpoints.web.exposure.include", "health,prometheus"),
			Map.entry("management.endpoints.jmx.exposure.exclude", "*"),
			Map.entry("management.endpoint.health.show-components", "when-authorized"),
			Map.entry("management.endpoint.health.show-details", "never"),
			Map.entry("management.endpoint.health.probes.enabled", true),
			Map.entry("management.endpoint.health.validate-group-membership", false),
			// each service has those of its own
			Map.entry("management.endpoint.health.group.readiness.include",
					"readinessState,db,positions,tables,storage"),
			// whose X-Forwarded-For counts, where forward-headers-strategy is on: the
			// network of an office is no proxy
			Map.entry("server.tomcat.remoteip.internal-proxies", "127.0.0.0/8, ::1/128"),
			// every filter of the gate would have its own meters
			Map.entry("management.observations.enable.spring.security", false));

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		Map<String, Object> defaults = new HashMap<>(DEFAULTS);
		defaults.put(OTLP + "enabled", StringUtils.hasText(environment.getProperty(OTLP + "url")));
		environment.getPropertySources().addLast(new MapPropertySource("gongkai management", defaults));
	}

}
