package org.gongkai.standalone.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

import org.gongkai.standalone.Failed;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// The command line's root. Exit codes: 0 done, 1 refused or failed, 2 wrong use.
@Command(name = "gongkai", mixinStandardHelpOptions = true, version = "gongkai 0.1.0",
		description = { "The disclosure ledger: applications under the information disclosure regulation,",
				"from receipt to the statutory yearly table.", "依申请公开台账：从登记、办理到年度报告表三。" },
		synopsisSubcommandLabel = "COMMAND",
		footer = { "", "Exit codes: 0 done, 1 refused or failed (one line says why), 2 wrong use." },
		subcommands = { DemoCommand.class, ServeCommand.class, AccountsCommand.class, AgenciesCommand.class,
				ImportCommand.class, DocumentsCommand.class, TalliesCommand.class, ReportCommand.class,
				ReportsCommand.class, CheckReportCommand.class, DefinitionsCommand.class, ApplicationsCommand.class,
				ApplicantsCommand.class, KeysCommand.class, ShowCommand.class, HistoryCommand.class,
				DeadlineCommand.class, DifferenceCommand.class, ExplainCommand.class, CellsCommand.class,
				FindingsCommand.class, EvidenceCommand.class, SampleCommand.class, RebuildCommand.class,
				RebuildsCommand.class, StatusCommand.class, StreamCommand.class, VerifyCommand.class,
				VerifyProofCommand.class, CheckpointCommand.class, WitnessCommand.class, NewKeyCommand.class,
				PrepareCommand.class, HelpCommand.class })
public final class GongkaiCommand implements Runnable {

	/// Done.
	static final int DONE = 0;

	/// Refused or failed.
	static final int FAILED = 1;

	@Spec
	CommandSpec spec = CommandSpec.create();

	/// The command line, writing UTF-8 whatever the terminal's locale.
	public static CommandLine commandLine() {
		CommandLine line = new CommandLine(new GongkaiCommand());
		line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
		line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
		line.setUsageHelpAutoWidth(true);
		line.setUsageHelpLongOptionsMaxWidth(30);
		line.setCaseInsensitiveEnumValuesAllowed(true);
		line.setParameterExceptionHandler(GongkaiCommand::wrongUse);
		line.setExecutionExceptionHandler(GongkaiCommand::failed);
		return line;
	}

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(), "a command is missing");
	}

	private static int wrongUse(ParameterException ex, String[] arguments) {
		CommandLine line = ex.getCommandLine();
		line.getErr()
			.println("gongkai: " + oneLine(ex.getMessage()) + " (see: " + line.getCommandSpec().qualifiedName()
					+ " --help)");
		return line.getCommandSpec().exitCodeOnInvalidInput();
	}

	private static int failed(Exception ex, CommandLine line, ParseResult result) {
		if (ex instanceof Refusal refusal && result.matchedOptionValue("--json", false)) {
			line.getOut().println(refusal.problem());
		}
		if (ex instanceof Failed) {
			line.getErr().println("gongkai: " + oneLine(ex.getMessage()));
		}
		else {
			line.getErr()
				.println("gongkai: this is a bug in Gongkai: " + oneLine(ex.toString())
						+ " (GONGKAI_TRACE=1 shows where)");
		}
		if (System.getenv("GONGKAI_TRACE") != null) {
			StringWriter trace = new StringWriter();
			ex.printStackTrace(new PrintWriter(trace));
			line.getErr().println(trace);
		}
		return FAILED;
	}

	private static String oneLine(String text) {
		return text.strip().replaceAll("\\s*\\R\\s*", "; ");
	}

}
