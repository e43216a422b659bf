package org.gongkai.query;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.gongkai.events.Event;
import org.gongkai.events.Recorded;

/// A read model as a pure function: from the events of one case, agency or calendar to the rows that show it. The same
/// function runs live and in a rebuild.
public interface Projection {

	/// The name it is rebuilt by.
	String name();

	/// The tables it fills.
	List<Table> tables();

	/// Whether events of this kind change a row.
	boolean concerns(Event event);

	/// Whether rows show what is personal; other projections are given events without
	/// it.
	default boolean showsPersonal() {
		return false;
	}

	/// The rows that show a stream.
	/// @param stream the events of one stream from its first on, in order
	Rows rows(List<Recorded<Event>> stream);

	/// @param name in the schema `read`
	/// @param columns all of them, in the order of the table; the first is `stream_id`
	record Table(String name, List<String> columns) {

		/// A table with `stream_id` and further columns.
		public static Table of(String name, String... columns) {
			return new Table(name, Stream.concat(Stream.of("stream_id"), Arrays.stream(columns)).toList());
		}

	}

}
