package org.gongkai.command.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import org.gongkai.access.Accounts;
import org.gongkai.access.Callers;
import org.gongkai.access.Unscoped;
import org.gongkai.command.Field;
import org.gongkai.command.agency.AgencyCode;
import org.gongkai.command.agency.Offices;
import org.gongkai.events.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// 账号与授权 by HTTP. A one-time password, or a program's token, is told once, in the answer that makes it.
@RestController
class AccountController {

	private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

	private final Accounts accounts;

	private final Offices offices;

	private final Clock clock;

	AccountController(Accounts accounts, Offices offices, Clock clock) {
		this.accounts = accounts;
		this.offices = offices;
		this.clock = clock;
	}

	record Listing(List<Accounts.Account> accounts) {
	}

	/// @param account 账号, what is typed to sign in
	/// @param displayName 姓名, what is written beside every act
	/// @param machine whether a program uses it; a person does when left out
	record NewAccount(@Unscoped String account, @Unscoped String displayName, @Nullable Boolean machine) {

		NewAccount {
			Field.needed("account", account);
			Field.needed("displayName", displayName);
		}

	}

	/// @param password to be typed once and changed at once; null for a program
	/// @param token of a program; null for a person
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Told(String account, @Nullable String password, @Nullable String token) {
	}

	/// @param agency code of the agency for which; the whole house when left out
	/// @param withSubordinates whether also for the agencies below it
	/// @param from the first day; today when left out
	/// @param until the last day; no end when left out
	record NewGrant(Role role, @Unscoped("accounts are administered for the whole house") @Nullable String agency,
			@Nullable Boolean withSubordinates, @Nullable LocalDate from, @Nullable LocalDate until) {

		NewGrant {
			Field.needed("role", role);
		}

	}

	/// @param agency code of the agency for which it was granted; null for the whole
	/// house
	record Revocation(Role role, @Unscoped("accounts are administered for the whole house") @Nullable String agency) {

		Revocation {
			Field.needed("role", role);
		}

	}

	@GetMapping(path = "/api/accounts", produces = JSON)
	@Operation(tags = "accounts", summary = "账号: all accounts with their roles")
	Listing list() {
		return new Listing(this.accounts.all());
	}

	@PostMapping(path = "/api/accounts", consumes = JSON, produces = JSON)
	@Operation(tags = "accounts", summary = "设立账号: opens an account; its one-time password or token is in the answer")
	Told open(@RequestBody NewAccount opened) {
		boolean machine = Boolean.TRUE.equals(opened.machine());
		return told(opened.account(), machine,
				this.accounts.open(opened.account(), opened.displayName(), machine, Callers.current()));
	}

	@PostMapping(path = "/api/accounts/{account}/grants", consumes = JSON, produces = JSON)
	@Operation(tags = "accounts", summary = "授权: gives an account a role, for an agency or the whole house")
	Listing grant(@Unscoped @PathVariable String account, @RequestBody NewGrant granted) {
		String agency = granted.agency();
		if (agency != null) {
			this.offices.find(new AgencyCode(agency).value()).registered();
		}
		this.accounts.grant(account,
				new Accounts.Granted(granted.role(), agency, Boolean.TRUE.equals(granted.withSubordinates()),
						Objects.requireNonNullElseGet(granted.from(), () -> LocalDate.now(this.clock)),
						granted.until()),
				Callers.current());
		return one(account);
	}

	@PostMapping(path = "/api/accounts/{account}/revocations", consumes = JSON, produces = JSON)
	@Operation(tags = "accounts", summary = "撤销授权: takes a role back")
	Listing revoke(@Unscoped @PathVariable String account, @RequestBody Revocation revoked) {
		this.accounts.revoke(account, revoked.role(), revoked.agency(), Callers.current());
		return one(account);
	}

	@PostMapping(path = "/api/accounts/{account}/lock", produces = JSON)
	@Operation(tags = "accounts", summary = "停用账号: nobody signs in with it any more, and its sessions end")
	Listing lock(@Unscoped @PathVariable String account) {
		this.accounts.lock(account, true, Callers.current());
		return one(account);
	}

	@PostMapping(path = "/api/accounts/{account}/unlock", produces = JSON)
	@Operation(tags = "accounts", summary = "恢复账号: it can be signed in with again, also after too many failures")
	Listing unlock(@Unscoped @PathVariable String account) {
		this.accounts.lock(account, false, Callers.current());
		return one(account);
	}

	@PostMapping(path = "/api/accounts/{account}/reset", produces = JSON)
	@Operation(tags = "accounts", summary = "重置口令: a new one-time password, or a new token and the old one void")
	Told reset(@Unscoped @PathVariable String account) {
		String secret = this.accounts.reset(account, Callers.current());
		return told(account, one(account).accounts().getFirst().machine(), secret);
	}

	private Listing one(String account) {
		return new Listing(this.accounts.all().stream().filter((one) -> one.account().equals(account)).toList());
	}

	private static Told told(String account, boolean machine, String secret) {
		return machine ? new Told(account, null, secret) : new Told(account, secret, null);
	}

}
