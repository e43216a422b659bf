package org.gongkai.access;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.gongkai.access.SignInLimits.Reservation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// How many sign-ins are looked at, whether their account exists or not.
class SignInLimitsTest {

	private final HandClock clock = new HandClock("2024-07-30T01:00:00.000000999Z");

	private final AccessUnderTest access = new AccessUnderTest(this.clock);

	private final SignInLimits limits = this.access.limits;

	@AfterEach
	void close() {
		this.access.close();
	}

	@Test
	void an_account_is_barred_at_one_address_after_five_failures_and_for_longer_each_time() {
		fail("wang", "10.0.0.1", 5);
		assertThat(this.limits.waits("wang", "10.0.0.1")).isEqualTo(60);
		assertThat(this.limits.reserve("wang", "10.0.0.1")).isEqualTo(new Reservation(null, 60));
		assertThat(this.limits.waits("wang", "10.0.0.2")).isZero();
		assertThat(this.limits.waits("zhao", "10.0.0.1")).isZero();

		for (int minutes : List.of(2, 4, 8, 16, 32, 60, 60)) {
			this.clock.pass(Duration.ofSeconds(this.limits.waits("wang", "10.0.0.1")));
			fail("wang", "10.0.0.1", 1);
			assertThat(this.limits.waits("wang", "10.0.0.1")).isEqualTo(minutes * 60);
		}
		this.clock.pass(Duration.ofHours(2));
		fail("wang", "10.0.0.1", 4);
		assertThat(this.limits.waits("wang", "10.0.0.1")).isZero();
	}

	@Test
	void of_many_attempts_at_once_no_more_than_five_are_looked_at() throws Exception {
		try (ExecutorService callers = Executors.newFixedThreadPool(24)) {
			Callable<Reservation> attempt = () -> this.limits.reserve("wang", "10.0.0.1");
			List<Future<Reservation>> reserved = callers.invokeAll(Collections.nCopies(24, attempt));
			int looked = 0;
			for (Future<Reservation> one : reserved) {
				looked += (one.get().attempt() != null) ? 1 : 0;
			}
			assertThat(looked).isEqualTo(5);
		}
	}

	@Test
	void an_address_is_barred_after_thirty_failures_whatever_the_accounts() {
		for (int i = 0; i < 30; i++) {
			assertThat(this.limits.waits("invented" + i, "10.0.0.1")).isZero();
			fail("invented" + i, "10.0.0.1", 1);
		}
		assertThat(this.limits.waits("wang", "10.0.0.1")).isEqualTo(600);
		assertThat(this.limits.waits("wang", "10.0.0.2")).isZero();
		this.clock.pass(Duration.ofMinutes(10));
		assertThat(this.limits.waits("wang", "10.0.0.1")).isZero();
	}

	@Test
	void what_a_barred_address_invents_is_not_stored_and_what_is_stored_goes_in_time() {
		fail("invented", "10.0.0.1", 1);
		for (int i = 1; i < 200; i++) {
			this.limits.reserve("invented" + i, "10.0.0.1");
		}
		assertThat(this.access.superuser
			.queryForObject("select count(*) from access.sign_in_failures where failures > 0", Integer.class))
			.isEqualTo(1 + 2 * 30);

		this.clock.pass(Duration.ofHours(3));
		fail("wang", "10.0.0.2", 1);
		assertThat(this.access.superuser.queryForObject("select count(*) from access.sign_in_failures", Integer.class))
			.isEqualTo(3);
	}

	@Test
	void an_account_that_many_addresses_guess_is_barred_but_not_where_its_owner_signed_in_before() {
		succeed("wang", "10.0.1.1");
		for (int i = 0; i < 20; i++) {
			fail("wang", "10.0.0." + i, 5);
		}
		assertThat(this.limits.waits("wang", "10.0.2.1")).isEqualTo(60);
		assertThat(this.limits.waits("wang", "10.0.1.1")).isZero();
		assertThat(this.limits.waits("zhao", "10.0.2.1")).isZero();
		fail("wang", "10.0.1.1", 5);
		assertThat(this.limits.waits("wang", "10.0.1.1")).isEqualTo(60);
	}

	@Test
	void right_passwords_behind_one_address_are_not_hindered() {
		for (int i = 0; i < 200; i++) {
			assertThat(this.limits.waits("clerk" + i, "10.0.0.1")).isZero();
			Reservation first = this.limits.reserve("clerk" + i, "10.0.0.1");
			Reservation second = this.limits.reserve("clerk" + i, "10.0.0.1");
			succeed(first);
			succeed(second);
		}
		fail("clerk1", "10.0.0.1", 4);
		assertThat(this.limits.waits("clerk1", "10.0.0.1")).isZero();
	}

	@Test
	void a_right_password_pardons_the_failures_of_its_own_account_and_no_others() {
		fail("zhao", "10.0.0.1", 4);
		for (int i = 0; i < 25; i++) {
			fail("invented" + i, "10.0.0.1", 1);
		}
		succeed("wang", "10.0.0.1");
		fail("invented", "10.0.0.1", 1);
		assertThat(this.limits.waits("wang", "10.0.0.1")).isEqualTo(600);
	}

	@Test
	void an_account_is_looked_at_again_when_it_is_cleared() {
		fail("wang", "10.0.0.1", 5);
		this.limits.clear("wang");
		assertThat(this.limits.waits("wang", "10.0.0.1")).isZero();
		fail("wang", "10.0.0.1", 4);
		assertThat(this.limits.waits("wang", "10.0.0.1")).isZero();
	}

	@Test
	void the_addresses_of_one_customer_of_ipv6_count_as_one() {
		fail("wang", "2001:db8:1:2::1", 3);
		fail("wang", "2001:db8:1:2:ffff::9%eth0", 2);
		assertThat(this.limits.waits("wang", "2001:db8:1:2:a::b")).isEqualTo(60);
		assertThat(this.limits.waits("wang", "2001:db8:1:3::1")).isZero();
	}

	@Test
	void no_more_than_five_hundred_failures_an_hour_are_written_into_the_log() {
		for (int i = 0; i < 500; i++) {
			assertThat(this.limits.mayWrite()).isTrue();
		}
		assertThat(this.limits.mayWrite()).isFalse();
		this.clock.pass(Duration.ofHours(1));
		assertThat(this.limits.mayWrite()).isTrue();
	}

	@Test
	void a_name_is_not_stored_as_it_was_typed() {
		fail("a password in the wrong field", "10.0.0.1", 1);
		assertThat(this.access.superuser.queryForList("select counter || account from access.sign_in_failures",
				String.class))
			.noneMatch((row) -> row.contains("password"));
	}

	private void fail(String account, String address, int times) {
		for (int i = 0; i < times; i++) {
			this.limits.reserve(account, address);
		}
	}

	private void succeed(String account, String address) {
		succeed(this.limits.reserve(account, address));
	}

	private void succeed(Reservation reservation) {
		this.access.transaction
			.executeWithoutResult((_) -> this.limits.succeeded(Objects.requireNonNull(reservation.attempt())));
	}

}
