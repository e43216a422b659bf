package org.gongkai.query;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.gongkai.access.Caller;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The write side as the console reaches it: by HTTP, or in this process.
public interface CommandClient {

	/// Hands a command in.
	/// @throws Declined when a rule is broken; nothing was recorded
	/// @throws Unreachable when it is not known whether anything was recorded
	Accepted send(Order order);

	/// Hands a file in, to be imported row by row.
	/// @return the id to ask for it by
	/// @throws Declined when it is not taken
	/// @throws Unreachable when it is not known whether it was taken
	String upload(Upload upload);

	/// How far an import is.
	/// @throws Declined `unknown-import`
	Progress progress(String id);

	/// A file with its circumstances.
	///
	/// @param what `applications`, `documents` or `tallies`
	/// @param fileName kept beside every event
	/// @param content opens it
	/// @param caller who imports
	/// @param dryRun whether every row is judged and nothing recorded
	/// @param historical whether rows of the past that lack their procedure dates are
	/// taken
	/// @param opening 1 January on which the ledger opens; null for any other register
	/// @param reason why its rows are recorded though they change published numbers; null
	/// where none is told
	record Upload(String what, String fileName, Supplier<InputStream> content, Caller caller, boolean dryRun,
			boolean historical, @Nullable LocalDate opening, @Nullable String reason) {
	}

	/// An import at one moment.
	///
	/// @param state `running`, `done` or `failed`
	/// @param rows of the file, without its header
	/// @param processed rows judged so far
	/// @param recorded rows that added to the record, or would
	/// @param unchanged rows that the record has already
	/// @param refused rows of which nothing was recorded
	/// @param findings why, cell by cell
	/// @param notes what else there is to know
	/// @param problem why the file was refused as a whole
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Progress(String id, String state, boolean dryRun, int rows, int processed, int recorded, int unchanged,
			int refused, List<Finding> findings, List<String> notes, @Nullable Trouble problem) {

		/// Whether every row was judged, or none will be.
		public boolean ended() {
			return !this.state.equals("running");
		}

	}

	/// What is wrong with one cell of a file.
	///
	/// @param row within the file, the header being row 1
	/// @param column its title
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Finding(int row, String column, String code, String article, String zh, String en) {
	}

	/// Why nothing more of a file was recorded.
	///
	/// @param title in Chinese
	/// @param detail in English
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Trouble(String code, String article, String title, String detail) {
	}

	/// A command with its circumstances.
	///
	/// @param command its name: `extend-deadline`
	/// @param fields its fields as in JSON
	/// @param caller who acts
	/// @param key under which the same order records once
	/// @param seen the version of the record that the clerk saw; null if that does not
	/// matter
	/// @param reason why it is recorded though it changes a published number; null where
	/// none is told
	record Order(String command, Map<String, Object> fields, Caller caller, String key, @Nullable Long seen,
			@Nullable String reason) {
	}

	/// What was recorded.
	///
	/// @param stream the case, agency or calendar
	/// @param version the place of the last entry within it, from 0
	record Accepted(String stream, long version) {
	}

	/// A published number that would be another one if it were counted again.
	///
	/// @param reportId agency code, slash, year
	/// @param table 2, 3 or 4
	/// @param row the row's name on the wire
	/// @param column the column's name on the wire
	/// @param published what is printed
	/// @param from what it is today
	/// @param to what it would be
	record Change(String reportId, int table, String row, String column, String published, String from, String to) {

		/// The changes that a refusal lists, as in its JSON.
		public static List<Change> all(JsonNode list) {
			return list.valueStream()
				.map((one) -> new Change(one.path("reportId").asString(), one.path("table").asInt(),
						one.path("row").asString(), one.path("column").asString(), one.path("published").asString(),
						one.path("from").asString(), one.path("to").asString()))
				.toList();
		}

	}

	/// A broken rule.
	final class Declined extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final String code;

		private final String zh;

		private final String article;

		private final @Nullable String field;

		private final transient List<Change> changes;

		/// @param code stable: `second-extension`
		/// @param zh the rule in Chinese
		/// @param en the case in English
		/// @param article where the rule stands; empty for a rule of record keeping
		/// @param field the field that is wrong; null where it is not one alone
		/// @param changes the published numbers that would change, for which a reason is
		/// asked
		public Declined(String code, String zh, String en, String article, @Nullable String field,
				List<Change> changes) {
			super(en);
			this.code = code;
			this.zh = zh;
			this.article = article;
			this.field = field;
			this.changes = List.copyOf(changes);
		}

		/// The stable code.
		public String code() {
			return this.code;
		}

		/// The rule in Chinese.
		public String zh() {
			return this.zh;
		}

		/// The case in English.
		public String en() {
			return String.valueOf(getMessage());
		}

		/// Where the rule stands.
		public String article() {
			return this.article;
		}

		/// The field that is wrong.
		public @Nullable String field() {
			return this.field;
		}

		/// The published numbers that would change; mostly none.
		public List<Change> changes() {
			return this.changes;
		}

	}

	/// The write side did not answer.
	final class Unreachable extends RuntimeException {

		private static final long serialVersionUID = 1L;

		/// @param cause why
		public Unreachable(Throwable cause) {
			super("the command-service did not answer", cause);
		}

	}

}
