package org.gongkai.standalone.cli;

import java.io.PrintWriter;

/// How far a long piece of work is: a bar that redraws itself on a terminal, else a plain line at every tenth.
final class Progress {

	private static final int WIDTH = 40;

	private final PrintWriter out;

	private final boolean terminal;

	private int tenths = -1;

	private boolean drawn;

	/// @param out where to draw; never the place of the command's own output
	/// @param terminal whether a person is looking
	Progress(PrintWriter out, boolean terminal) {
		this.out = out;
		this.terminal = terminal;
	}

	/// Whether standard error is a terminal, as the starting script saw it.
	static boolean toTerminal() {
		return Boolean.getBoolean("gongkai.terminal");
	}

	/// @param done how many are done
	/// @param all how many there are; 0 while that is not yet known
	void show(long done, long all) {
		if (all == 0) {
			return;
		}
		int now = (int) (10 * done / all);
		if (this.terminal) {
			int filled = (int) (WIDTH * done / all);
			this.out.print("\r[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + done + "/" + all + " "
					+ 100 * done / all + "%");
			this.drawn = true;
		}
		else if (now > this.tenths) {
			this.out.println(done + " of " + all + " rows");
		}
		this.tenths = now;
		this.out.flush();
	}

	/// Leaves the bar on its line.
	void end() {
		if (this.drawn) {
			this.out.println();
			this.out.flush();
		}
	}

}
