package org.gongkai.log;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import javax.sql.DataSource;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/// A projection as the product runs them: Axon's pooled streaming processor, which writes down each message that it
/// handles in the same transaction as its token.
final class ProjectionUnderTest implements AutoCloseable {

	private final ScheduledExecutorService coordinator = Executors.newScheduledThreadPool(1);

	private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(2);

	private final PooledStreamingEventProcessor processor;

	ProjectionUnderTest(DataSource source, StreamableMessageSource<TrackedEventMessage<?>> messages) {
		JdbcTemplate sql = new JdbcTemplate(source);
		DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
		JdbcTokenStore tokens = JdbcTokenStore.builder()
			.connectionProvider(new SpringDataSourceConnectionProvider(source))
			.serializer(Jackson3Serializer.builder().build())
			.contentType(String.class)
			.schema(TokenSchema.builder().setTokenTable("read.tokens").build())
			.build();
		this.processor = PooledStreamingEventProcessor.builder()
			.name("handled")
			.eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
				.eventHandlers(new Handler(sql))
				.listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
				.build())
			.messageSource(messages)
			.tokenStore(tokens)
			.transactionManager(new SpringTransactionManager(transactions))
			.coordinatorExecutor(this.coordinator)
			.workerExecutor(this.workers)
			.initialSegmentCount(1)
			.initialToken(StreamableMessageSource::createTailToken)
			.build();
		this.processor.start();
	}

	/// The tables that the projection writes to.
	static void createTables(JdbcTemplate owner) {
		owner.execute("create table read.handled (message text not null)");
		owner.execute(
				"""
						create table read.tokens (processorName text, segment integer, token text, tokenType text, timestamp text,
						owner text, primary key (processorName, segment))""");
	}

	static List<String> handled(JdbcTemplate sql) {
		return sql.queryForList("select message from read.handled order by 1", String.class);
	}

	boolean caughtUp() {
		return !this.processor.processingStatus().isEmpty()
				&& this.processor.processingStatus().values().stream().allMatch(EventTrackerStatus::isCaughtUp);
	}

	@Override
	public void close() {
		this.processor.shutDown();
		this.coordinator.shutdownNow();
		this.workers.shutdownNow();
	}

	static final class Handler {

		private final JdbcTemplate sql;

		Handler(JdbcTemplate sql) {
			this.sql = sql;
		}

		@EventHandler
		void on(Object ignored, org.axonframework.eventhandling.DomainEventMessage<?> message) {
			this.sql.update("insert into read.handled (message) values (?)",
					message.getAggregateIdentifier() + "#" + message.getSequenceNumber());
		}

	}

}
