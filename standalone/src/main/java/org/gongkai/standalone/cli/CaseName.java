package org.gongkai.standalone.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A case as people name it: its number, and the agency that received it.
final class CaseName {

	@Parameters(paramLabel = "APPLICATION_NO", description = { "The application's number.", "申请编号。" })
	String number = "";

	@Option(names = "--agency", paramLabel = "CODE", required = true,
			description = { "The agency that received it.", "收到申请的机关代码。" })
	String agency = "";

	/// The case's name in the log.
	String id() {
		return this.agency + "/" + this.number;
	}

}
