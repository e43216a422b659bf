package org.gongkai.standalone.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import org.gongkai.standalone.Failed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// By what a server knows who calls it.
final class Credentials {

	@Option(names = "--user", paramLabel = "ACCOUNT",
			description = { "Account to act with, for --server; without it a token is sent.", "账号。" })
	@Nullable String user;

	@Option(names = "--password-file", paramLabel = "FILE",
			description = { "File with the password; else GONGKAI_PASSWORD, else it is asked for.", "口令文件。" })
	@Nullable Path passwordFile;

	@Option(names = "--token-file", paramLabel = "FILE",
			description = { "File with a token, such as operator.token of a folder; else GONGKAI_TOKEN.", "令牌文件。" })
	@Nullable Path tokenFile;

	/// The header by which the server knows the caller; empty for none. Neither a
	/// password
	/// nor a token is ever an argument, which every process can read.
	String header() {
		if (this.user == null) {
			String token = (this.tokenFile != null) ? text(this.tokenFile) : System.getenv("GONGKAI_TOKEN");
			return (token == null) ? "" : Client.bearer(token.strip());
		}
		String pair = this.user + ":" + password(this.user);
		return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
	}

	private String password(String account) {
		if (this.passwordFile != null) {
			return text(this.passwordFile);
		}
		String told = System.getenv("GONGKAI_PASSWORD");
		if (told != null) {
			return told;
		}
		Console terminal = System.console();
		if (terminal == null) {
			throw new Failed("a password is needed: --password-file FILE, or GONGKAI_PASSWORD");
		}
		char[] typed = terminal.readPassword("口令 Password of %s: ", account);
		return (typed == null) ? "" : new String(typed);
	}

	private static String text(Path file) {
		try {
			return Files.readString(file).strip();
		}
		catch (IOException ex) {
			throw new Failed("cannot read " + file + ": " + ex.getMessage(), ex);
		}
	}

}
