package org.gongkai.standalone;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;

import org.gongkai.standalone.cli.GongkaiCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// An office that speaks TLS to others, and its own command line beside it.
class TlsTest {

	private static final char[] PASSWORD = "changeit".toCharArray();

	@TempDir
	Path folder;

	@Test
	void browsers_are_spoken_to_in_tls_and_the_command_line_of_the_folder_still_works() throws Exception {
		KeyStore store = selfSigned();
		Path certificate = Files.writeString(this.folder.resolve("office.crt"),
				pem("CERTIFICATE", store.getCertificate("office").getEncoded()));
		Path key = Files.writeString(this.folder.resolve("office.key"),
				pem("PRIVATE KEY", store.getKey("office", PASSWORD).getEncoded()));
		Path data = this.folder.resolve("data");
		try (Office office = Office.open(data,
				new Office.Door(InetAddress.getLoopbackAddress(), 0, new Office.Door.Tls(certificate, key)));
				HttpClient trusting = HttpClient.newBuilder().sslContext(trusting(store)).build();
				HttpClient stranger = HttpClient.newHttpClient()) {
			assertThat(office.url()).hasScheme("https");

			HttpResponse<String> page = get(trusting, office.url().resolve("/sign-in"));
			assertThat(page.body()).contains("登录");
			assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
			assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty()
				.allSatisfy((cookie) -> assertThat(cookie).contains("Secure"));
			assertThatExceptionOfType(SSLHandshakeException.class)
				.isThrownBy(() -> get(stranger, office.url().resolve("/sign-in")));

			StringWriter out = new StringWriter();
			CommandLine line = GongkaiCommand.commandLine();
			line.setOut(new PrintWriter(out));
			assertThat(line.execute("status", "--data", data.toString())).isZero();
			assertThat(line.execute("serve", "--data", data.toString(), "--tls-key", key.toString())).isEqualTo(1);
		}
	}

	private KeyStore selfSigned() throws Exception {
		Path file = this.folder.resolve("office.p12");
		Process made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "office", "-keyalg", "EC", "-dname", "CN=office", "-ext", "san=ip:127.0.0.1",
				"-keystore", file.toString(), "-storetype", "PKCS12", "-storepass", new String(PASSWORD))
			.inheritIO()
			.start();
		assertThat(made.waitFor()).isZero();
		return KeyStore.getInstance(file.toFile(), PASSWORD);
	}

	private static SSLContext trusting(KeyStore store) throws Exception {
		KeyStore known = KeyStore.getInstance("PKCS12");
		known.load(null, null);
		known.setCertificateEntry("office", store.getCertificate("office"));
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(known);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return context;
	}

	private static HttpResponse<String> get(HttpClient client, URI address) throws Exception {
		return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
	}

	private static String pem(String what, byte[] bytes) {
		return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(bytes)
				+ "\n-----END " + what + "-----\n";
	}

}
