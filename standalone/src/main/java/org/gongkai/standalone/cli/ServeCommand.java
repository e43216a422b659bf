package org.gongkai.standalone.cli;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.gongkai.standalone.Office;
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
					"Address to listen on (default: ${DEFAULT-VALUE}, this machine alone). Another address needs a",
					"proxy with TLS before it.", "监听地址。" })
	InetAddress address = InetAddress.getLoopbackAddress();

	@Spec
	CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		var out = this.spec.commandLine().getOut();
		if (!this.address.isLoopbackAddress()) {
			this.spec.commandLine()
				.getErr()
				.println("gongkai: passwords travel to " + this.address.getHostAddress()
						+ " in clear unless a proxy with TLS stands before it");
		}
		Office office = Office.open(this.data, new Office.Door(this.address, this.port));
		out.println("Gongkai serves " + office.folder() + " at " + office.url() + " (Ctrl-C stops it)");
		office.openAdministrator().ifPresent((password) -> out.println("""
				首个账号 First account: admin
				一次性口令 One-time password: %s
				请在 %s/sign-in 登录并修改口令。Sign in there and change it.""".formatted(password, office.url())));
		out.flush();
		return office.serveUntilStopped();
	}

}
