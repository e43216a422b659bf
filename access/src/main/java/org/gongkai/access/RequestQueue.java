package org.gongkai.access;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.servlet.http.HttpServletRequest;
import org.gongkai.access.connector.BodyArrival;
import org.gongkai.access.connector.FilePaths;
import org.jspecify.annotations.Nullable;

/// Lets a bounded number of requests work at the same time, in the order in which they came. The others wait here and not in the pools of
/// connections: there a request waits as often as it queries. Each kind has its own places, so that readers cannot keep out those who
/// record, nor files either. No request has a place while its body arrives: a form or JSON is received before it asks for one, and a
/// file gives its place back until it is complete.
final class RequestQueue {

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	/// Questions that are posted because they are long or name people, some of which take
	/// minutes.
	private static final List<String> POSTED_QUESTIONS = List.of("/search", "/rehearsal", "/preview", "/verification",
			"/emissions");

	/// The same as forms of the console.
	private static final Set<String> SEARCH_PAGES = Set.of("/applications", "/disputes", "/information");

	private static final int UPLOADS = 4;

	private static final String PLACE = Place.class.getName();

	private final Semaphore readers;

	private final Semaphore writers;

	private final Semaphore uploads = new Semaphore(UPLOADS, true);

	private final long waitMillis;

	RequestQueue(RequestQueueSettings settings) {
		this.readers = new Semaphore(settings.readers(), true);
		this.writers = new Semaphore(settings.writers(), true);
		this.waitMillis = settings.maxWait().toMillis();
	}

	/// Takes a place.
	/// @return the place, to be released after the request; null if none became free in
	/// time
	@Nullable Place enter(HttpServletRequest request) throws InterruptedException {
		Semaphore places = places(request);
		if (!places.tryAcquire(this.waitMillis, TimeUnit.MILLISECONDS)) {
			return null;
		}
		Place place = new Place(places);
		request.setAttribute(PLACE, place);
		return place;
	}

	/// Gives back the place of a request while its file arrives.
	BodyArrival arrival(HttpServletRequest request) {
		return new BodyArrival() {
			@Override
			public void begin() {
				leave(request);
			}

			@Override
			public boolean end() {
				try {
					return enter(request) != null;
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
					return false;
				}
			}
		};
	}

	/// Gives back the place of a request before its end; a request that is bounded
	/// elsewhere needs none.
	static void leave(HttpServletRequest request) {
		if (request.getAttribute(PLACE) instanceof Place place) {
			place.close();
		}
	}

	private Semaphore places(HttpServletRequest request) {
		if (!records(request)) {
			return this.readers;
		}
		return FilePaths.contains(request.getRequestURI()) ? this.uploads : this.writers;
	}

	/// Whether a request may record something.
	static boolean records(HttpServletRequest request) {
		String path = request.getRequestURI();
		return !READING.contains(request.getMethod()) && !SEARCH_PAGES.contains(path)
				&& POSTED_QUESTIONS.stream().noneMatch(path::endsWith);
	}

	/// A place among the requests that work. It is given back once.
	static final class Place implements AutoCloseable {

		private final Semaphore places;

		private final AtomicBoolean held = new AtomicBoolean(true);

		Place(Semaphore places) {
			this.places = places;
		}

		@Override
		public void close() {
			if (this.held.compareAndSet(true, false)) {
				this.places.release();
			}
		}

	}

}
