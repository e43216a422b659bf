package org.gongkai.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the gate is kept.
///
/// @param operatorToken by which the owner of the data folder is known; empty for none
@ConfigurationProperties("gongkai.access")
record AccessSettings(@DefaultValue("") String operatorToken) {

	@Override
	public String toString() {
		return "AccessSettings[hidden]";
	}

}
