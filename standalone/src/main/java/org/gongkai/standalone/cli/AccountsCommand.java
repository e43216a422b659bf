package org.gongkai.standalone.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.gongkai.events.access.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(name = "accounts", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
		description = { "Who may sign in, and what each may do.", "账号与权限。" },
		subcommands = { AccountsCommand.Add.class, AccountsCommand.Grant.class, AccountsCommand.Revoke.class,
				AccountsCommand.Lock.class, AccountsCommand.Unlock.class, AccountsCommand.Reset.class,
				AccountsCommand.ListAll.class })
final class AccountsCommand implements Runnable {

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(), "a command is missing");
	}

	/// What is done with one account.
	abstract static class OfAccount implements Callable<Integer> {

		@Parameters(paramLabel = "ACCOUNT", description = { "The account's name.", "账号。" })
		String account = "";

		@Mixin
		Target target = new Target();

		@Spec
		CommandSpec spec = CommandSpec.create();

		/// @param path after the accounts' own
		void call(String path, Map<String, ?> fields) {
			try (Target.Session session = this.target.open()) {
				JsonNode answer = session.client().send("/api/accounts" + path, fields);
				PrintWriter out = this.spec.commandLine().getOut();
				if (this.target.json) {
					out.println(answer);
				}
				else if (answer.has("accounts")) {
					answer.path("accounts").forEach((one) -> out.println(line(one)));
				}
				else {
					out.println(told(answer));
				}
			}
		}

		String path(String act) {
			return "/" + Client.encode(this.account) + "/" + act;
		}

	}

	@Command(name = "add", mixinStandardHelpOptions = true,
			description = { "Open an account; its one-time password is printed, this once.", "设立账号。" })
	static final class Add extends OfAccount {

		@Option(names = "--name", paramLabel = "NAME", required = true,
				description = { "Whose it is; written beside every act.", "姓名。" })
		String name = "";

		@Option(names = "--machine", description = { "A program's: it gets a token and no password.", "供系统使用。" })
		boolean machine;

		@Override
		public Integer call() {
			call("", Map.of("account", this.account, "displayName", this.name, "machine", this.machine));
			return GongkaiCommand.DONE;
		}

	}

	@Command(name = "grant", mixinStandardHelpOptions = true,
			description = { "Give an account a role, for an agency or the whole house.", "授权。" })
	static final class Grant extends OfAccount {

		@Option(names = "--role", required = true, description = { "${COMPLETION-CANDIDATES}.", "角色。" })
		Role role = Role.CLERK;

		@Option(names = "--agency", paramLabel = "CODE",
				description = { "For which agency; the whole house when left out.", "机关代码。" })
		@Nullable String agency;

		@Option(names = "--with-subordinates", description = { "And for the agencies below it.", "含下级机关。" })
		boolean withSubordinates;

		@Option(names = "--from", paramLabel = "DAY", description = { "First day (default: today).", "起始日期。" })
		@Nullable LocalDate from;

		@Option(names = "--until", paramLabel = "DAY", description = { "Last day (default: no end).", "截止日期。" })
		@Nullable LocalDate until;

		@Override
		public Integer call() {
			Map<String, Object> fields = new HashMap<>(
					Map.of("role", name(this.role), "withSubordinates", this.withSubordinates));
			put(fields, "agency", this.agency);
			put(fields, "from", this.from);
			put(fields, "until", this.until);
			call(path("grants"), fields);
			return GongkaiCommand.DONE;
		}

	}

	@Command(name = "revoke", mixinStandardHelpOptions = true,
			description = { "Take a role back from an account.", "撤销授权。" })
	static final class Revoke extends OfAccount {

		@Option(names = "--role", required = true, description = { "${COMPLETION-CANDIDATES}.", "角色。" })
		Role role = Role.CLERK;

		@Option(names = "--agency", paramLabel = "CODE",
				description = { "For which agency it was granted; the whole house when left out.", "机关代码。" })
		@Nullable String agency;

		@Override
		public Integer call() {
			Map<String, Object> fields = new HashMap<>(Map.of("role", name(this.role)));
			put(fields, "agency", this.agency);
			call(path("revocations"), fields);
			return GongkaiCommand.DONE;
		}

	}

	@Command(name = "lock", mixinStandardHelpOptions = true,
			description = { "Let nobody sign in with an account any more.", "停用账号。" })
	static final class Lock extends OfAccount {

		@Override
		public Integer call() {
			call(path("lock"), Map.of());
			return GongkaiCommand.DONE;
		}

	}

	@Command(name = "unlock", mixinStandardHelpOptions = true,
			description = { "Let an account be signed in with again, also after too many failures.", "恢复账号。" })
	static final class Unlock extends OfAccount {

		@Override
		public Integer call() {
			call(path("unlock"), Map.of());
			return GongkaiCommand.DONE;
		}

	}

	@Command(name = "reset", mixinStandardHelpOptions = true,
			description = { "Print a new one-time password, or a program's new token.", "重置口令。" })
	static final class Reset extends OfAccount {

		@Override
		public Integer call() {
			call(path("reset"), Map.of());
			return GongkaiCommand.DONE;
		}

	}

	@Command(name = "list", mixinStandardHelpOptions = true, description = { "List the accounts.", "列出账号。" })
	static final class ListAll extends Question {

		@Override
		JsonNode ask(Client client) {
			return client.getJson("/api/accounts", Map.of());
		}

		@Override
		void print(JsonNode answer, PrintWriter out) {
			answer.path("accounts").forEach((one) -> out.println(line(one)));
		}

	}

	/// What is told once about a new account.
	static String told(JsonNode answer) {
		return answer.has("token")
				? "令牌 Token of " + answer.path("account").asString() + ": " + answer.path("token").asString()
				: "一次性口令 One-time password of " + answer.path("account").asString() + ": "
						+ answer.path("password").asString();
	}

	private static String line(JsonNode account) {
		List<String> grants = account.path("grants")
			.valueStream()
			.map((grant) -> grant.path("role").asString() + "@" + grant.path("agency").asString("*")
					+ (grant.path("withSubordinates").asBoolean() ? "+" : ""))
			.toList();
		return account.path("account").asString() + "  " + account.path("displayName").asString()
				+ (account.path("machine").asBoolean() ? "（系统）" : "")
				+ (account.path("locked").asBoolean() ? "（停用 locked）" : "") + "  " + String.join(" ", grants);
	}

	private static String name(Role role) {
		return role.name().toLowerCase(Locale.ROOT);
	}

	private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
		if (value != null) {
			fields.put(name, value.toString());
		}
	}

}
