package org.gongkai.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import org.gongkai.access.Caller;
import org.gongkai.command.Calls;
import org.gongkai.command.Circumstances;
import org.gongkai.command.Receipt;
import org.gongkai.command.TooLarge;
import org.gongkai.command.integration.Uploads;
import org.gongkai.log.EventJson;
import org.gongkai.query.CommandClient;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;

/// Hands the console's commands and files to the command side in the same process.
final class DirectCommandClient implements CommandClient {

	private final Calls calls;

	private final Uploads uploads;

	DirectCommandClient(Calls calls, Uploads uploads) {
		this.calls = calls;
		this.uploads = uploads;
	}

	@Override
	public Accepted send(Order order) {
		try {
			Receipt receipt = this.calls.call(order.command(), EventJson.mapper().writeValueAsString(order.fields()),
					circumstances(order.caller(), "http", order.reason()), order.key(), order.seen());
			return new Accepted(receipt.stream(), receipt.version());
		}
		catch (Refused ex) {
			throw declined(ex);
		}
	}

	@Override
	public String upload(Upload upload) {
		try (InputStream content = upload.content().get()) {
			return this.uploads.start(new Uploads.Upload(upload.what(), upload.fileName(), upload.dryRun(),
					upload.historical(), upload.opening()),
					circumstances(upload.caller(), Uploads.VIA, upload.reason()), content);
		}
		catch (Refused ex) {
			throw declined(ex);
		}
		catch (TooLarge ex) {
			throw new Declined(Rule.TOO_LONG.code(), Rule.TOO_LONG.chinese(), String.valueOf(ex.getMessage()), "", null,
					List.of());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public Progress progress(String id) {
		try {
			return EventJson.mapper()
				.treeToValue(EventJson.mapper().valueToTree(this.uploads.progress(id)), Progress.class);
		}
		catch (Refused ex) {
			throw declined(ex);
		}
	}

	private static Circumstances circumstances(Caller caller, String via, @Nullable String reason) {
		Circumstances by = Circumstances.of(caller, via);
		return (reason == null) ? by : by.because(reason);
	}

	private static Declined declined(Refused ex) {
		return new Declined(ex.rule().code(), ex.rule().chinese(), String.valueOf(ex.getMessage()), ex.rule().article(),
				ex.field(),
				Change.all(EventJson.mapper().valueToTree(ex.details().getOrDefault("changes", List.of()))));
	}

}
