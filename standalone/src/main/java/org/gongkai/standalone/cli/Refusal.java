package org.gongkai.standalone.cli;

import java.io.Serial;

import org.gongkai.standalone.Failed;
import tools.jackson.databind.JsonNode;

/// The office understood and said no: a rule of the law or of the record, or a question about something unknown.
final class Refusal extends Failed {

	@Serial
	private static final long serialVersionUID = 1L;

	private final transient JsonNode problem;

	/// @param problem the problem details of the answer
	Refusal(JsonNode problem) {
		super(line(problem));
		this.problem = problem;
	}

	/// The problem details as the office gave them.
	JsonNode problem() {
		return this.problem;
	}

	/// A problem in one line: the rule in Chinese with its article, the case in English,
	/// the code.
	static String line(JsonNode problem) {
		StringBuilder line = new StringBuilder(problem.path("title").asString(""));
		String article = problem.path("article").asString("");
		if (!article.isEmpty()) {
			line.append("（").append(article).append("）");
		}
		String detail = problem.path("detail").asString("");
		if (!detail.isEmpty()) {
			line.append(line.isEmpty() ? "" : " ").append(detail);
		}
		return line.append(" [").append(problem.path("code").asString("")).append(']').toString().replace('\n', ' ');
	}

}
