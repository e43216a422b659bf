package org.gongkai.log.personal;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Arrays;
import java.util.Locale;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/// How personal data is sealed: an authenticated cipher in Galois/Counter mode with a tag of 128 bits, so that what was
/// changed or moved does not open.
public enum SealingCipher {

	/// AES with keys of 256 bits, by the JDK.
	AES_256_GCM(32) {
		@Override
		byte[] run(boolean seal, byte[] key, byte[] iv, byte[] bound, byte[] text) throws Unopened {
			try {
				Cipher cipher = Cipher.getInstance(AES_GCM, PROVIDER);
				cipher.init(seal ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"),
						new GCMParameterSpec(TAG_BITS, iv));
				cipher.updateAAD(bound);
				return cipher.doFinal(text);
			}
			catch (AEADBadTagException ex) {
				throw new Unopened(ex);
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException("AES-GCM is missing from this JDK", ex);
			}
		}
	},

	/// SM4 (GB/T 32907-2016) with keys of 128 bits, by Bouncy Castle.
	SM4_GCM(16) {
		@Override
		byte[] run(boolean seal, byte[] key, byte[] iv, byte[] bound, byte[] text) throws Unopened {
			var cipher = GCMBlockCipher.newInstance(new SM4Engine());
			cipher.init(seal, new AEADParameters(new KeyParameter(key), TAG_BITS, iv, bound));
			byte[] out = new byte[cipher.getOutputSize(text.length)];
			int length = cipher.processBytes(text, 0, text.length, out, 0);
			try {
				length += cipher.doFinal(out, length);
			}
			catch (InvalidCipherTextException ex) {
				throw new Unopened(ex);
			}
			return (length == out.length) ? out : Arrays.copyOf(out, length);
		}
	};

	/// Length of what makes each sealing different, in bytes.
	static final int IV = 12;

	private static final int TAG_BITS = 128;

	private static final String AES_GCM = "AES/GCM/NoPadding";

	/// Looked for once: the JDK would look through all its providers at each sealing.
	private static final Provider PROVIDER = provider();

	private final int keyBytes;

	SealingCipher(int keyBytes) {
		this.keyBytes = keyBytes;
	}

	/// Another key, another place, or changed bytes.
	static final class Unopened extends Exception {

		private static final long serialVersionUID = 1L;

		Unopened(Exception cause) {
			super("the sealed text does not open", cause);
		}

	}

	private static Provider provider() {
		try {
			return Cipher.getInstance(AES_GCM).getProvider();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("AES-GCM is missing from this JDK", ex);
		}
	}

	/// The name in stored form: `aes-256-gcm`.
	String stored() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/// The cipher of a stored name or a setting.
	/// @throws IllegalArgumentException if there is none of this name
	public static SealingCipher of(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	int keyBytes() {
		return this.keyBytes;
	}

	/// @param bound what the sealed text belongs to; it opens nowhere else
	byte[] seal(byte[] key, byte[] iv, byte[] bound, byte[] text) {
		try {
			return run(true, key, iv, bound, text);
		}
		catch (Unopened ex) {
			throw new IllegalStateException(ex);
		}
	}

	/// @throws Unopened with another key, in another place, or if a byte was changed
	byte[] open(byte[] key, byte[] iv, byte[] bound, byte[] sealed) throws Unopened {
		return run(false, key, iv, bound, sealed);
	}

	abstract byte[] run(boolean seal, byte[] key, byte[] iv, byte[] bound, byte[] text) throws Unopened;

}
