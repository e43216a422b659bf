#!/usr/bin/env bash
# The split deployment as its users have it: the acceptance tests from outside, a command node and a query node killed while commands are given, every
# acknowledged one found once, one of each stopped in order, and verify. Needs what split-office.sh needs, and chromium.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/split-office.sh"

# the tests that need no more of an office than its address: the engine is this script's matter and not theirs
env -u DOCKER_HOST "$root/mvnw" -f "$root/pom.xml" -ntp -B -pl acceptance -am -Dgroups=outside -Dsurefire.failIfNoSpecifiedTests=false \
	"-Dgongkai.acceptance.url=$origin" "-Dgongkai.acceptance.token-file=$work/deploy/office/secrets/gongkai.access.operator-token" \
	test >"$work/outside.log" 2>&1 || { grep -E '(Tests run|ERROR|FAIL)' "$work/outside.log" | tail -40; fail "the acceptance tests"; }
say "from outside: $(grep 'Tests run:' "$work/outside.log" | tail -1 | sed 's/^.*Tests/Tests/')"

under_load() { # FROM what is done to the nodes: while 200 commands are given by two callers
	local from=$1 before after
	shift
	: >"$work/acknowledged"
	: >"$work/repeated"
	before=$(committed)
	(for n in $(seq "$from" 2 $((from + 199))); do register "$n"; done) & odd=$!
	(for n in $(seq $((from + 1)) 2 $((from + 199))); do register "$n"; done) & even=$!
	while [ "$(wc -l <"$work/acknowledged")" -lt 40 ]; do sleep 0.1; done
	"$@" ${project}_command-service_1 ${project}_query-service_1 >/dev/null
	say "$*: a command node and a query node"
	wait $odd $even
	[ "$(wc -l <"$work/acknowledged")" = 200 ] || fail "only $(wc -l <"$work/acknowledged") commands were acknowledged"
	after=$(committed)
	[ $((after - before)) = 200 ] || fail "200 commands left $((after - before)) events"
	say "200 acknowledged, $(wc -l <"$work/repeated") calls repeated, 200 recorded"
	docker start ${project}_command-service_1 ${project}_query-service_1 >/dev/null
	ready 7
}
under_load 1 docker kill
under_load 201 docker stop -t 45
listed=$(ask "$origin/api/agencies" | grep -o '"code":"load-[0-9]*"' | sort -u | wc -l)
[ "$listed" = 400 ] || fail "$listed of 400 are shown"

gongkai verify --server "$origin" --key "$key" || fail "the log is not sound"
gongkai stream verify --server "$origin" || fail "the stream is not whole"
say "passed"
