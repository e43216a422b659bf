package org.gongkai.standalone;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What processes write to standard error. Logging says nothing of its own set-up, whose warnings would stand before every
/// answer of the command line.
class LogFormTest {

	private final LoggerContext context = new LoggerContext();

	@AfterEach
	void close() {
		this.context.stop();
	}

	@Test
	void a_log_is_text_where_nothing_else_is_asked_for() throws JoranException {
		configure();
		assertThat(encoder()).isInstanceOf(PatternLayoutEncoder.class);
	}

	@Test
	void a_log_is_json_where_that_is_asked_for() throws JoranException {
		this.context.putProperty("GONGKAI_LOG", "json");
		configure();
		assertThat(encoder()).isInstanceOf(JsonEncoder.class);
	}

	private void configure() throws JoranException {
		JoranConfigurator configurator = new JoranConfigurator();
		configurator.setContext(this.context);
		configurator.doConfigure(LogFormTest.class.getResource("/logback.xml"));
		assertThat(this.context.getStatusManager().getCopyOfStatusList())
			.filteredOn((status) -> status.getEffectiveLevel() >= Status.WARN)
			.isEmpty();
	}

	private Encoder<ILoggingEvent> encoder() {
		ConsoleAppender<ILoggingEvent> errors = (ConsoleAppender<ILoggingEvent>) this.context
			.getLogger(Logger.ROOT_LOGGER_NAME)
			.getAppender("errors");
		assertThat(errors.getTarget()).isEqualTo("System.err");
		return errors.getEncoder();
	}

}
