/// The harness: measures the whole office as a user starts it, each figure beside its floor in the same run.
@NullMarked
package org.gongkai.benchmarks;

import org.jspecify.annotations.NullMarked;
