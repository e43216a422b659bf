package org.gongkai.query.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.access.Callers;
import org.gongkai.query.CommandClient;
import org.gongkai.query.ReadModels;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/// Takes forms in and hands them to the write side as commands.
@Component
public class Desk {

	private static final Problem MISSING = Problem.of("请选择文件", "a file is needed");

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
		Sheet wrong = wrong(form, submission, typed);
		Answer answer = (wrong == null) ? send(client, form, submission, typed.fields()) : wrong;
		finish(answer instanceof Sheet, response);
		return answer;
	}

	/// Hands a file in. What cannot be taken comes back as a sheet, with status 422.
	/// @param form has the fields `what`, `file`, and whatever an import can be told
	public Handed receive(Form form, HttpServletRequest request, HttpServletResponse response) {
		CommandClient client = client();
		Submission submission = Submission.of(form, request);
		Sheet wrong = wrong(form, submission, new Typed(form, submission.values(), Map.of()));
		MultipartFile file = submission.file();
		Handed handed = (wrong == null && file != null) ? upload(client, form, submission, file)
				: (wrong != null) ? wrong : sheet(form, submission, Map.of("file", MISSING), null, false);
		finish(handed instanceof Sheet, response);
		return handed;
	}

	/// How far an import is. What it recorded is shown when it has ended.
	/// @throws ResponseStatusException 404 for an import that is not known
	public CommandClient.Progress progress(String id) {
		CommandClient.Progress progress;
		try {
			progress = client().progress(id);
		}
		catch (CommandClient.Declined ex) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, ex.zh(), ex);
		}
		if (progress.ended()) {
			settle();
		}
		return progress;
	}

	private static @Nullable Sheet wrong(Form form, Submission submission, Typed typed) {
		Map<String, Problem> problems = typed.problems();
		return problems.isEmpty() ? null : sheet(form, submission, problems, null, false);
	}

	private static void finish(boolean refused, HttpServletResponse response) {
		if (refused) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
	}

	private static Handed upload(CommandClient client, Form form, Submission submission, MultipartFile file) {
		Map<String, String> values = submission.values();
		String opening = values.getOrDefault("opening", "");
		String reason = values.getOrDefault("reason", "");
		try {
			return new Handed.Taken(client.upload(new CommandClient.Upload(values.getOrDefault("what", ""),
					values.getOrDefault(file.getName(), ""), () -> content(file), Callers.current(),
					!values.getOrDefault("mode", "").equals("record"), !values.getOrDefault("historical", "").isEmpty(),
					opening.isEmpty() ? null : LocalDate.parse(opening), reason.isEmpty() ? null : reason)));
		}
		catch (CommandClient.Declined ex) {
			return declined(form, submission, ex);
		}
		catch (CommandClient.Unreachable ex) {
			return sheet(form, submission, Map.of(), Problem.of("办理服务没有应答。请再次提交：已记录的行不会重复记录。",
					"The command-service did not answer. Send the file again; its rows record once."), false);
		}
	}

	private static InputStream content(MultipartFile file) {
		try {
			return file.getInputStream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Waits until what was recorded is shown; not for ever.
	private void settle() {
		try {
			this.models.settle();
		}
		catch (ReadModels.StillBehind ex) {
			// recorded, and shown later
		}
	}

	private Answer send(CommandClient client, Form form, Submission submission, Map<String, Object> fields) {
		CommandClient.Accepted accepted;
		try {
			accepted = client.send(new CommandClient.Order(form.command(), fields, Callers.current(), submission.key(),
					submission.seen(), submission.reason()));
		}
		catch (CommandClient.Declined ex) {
			return declined(form, submission, ex);
		}
		catch (CommandClient.Unreachable ex) {
			Problem silent = Problem.of("办理服务没有应答，可能已经记录，也可能没有。请再次提交同一表单：已记录的不会重复记录。",
					"The command-service did not answer. Send the same form again; it records once.");
			return new Sheet(form, submission.values(), Map.of(), silent, submission.key(), false, List.of(),
					submission.seen());
		}
		settle();
		return new Answer.Recorded(accepted.stream(), accepted.version());
	}

	private static Sheet declined(Form form, Submission submission, CommandClient.Declined refused) {
		if (!refused.changes().isEmpty()) {
			return new Sheet(form, submission.values(), Map.of(),
					new Problem(refused.zh(), refused.en(), refused.article()), submission.key(), false,
					refused.changes(), null);
		}
		boolean outdated = refused.code().equals(Rule.VERSION_CONFLICT.code())
				|| refused.code().equals(Rule.IDEMPOTENCY_KEY_REUSED.code());
		Problem problem = refused.code().equals(Rule.IDEMPOTENCY_KEY_REUSED.code())
				? Problem.of("这张表单已经提交并记录过，不能改动后再次提交",
						"This form was recorded already and cannot be sent again changed.")
				: new Problem(refused.zh(), refused.en(), refused.article());
		String place = Places.of(refused.code(), refused.field(), form);
		return (place == null) ? sheet(form, submission, Map.of(), problem, outdated)
				: sheet(form, submission, Map.of(place, problem), null, outdated);
	}

	private static Sheet sheet(Form form, Submission submission, Map<String, Problem> at, @Nullable Problem whole,
			boolean outdated) {
		return new Sheet(form, submission.values(), at, whole, submission.key(), outdated, List.of(), null);
	}

	private CommandClient client() {
		if (this.commands == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return this.commands;
	}

}
