package org.gongkai.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import javax.sql.DataSource;

/// Marks what a test writes into `log.events` by SQL, as a node of the log would: a second, independent maker of the marks, in
/// the database itself.
public final class MarkedEvents {

	/// The append key of every log under test, 64 hexadecimal digits.
	public static final String SECRET = "5b".repeat(32);

	private static final int BLOCK = 64;

	private MarkedEvents() {
	}

	/// From now on what is inserted without a mark gets one.
	/// @param superuser connections as superuser, after the log's tables were made
	/// @param origin the log's name; its hash is SHA-256
	public static void mark(DataSource superuser, String origin) {
		byte[] key = hmac(hmac(new byte[BLOCK], HexFormat.of().parseHex(SECRET)),
				("gongkai event v1\n" + origin + "\u0001").getBytes(StandardCharsets.UTF_8));
		try (Connection connection = superuser.getConnection(); Statement statement = connection.createStatement()) {
			statement.execute("""
					create function public.field(value text) returns bytea language sql immutable as $$
					select int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8') $$;
					create function public.field(value bigint) returns bytea language sql immutable as $$
					select int4send(8) || int8send(value) $$;
					create function public.marked() returns trigger language plpgsql security definer as $$ begin
					if new.mac is null then
					new.mac := sha256('\\x%s'::bytea || sha256('\\x%s'::bytea || '\\x01'::bytea || public.field(0) ||
					public.field(new.stream_type) || public.field(new.stream_id) || public.field(new.sequence) ||
					int4send(16) || uuid_send(new.event_id) || public.field(new.name) || public.field(new.revision) ||
					public.field((extract(epoch from new.recorded_at) * 1000000)::bigint) ||
					public.field(new.payload::text) || public.field(new.metadata::text)));
					end if;
					return new; end $$;
					create trigger marked before insert on log.events for each row execute function public.marked()"""
				.formatted(padded(key, 0x5c), padded(key, 0x36)));
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String padded(byte[] key, int pad) {
		byte[] block = new byte[BLOCK];
		for (int i = 0; i < BLOCK; i++) {
			block[i] = (byte) ((i < key.length ? key[i] : 0) ^ pad);
		}
		return HexFormat.of().formatHex(block);
	}

	private static byte[] hmac(byte[] key, byte[] data) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
			return mac.doFinal(data);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
