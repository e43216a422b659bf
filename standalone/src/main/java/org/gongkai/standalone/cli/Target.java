package org.gongkai.standalone.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

import org.gongkai.standalone.DataFolder;
import org.gongkai.standalone.Failed;
import org.gongkai.standalone.Office;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which office a command works on, and in whose name: options that all commands share.
final class Target {

	@ArgGroup(exclusive = true, multiplicity = "1")
	Where where = new Where();

	@Option(names = "--actor", paramLabel = "NAME", defaultValue = "${sys:user.name}",
			description = { "Who acts; recorded with every event (default: ${DEFAULT-VALUE}).", "经办人，随每条记录保存。" })
	String actor = "";

	@Mixin
	Credentials credentials = new Credentials();

	@Option(names = "--json", description = { "Print JSON as the server gave it.", "以 JSON 输出。" })
	boolean json;

	static final class Where {

		@Option(names = "--data", paramLabel = "DIR",
				description = { "Work on this folder, through the server that has it open or else in this process.",
						"数据文件夹；已有服务打开时经由该服务办理。" })
		@Nullable Path data;

		@Option(names = "--server", paramLabel = "URL",
				description = { "Work through the server at this address.", "服务地址。" })
		@Nullable URI server;

	}

	/// The way to an office that exists. A folder that nobody serves is opened for as
	/// long
	/// as the session lasts.
	Session open() {
		Path data = this.where.data;
		// a misspelt folder must not become a new, empty office
		if (data != null && !DataFolder.exists(data)) {
			throw new Failed(data + " is not a Gongkai folder");
		}
		return openOrCreate();
	}

	/// The way to an office; an empty folder becomes one.
	Session openOrCreate() {
		if (this.actor.isBlank()) {
			throw new Failed("--actor needs a name");
		}
		URI server = this.where.server;
		if (server != null) {
			return new Session(new Client(address(server), this.actor, this.credentials.header()), null);
		}
		Path data = Objects.requireNonNull(this.where.data, "picocli asks for one of the two");
		return DataFolder.serving(data)
			.filter(this::answers)
			.map((serving) -> new Session(owner(serving.url(), DataFolder.operatorToken(data)), null))
			.orElseGet(() -> openHere(data));
	}

	/// A server's address that can be called.
	static URI address(@Nullable URI server) {
		if (server == null || !("http".equals(server.getScheme()) || "https".equals(server.getScheme()))
				|| server.getHost() == null) {
			throw new Failed("--server needs an address such as http://127.0.0.1:8700, not " + server);
		}
		return server;
	}

	// the note may be of a process that was killed, and its port may be another office's
	// by
	// now
	private boolean answers(DataFolder.Serving serving) {
		try (Client client = new Client(serving.url(), this.actor, "")) {
			return client.getJson("/api/office", Map.of()).path("instance").asString("").equals(serving.instance());
		}
		catch (Failed ex) {
			return false;
		}
	}

	private Session openHere(Path data) {
		Office office = Office.open(data, Office.Door.anywhere());
		return new Session(owner(office.url(), office.operatorToken()), office);
	}

	private Client owner(URI office, String token) {
		return new Client(office, this.actor, Client.bearer(token));
	}

	/// A client, and the office that was opened for it.
	record Session(Client client, @Nullable Office office) implements AutoCloseable {

		@Override
		public void close() {
			this.client.close();
			if (this.office != null) {
				this.office.close();
			}
		}

	}

}
