package org.gongkai.access;

import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/// The product's own hash with less memory, and how often and how often at once it is computed.
final class CountingEncoder implements PasswordEncoder {

	private final PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 1_024, 2);

	private final AtomicInteger running = new AtomicInteger();

	final AtomicInteger hashes = new AtomicInteger();

	final AtomicInteger mostAtOnce = new AtomicInteger();

	@Override
	public @Nullable String encode(@Nullable CharSequence password) {
		begin();
		try {
			return this.argon2.encode(password);
		}
		finally {
			this.running.decrementAndGet();
		}
	}

	@Override
	public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
		begin();
		try {
			return this.argon2.matches(password, hash);
		}
		finally {
			this.running.decrementAndGet();
		}
	}

	private void begin() {
		this.hashes.incrementAndGet();
		this.mostAtOnce.accumulateAndGet(this.running.incrementAndGet(), Math::max);
	}

}
