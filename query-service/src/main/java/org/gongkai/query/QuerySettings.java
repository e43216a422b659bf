package org.gongkai.query;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the query side finds its database, and the command side.
///
/// @param url JDBC address of the product's database
/// @param readPassword password of `gongkai_read`
/// @param keysUrl JDBC address of the database of the keys of personal data, another than the product's
/// @param keysPassword password of `gongkai_key_reader`
/// @param masterKey the file with the master key, the same as the command side's
/// @param connections at most this many at once, at least 4
/// @param commandUrl address of the command-service that the console's forms go to; empty for a console that only shows
@ConfigurationProperties("gongkai.query")
record QuerySettings(String url, @DefaultValue("") String readPassword, String keysUrl,
		@DefaultValue("") String keysPassword, Path masterKey, @DefaultValue("10") int connections,
		@DefaultValue("") String commandUrl) {

	@Override
	public String toString() {
		return "QuerySettings[url=" + this.url + "]";
	}

}
