package org.gongkai.command;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the command side finds its database.
///
/// @param url JDBC address of the product's database
/// @param migratePassword password of `gongkai_migrate`
/// @param appendPassword password of `gongkai_append`
/// @param queryUrl where the query-service answers that counts the numbers of reports; empty for none
/// @param connections at most this many at once, at least 2: the sequencer holds one while it leads
@ConfigurationProperties("gongkai.command")
record CommandSettings(String url, @DefaultValue("") String migratePassword, @DefaultValue("") String appendPassword,
		@DefaultValue("") String queryUrl, @DefaultValue("10") int connections) {

	@Override
	public String toString() {
		return "CommandSettings[url=" + this.url + "]";
	}

}
