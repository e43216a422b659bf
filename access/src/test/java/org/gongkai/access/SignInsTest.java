package org.gongkai.access;

import java.time.Duration;
import java.util.OptionalLong;

import org.gongkai.access.SignIns.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignInsTest {

	private static final String RIGHT = "correct horse battery";

	private static final String HERE = "10.0.0.1";

	private final HandClock clock = new HandClock("2024-07-30T01:00:00Z");

	private final AccessUnderTest access = new AccessUnderTest(this.clock);

	private final SignIns signIns = this.access.signIns;

	@AfterEach
	void close() {
		this.access.close();
	}

	@Test
	void known_and_unknown_accounts_are_answered_alike() {
		this.access.account("wang", RIGHT);
		for (String account : new String[] { "wang", "stranger", "Not A Name\u0000" }) {
			for (int i = 0; i < 5; i++) {
				assertThat(this.signIns.call(account, "guess" + i, HERE)).isEqualTo(new Outcome.Wrong());
			}
			assertThat(this.signIns.call(account, RIGHT, HERE)).isEqualTo(new Outcome.Barred(60));
			assertThat(this.signIns.signIn(account, RIGHT, HERE)).isEqualTo(new Outcome.Barred(60));
		}
		assertThat(this.access.encoder.hashes).hasValue(15);
	}

	@Test
	void a_program_s_password_is_hashed_once_a_minute() {
		this.access.account("wang", RIGHT);
		assertThat(this.signIns.remembered("wang", RIGHT)).isEmpty();
		assertThat(this.signIns.call("wang", RIGHT, HERE)).isEqualTo(new Outcome.Right(0));
		assertThat(this.signIns.call("wang", RIGHT, HERE)).isEqualTo(new Outcome.Right(0));
		assertThat(this.signIns.remembered("wang", RIGHT)).isEqualTo(OptionalLong.of(0));
		assertThat(this.signIns.remembered("wang", RIGHT + " ")).isEmpty();
		assertThat(this.access.encoder.hashes).hasValue(1);

		this.clock.pass(Duration.ofMinutes(1));
		assertThat(this.signIns.remembered("wang", RIGHT)).isEmpty();
		assertThat(this.signIns.call("wang", RIGHT, HERE)).isEqualTo(new Outcome.Right(0));
		assertThat(this.access.encoder.hashes).hasValue(2);
	}

	@Test
	void a_remembered_password_is_hashed_again_once_the_credentials_have_changed() {
		this.access.account("wang", RIGHT);
		this.signIns.call("wang", RIGHT, HERE);
		this.access.superuser.update("update access.accounts set credential_version = 1");

		assertThat(this.signIns.call("wang", RIGHT, HERE)).isEqualTo(new Outcome.Right(1));
		assertThat(this.access.encoder.hashes).hasValue(2);
	}

	@Test
	void who_guesses_cannot_fill_the_log() {
		this.access.account("wang", RIGHT);
		for (int address = 0; address < 30; address++) {
			for (int i = 0; i < 5; i++) {
				this.signIns.call("wang", "guess", "10.0.1." + address);
			}
		}
		for (int i = 0; i < 20; i++) {
			this.signIns.call("stranger", "guess", "10.0.2." + i);
		}

		assertThat(this.access.events("access.SignInRefused")).isEqualTo(20);
		// at each of twenty addresses, and at the hundredth failure everywhere
		assertThat(this.access.events("access.SignInBarred")).isEqualTo(21);
	}

}
