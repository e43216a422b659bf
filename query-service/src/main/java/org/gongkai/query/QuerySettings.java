package org.gongkai.query;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the query side finds its database, and the command side.
///
/// @param url JDBC address of the product's database
/// @param readPassword password of `gongkai_read`
/// @param keysUrl JDBC address of the database of the keys of personal data, another than the product's; not asked for
/// where topics are followed
/// @param keysPassword password of `gongkai_key_reader`
/// @param masterKey the file with the master key, the same as the command side's; not asked for where topics are followed
/// @param accountsUrl JDBC address of the database with the accounts of the house; empty for the product's
/// @param accountsPassword password of `gongkai_read` there
/// @param connections at most this many at once, at least 4
/// @param commandUrl address of the command-service that the console's forms go to; empty for a console that only
/// shows, as it does where topics are followed
@ConfigurationProperties("gongkai.query")
record QuerySettings(String url, @DefaultValue("") String readPassword, @Nullable String keysUrl,
		@DefaultValue("") String keysPassword, @Nullable Path masterKey, @DefaultValue("") String accountsUrl,
		@DefaultValue("") String accountsPassword, @DefaultValue("10") int connections,
		@DefaultValue("") String commandUrl) {

	@Override
	public String toString() {
		return "QuerySettings[url=" + this.url + "]";
	}

}
