package org.gongkai.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;
import org.jspecify.annotations.Nullable;

/// What was known of a record between two positions of the log.
///
/// @param facts what was known
/// @param from the position it was learnt at
/// @param to the position from which something else was known; [#STILL] while it holds
public record KnownSpan<T>(T facts, long from, long to) {

	/// The end of what is known still.
	public static final long STILL = Long.MAX_VALUE;

	/// The spans of a stream, one after the other without a gap; an event that changes
	/// nothing begins none.
	/// @param fold from what was known, null before the first event, and the next event
	public static <T> List<KnownSpan<T>> of(List<Recorded<Event>> stream, BiFunction<@Nullable T, Event, T> fold) {
		List<KnownSpan<T>> spans = new ArrayList<>();
		for (Recorded<Event> recorded : stream) {
			T last = spans.isEmpty() ? null : spans.getLast().facts();
			learn(spans, fold.apply(last, recorded.event()), recorded.position());
		}
		return spans;
	}

	/// The same where later events change the meaning of earlier ones.
	/// @param view from all events so far
	public static <T> List<KnownSpan<T>> ofViews(List<Recorded<Event>> stream,
			Function<List<Recorded<Event>>, T> view) {
		List<KnownSpan<T>> spans = new ArrayList<>();
		for (int length = 1; length <= stream.size(); length++) {
			learn(spans, view.apply(stream.subList(0, length)), stream.get(length - 1).position());
		}
		return spans;
	}

	private static <T> void learn(List<KnownSpan<T>> spans, T facts, long position) {
		if (!spans.isEmpty()) {
			KnownSpan<T> last = spans.getLast();
			if (facts.equals(last.facts())) {
				return;
			}
			spans.set(spans.size() - 1, new KnownSpan<>(last.facts(), last.from(), position));
		}
		spans.add(new KnownSpan<>(facts, position, STILL));
	}

}
