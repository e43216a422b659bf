package org.gongkai.log.personal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.gongkai.log.personal.SealingCipher.Unopened;

/// The master keys as this process read them last from their file: one, or two while one is being replaced.
final class MasterKeys {

	private final MasterKeyFile file;

	private volatile List<MasterKey> known = List.of();

	MasterKeys(MasterKeyFile file) {
		this.file = file;
	}

	/// Looks into the file.
	/// @throws WrongMasterKey if it is missing or has no key
	List<MasterKey> read() {
		this.known = this.file.read();
		return this.known;
	}

	/// Writes the first master key where nobody has made any.
	void makeIfAbsent() {
		if (!this.file.exists()) {
			replace(List.of(MasterKey.random()));
		}
	}

	/// @param keys what the file holds from now on, the present one first
	void replace(List<MasterKey> keys) {
		try {
			this.file.write(keys);
		}
		catch (IOException ex) {
			throw this.file.unusable("cannot be written: " + ex.getMessage());
		}
		this.known = keys;
	}

	/// The one that wraps.
	MasterKey present() {
		return this.known.getFirst();
	}

	/// @param cipher of the wrapped key
	/// @param master names the master key that wraps it
	/// @param place what the key is for
	/// @throws WrongMasterKey if the file has not that master key
	PersonalKey unwrap(UUID id, String cipher, String master, String place, byte[] wrapped) {
		SealingCipher of = SealingCipher.of(cipher);
		try {
			return new PersonalKey(id, of, named(master).unwrap(of, place, wrapped));
		}
		catch (Unopened _) {
			throw this.file.unusable("does not open the keys of this database");
		}
	}

	private MasterKey named(String id) {
		return find(id).orElseGet(() -> {
			// another process may have rotated meanwhile
			read();
			return find(id).orElseThrow(() -> this.file.unusable("is not the one of the keys of this database"));
		});
	}

	private Optional<MasterKey> find(String id) {
		for (MasterKey master : this.known) {
			if (master.id().equals(id)) {
				return Optional.of(master);
			}
		}
		return Optional.empty();
	}

}
