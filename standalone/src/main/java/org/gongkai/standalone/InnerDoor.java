package org.gongkai.standalone;

import java.net.InetAddress;
import java.util.Arrays;

import org.apache.catalina.connector.Connector;
import org.gongkai.access.connector.BoundedHttpProtocol;
import org.gongkai.access.connector.ConnectorConfiguration;
import org.gongkai.access.connector.HttpSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/// A second door on the loopback address, in clear, for the command line on the same machine; the first one speaks TLS in a name that
/// is not the machine's own.
@Component
@ConditionalOnProperty("gongkai.office.inner-door")
class InnerDoor implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	private final HttpSettings limits;

	InnerDoor(HttpSettings limits) {
		this.limits = limits;
	}

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		Connector inner = new Connector(new BoundedHttpProtocol());
		ConnectorConfiguration.limit(inner, this.limits);
		inner.setPort(0);
		inner.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
		factory.addAdditionalConnectors(inner);
	}

	/// The port of the second door.
	static int port(ConfigurableApplicationContext services) {
		TomcatWebServer server = (TomcatWebServer) ((WebServerApplicationContext) services).getWebServer();
		return Arrays.stream(server.getTomcat().getService().findConnectors())
			.filter((connector) -> !connector.getSecure() && !"https".equals(connector.getScheme()))
			.mapToInt(Connector::getLocalPort)
			.findFirst()
			.orElseThrow();
	}

}
