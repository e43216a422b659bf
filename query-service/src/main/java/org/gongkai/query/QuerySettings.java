package org.gongkai.query;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the query side finds its database, and the command side.
///
/// @param url JDBC address of the product's database
/// @param readPassword password of `gongkai_read`
/// @param connections at most this many at once, at least 4
/// @param commandUrl address of the command-service that the console's forms go to; empty for a console that only shows
@ConfigurationProperties("gongkai.query")
record QuerySettings(String url, @DefaultValue("") String readPassword, @DefaultValue("10") int connections,
		@DefaultValue("") String commandUrl) {

	@Override
	public String toString() {
		return "QuerySettings[url=" + this.url + "]";
	}

}
