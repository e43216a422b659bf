package org.gongkai.standalone.cli;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.gongkai.standalone.Failed;
import org.gongkai.standalone.Office;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "serve", mixinStandardHelpOptions = true,
		description = { "Serve an office from a folder until stopped (Ctrl-C).", "打开数据文件夹并提供服务。" })
final class ServeCommand implements Callable<Integer> {

	static final String DEFAULT_PORT = "8700";

	@Option(names = "--data", paramLabel = "DIR", required = true,
			description = { "The office's folder; made if it is not there.", "数据文件夹。" })
	Path data = Path.of("");

	@Option(names = "--port", paramLabel = "N", defaultValue = DEFAULT_PORT,
			description = { "Port to listen on, 0 for any (default: ${DEFAULT-VALUE}).", "端口。" })
	int port;

	@Option(names = "--address", paramLabel = "IP", defaultValue = "127.0.0.1",
			description = {
					"Address to listen on (default: ${DEFAULT-VALUE}, this machine alone). Another address needs",
					"TLS, here or in a proxy before it.", "监听地址。" })
	InetAddress address = InetAddress.getLoopbackAddress();

	@Option(names = "--tls-certificate", paramLabel = "FILE",
			description = { "Speak TLS with this certificate and its chain (PEM).", "TLS 证书文件。" })
	@Nullable Path certificate;

	@Option(names = "--tls-key", paramLabel = "FILE",
			description = { "The certificate's private key (PEM).", "证书的私钥文件。" })
	@Nullable Path key;

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		var out = this.spec.commandLine().getOut();
		if ((this.certificate == null) != (this.key == null)) {
			throw new Failed("--tls-certificate and --tls-key belong together");
		}
		Office.Door.Tls tls = (this.certificate == null || this.key == null) ? null
				: new Office.Door.Tls(readable(this.certificate), readable(this.key));
		if (!this.address.isLoopbackAddress() && tls == null) {
			this.spec.commandLine()
				.getErr()
				.println("gongkai: passwords travel to " + this.address.getHostAddress()
						+ " in clear unless a proxy with TLS stands before it");
		}
		Office office = Office.open(this.data, new Office.Door(this.address, this.port, tls));
		out.println("Gongkai serves " + office.folder() + " at " + office.url() + " (Ctrl-C stops it)");
		office.openAdministrator().ifPresent((password) -> out.println("""
				首个账号 First account: admin
				一次性口令 One-time password: %s
				请在 %s/sign-in 登录并修改口令。Sign in there and change it.""".formatted(password, office.url())));
		out.flush();
		return office.serveUntilStopped();
	}

	private static Path readable(Path file) {
		if (!Files.isReadable(file)) {
			throw new Failed("cannot read the file " + file);
		}
		return file.toAbsolutePath();
	}

}
