package org.gongkai.access;

import org.springframework.jdbc.core.JdbcTemplate;

/// The tokens of who is at home: the owner of the data folder, and the services among themselves.
public final class Trusted {

	private final String operator;

	private final String service;

	Trusted(JdbcTemplate sql, String operator) {
		String token = sql.queryForObject("select token from access.service", String.class);
		if (token == null) {
			throw new IllegalStateException("the services have no token");
		}
		this.service = token;
		this.operator = operator;
	}

	/// The header by which a service of the house is let in, in the name of nobody.
	public String authorization() {
		return "Bearer " + this.service;
	}

	boolean knows(String token) {
		return Secret.same(token, this.service) || !this.operator.isEmpty() && Secret.same(token, this.operator);
	}

}
