package org.gongkai.log;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PositionSourceTest {

	private LogUnderTest log;

	@BeforeEach
	void open() {
		this.log = new LogUnderTest();
	}

	@AfterEach
	void close() {
		this.log.close();
	}

	@Test
	void a_token_is_one_number_and_reading_goes_on_after_it() throws Exception {
		record("a#0", "b#0", "a#1");

		try (BlockingStream<TrackedEventMessage<?>> stream = source().openStream(at(1))) {
			TrackedEventMessage<?> second = stream.nextAvailable();
			TrackedEventMessage<?> third = stream.nextAvailable();

			assertThat(List.of(second.trackingToken(), third.trackingToken())).isEqualTo(List.of(at(2), at(3)));
			assertThat(payload(second).streamId()).isEqualTo("b");
			assertThat(payload(third).sequence()).isEqualTo(1);
			assertThat(stream.hasNextAvailable(0, TimeUnit.MILLISECONDS)).isFalse();
		}
	}

	@Test
	void tokens_of_the_tail_the_head_and_an_instant() {
		assertThat(source().createHeadToken()).isEqualTo(at(0));
		record("a#0");
		this.log.append("b", 0, Clock.fixed(LogUnderTest.NOW.plusSeconds(60), ZoneOffset.UTC));
		place();

		assertThat(source().createTailToken()).isEqualTo(at(0));
		assertThat(source().createHeadToken()).isEqualTo(at(2));
		assertThat(source().createTokenAt(LogUnderTest.NOW.plusSeconds(30))).isEqualTo(at(1));
		assertThat(source().createTokenAt(Instant.parse("2030-01-01T00:00:00Z"))).isEqualTo(at(2));
	}

	@Test
	void a_token_of_another_source_is_refused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> source().openStream(GapAwareTrackingToken.newInstance(7, List.of(5L))))
			.withMessageContaining("not a position");
	}

	@Test
	void a_hole_stops_the_reader_and_is_never_stepped_over() {
		record("a#0", "a#1", "a#2");
		LogReader torn = (LogReader) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { LogReader.class }, (self, method, arguments) -> {
					if (method.getName().equals("impersonal")) {
						return self;
					}
					Object answer = method.invoke(this.log.reader(), arguments);
					return method.getName().equals("read") ? ((List<?>) answer).stream()
						.filter((event) -> ((Recorded<?>) event).position() != 2)
						.toList() : answer;
				});

		try (BlockingStream<TrackedEventMessage<?>> stream = new PositionSource(torn).openStream(at(1))) {
			assertThatIllegalStateException().isThrownBy(stream::peek).withMessageContaining("position 2 is missing");
		}
	}

	@Test
	void a_log_that_ends_before_what_was_handled_stops_the_reader() {
		record("a#0", "a#1");

		try (BlockingStream<TrackedEventMessage<?>> stream = source().openStream(at(5))) {
			assertThatIllegalStateException().isThrownBy(stream::peek).withMessageContaining("must be rebuilt");
		}
	}

	@Test
	void waiting_ends_when_everything_committed_has_its_position_or_the_patience_ends() {
		record("a#0");
		assertThat(this.log.reader().settle(Duration.ofSeconds(30))).isEqualTo(1);

		this.log.append("a", 1);

		assertThat(this.log.reader().committed()).isEqualTo(2);
		assertThatThrownBy(() -> this.log.reader().settle(Duration.ZERO)).isInstanceOf(LogBehind.class);
	}

	@Test
	void a_place_in_a_stream_is_taken_once() {
		this.log.append("a", 0);
		this.log.append("a", 1);

		assertThatThrownBy(() -> this.log.append("a", 0)).isInstanceOf(AggregateStreamCreationException.class);
		assertThatThrownBy(() -> this.log.append("a", 1)).isInstanceOf(ConcurrencyException.class);
		place();
		assertThat(this.log.order()).containsExactly("a#0", "a#1");
	}

	private PositionSource source() {
		return new PositionSource(this.log.reader());
	}

	private void record(String... places) {
		for (String place : places) {
			int mark = place.indexOf('#');
			this.log.append(place.substring(0, mark), Long.parseLong(place.substring(mark + 1)));
		}
		place();
	}

	/// Gives positions to what has none.
	private void place() {
		try (var lead = this.log.as(LogDatabase.APPEND).getConnection()) {
			lead.setAutoCommit(false);
			PositionBatch.resume(lead, LogUnderTest.IDENTITY, this.log.witness()).next();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@SuppressWarnings("unchecked")
	private static Recorded<Event> payload(TrackedEventMessage<?> message) {
		return (Recorded<Event>) message.getPayload();
	}

	private static GlobalSequenceTrackingToken at(long position) {
		return new GlobalSequenceTrackingToken(position);
	}

}
