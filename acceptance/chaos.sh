#!/usr/bin/env bash
# The chaos suite for long: ROUNDS (200) rounds of one fault each, the slow ones among them, under a seed that is printed and may be given. Linux, a
# JDK 25; two idle cores take some 15 s a round. What a command waited for while something was broken is told at the end, the longest first: after the
# loss of one of two nodes the other is to show it within 10 s.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rounds=${1:-200}
seed=${2:-$(date +%s)}
out=$(mktemp)
echo "rounds $rounds, seed $seed, output in $out"
./mvnw -o -B -ntp -pl acceptance -am -Dtest=ChaosTest -Dsurefire.failIfNoSpecifiedTests=false -Dgongkai.chaos.rounds="$rounds" \
	-Dgongkai.chaos.seed="$seed" -Dgongkai.chaos.long=true test >"$out" 2>&1 || { grep -E '^round|AssertionError|Caused' "$out"; exit 1; }
grep '^round' "$out" | awk '{ for (i = 1; i <= NF; i++) { if ($i == "after") a = $(i + 1); if ($i == "shown") s = $(i + 1) }
	printf "%7d ms acknowledged, %6d ms shown  %s\n", a, s, $5 }' | sort -k4,4nr | head -20
late=$(grep -E '^round.*(COMMAND_NODE|QUERY_NODE|SEQUENCER|RELAY|REBUILDER)_KILLED' "$out" |
	awk '{ for (i = 1; i <= NF; i++) { if ($i == "after") a = $(i + 1); if ($i == "shown") s = $(i + 1) } if (a + s >= 10000) n++ } END { print n + 0 }')
[ "$late" = 0 ] || { echo "FAILED: after the loss of a node $late commands were shown later than in 10 s"; exit 1; }
echo "passed"
