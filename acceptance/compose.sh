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

hit() { # HOW: a command node and a query node
	"$@" ${project}_command-service_1 ${project}_query-service_1 >/dev/null
	say "$*: a command node and a query node"
}
while_given 1 hit docker kill
docker start ${project}_command-service_1 ${project}_query-service_1 >/dev/null
ready 7
while_given 10001 hit docker stop -t 45
docker start ${project}_command-service_1 ${project}_query-service_1 >/dev/null
ready 7
[ "$(shown)" = "$(given)" ] || fail "$(shown) of $(given) are shown"

gongkai verify --server "$origin" --key "$key" || fail "the log is not sound"
gongkai stream verify --server "$origin" || fail "the stream is not whole"
say "passed"
