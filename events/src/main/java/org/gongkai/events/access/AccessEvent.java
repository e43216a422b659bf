package org.gongkai.events.access;

import org.gongkai.events.Event;

/// What happens to an account, in the order of its life. Neither a password nor what is made of one is ever in an event.
public sealed interface AccessEvent extends Event permits AccountOpened, RoleGranted, RoleRevoked, PasswordSet,
		TokenIssued, SignedIn, SignInRefused, SignInBarred, AccountLocked, AccountUnlocked {

	/// 账号.
	String account();

}
