package org.gongkai.standalone;

import org.gongkai.command.Calls;
import org.gongkai.command.Circumstances;
import org.gongkai.command.Receipt;
import org.gongkai.log.EventJson;
import org.gongkai.query.CommandClient;
import org.gongkai.statute.Refused;

/// Hands the console's commands to the command side in the same process.
final class DirectCommandClient implements CommandClient {

	private final Calls calls;

	DirectCommandClient(Calls calls) {
		this.calls = calls;
	}

	@Override
	public Accepted send(Order order) {
		try {
			Receipt receipt = this.calls.call(order.command(), EventJson.mapper().writeValueAsString(order.fields()),
					Circumstances.of(order.actor(), "http"), order.key(), order.seen());
			return new Accepted(receipt.stream(), receipt.version());
		}
		catch (Refused ex) {
			throw new Declined(ex.rule().code(), ex.rule().chinese(), String.valueOf(ex.getMessage()),
					ex.rule().article(), ex.field());
		}
	}

}
