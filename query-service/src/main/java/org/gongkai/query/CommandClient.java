package org.gongkai.query;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// The write side as the console reaches it: by HTTP, or in this process.
public interface CommandClient {

	/// Hands a command in.
	/// @throws Declined when a rule is broken; nothing was recorded
	/// @throws Unreachable when it is not known whether anything was recorded
	Accepted send(Order order);

	/// A command with its circumstances.
	///
	/// @param command its name: `extend-deadline`
	/// @param fields its fields as in JSON
	/// @param actor who acts
	/// @param key under which the same order records once
	/// @param seen the version of the record that the clerk saw; null if that does not
	/// matter
	record Order(String command, Map<String, Object> fields, String actor, String key, @Nullable Long seen) {
	}

	/// What was recorded.
	///
	/// @param stream the case, agency or calendar
	/// @param version the place of the last entry within it, from 0
	record Accepted(String stream, long version) {
	}

	/// A broken rule.
	final class Declined extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final String code;

		private final String zh;

		private final String article;

		private final @Nullable String field;

		/// @param code stable: `second-extension`
		/// @param zh the rule in Chinese
		/// @param en the case in English
		/// @param article where the rule stands; empty for a rule of record keeping
		/// @param field the field that is wrong; null where it is not one alone
		public Declined(String code, String zh, String en, String article, @Nullable String field) {
			super(en);
			this.code = code;
			this.zh = zh;
			this.article = article;
			this.field = field;
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
