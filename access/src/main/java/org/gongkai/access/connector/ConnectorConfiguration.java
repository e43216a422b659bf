package org.gongkai.access.connector;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// The HTTP server of either service and of the standalone office. A request has a virtual thread of its own, so that one that waits for
/// its client keeps no other from being answered.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpSettings.class)
public class ConnectorConfiguration {

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedConnector(HttpSettings limits) {
		return (tomcat) -> {
			tomcat.setProtocol(BoundedHttpProtocol.class.getName());
			tomcat.addConnectorCustomizers((connector) -> limit(connector, limits));
			// the host of a redirect would be what the caller says of it
			tomcat.addContextCustomizers((context) -> context.setUseRelativeRedirects(true));
			tomcat.addEngineValves(new BodyValve(limits));
			tomcat.addContextValves(new BodyValve.Refusals(limits));
		};
	}

	/// Gives a connector the limits of the first one.
	/// @param connector that speaks by a [BoundedHttpProtocol]
	public static void limit(Connector connector, HttpSettings limits) {
		connector.setAllowTrace(false);
		connector.setMaxPostSize((int) limits.longestForm().toBytes());
		if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
			http.setExecutor(new VirtualThreadExecutor("http-"));
			// a body that is refused by its headers need not be sent
			http.setContinueResponseTiming("onRead");
			// what is left of a body is read by the valve, which has a limit of time
			http.setMaxSwallowSize(0);
		}
		if (connector.getProtocolHandler() instanceof BoundedHttpProtocol bounded) {
			bounded.limit(limits);
		}
	}

}
