package org.gongkai.query.desk;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.query.CommandClient;
import org.gongkai.query.ReadModels;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// Takes forms in and hands them to the write side as commands.
@Component
public class Desk {

	private final @Nullable CommandClient commands;

	private final ReadModels models;

	Desk(ObjectProvider<CommandClient> commands, ReadModels readModels) {
		this.commands = commands.getIfAvailable();
		this.models = readModels;
	}

	/// Whether there is a write side; without one the console only shows.
	public boolean isOpen() {
		return this.commands != null;
	}

	/// @throws ResponseStatusException 404 without a write side
	public void requireOpen() {
		client();
	}

	/// Hands a form in. What was recorded is shown from then on; what was refused comes
	/// back as a sheet, with status 422.
	/// @param fixed fields of the command that are not typed
	public Answer take(Form form, Map<String, ?> fixed, HttpServletRequest request, HttpServletResponse response) {
		CommandClient client = client();
		Submission submission = Submission.of(form, request);
		Typed typed = new Typed(form, submission.values(), fixed);
		Map<String, Problem> problems = typed.problems();
		if (submission.clerk().isEmpty()) {
			problems.put(Sheet.ACTOR, Problem.of("请填写经办人姓名", "who acts is needed"));
		}
		Answer answer = problems.isEmpty() ? send(client, form, submission, typed.fields())
				: sheet(form, submission, problems, null, false);
		if (answer instanceof Answer.Recorded) {
			Clerk.remember(submission.clerk(), response);
		}
		else {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		return answer;
	}

	private Answer send(CommandClient client, Form form, Submission submission, Map<String, Object> fields) {
		CommandClient.Accepted accepted;
		try {
			accepted = client.send(new CommandClient.Order(form.command(), fields, submission.clerk(), submission.key(),
					submission.seen()));
		}
		catch (CommandClient.Declined ex) {
			return declined(form, submission, ex);
		}
		catch (CommandClient.Unreachable ex) {
			return sheet(form, submission, Map.of(), Problem.of("办理服务没有应答，可能已经记录，也可能没有。请再次提交同一表单：已记录的不会重复记录。",
					"The command-service did not answer. Send the same form again; it records once."), false);
		}
		try {
			this.models.settle();
		}
		catch (ReadModels.StillBehind ex) {
			return new Answer.Recorded(accepted.version()); // recorded, and shown later
		}
		return new Answer.Recorded(accepted.version());
	}

	private static Sheet declined(Form form, Submission submission, CommandClient.Declined refused) {
		boolean outdated = refused.code().equals(Rule.VERSION_CONFLICT.code())
				|| refused.code().equals(Rule.IDEMPOTENCY_KEY_REUSED.code());
		Problem problem = refused.code().equals(Rule.IDEMPOTENCY_KEY_REUSED.code())
				? Problem.of("这张表单已经提交并记录过，不能改动后再次提交",
						"This form was recorded already and cannot be sent again changed.")
				: new Problem(refused.zh(), refused.en(), refused.article());
		String place = Sheet.ACTOR.equals(refused.field()) ? Sheet.ACTOR
				: Places.of(refused.code(), refused.field(), form);
		return (place == null) ? sheet(form, submission, Map.of(), problem, outdated)
				: sheet(form, submission, Map.of(place, problem), null, outdated);
	}

	private static Sheet sheet(Form form, Submission submission, Map<String, Problem> at, @Nullable Problem whole,
			boolean outdated) {
		return new Sheet(form, submission.values(), at, whole, submission.key(), outdated);
	}

	private CommandClient client() {
		if (this.commands == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return this.commands;
	}

}
