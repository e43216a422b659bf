#!/usr/bin/env bash
# The tests of every module, unchanged, with their PostgreSQL and Kafka in containers of a real engine. Needs docker; where GONGKAI_TEST_POSTGRES_IMAGE is
# not set, stand-ins for the public images are made (root, debootstrap, JAVA_HOME), which needs the modules built:
# ./mvnw -pl standalone -am package -Dmaven.test.skip=true. Arguments go to Maven, such as -o or -Dtest=....
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
out=$(mktemp)
since=$(date +%s)

fail() { echo "FAILED: $*, output in $out"; exit 1; }
started() { docker events --since "$since" --until "$(date +%s)" --filter event=start --filter "image=$1" --format x | wc -l; }

if [ -z "${GONGKAI_TEST_POSTGRES_IMAGE:-}" ]; then
	bases=$("$root/acceptance/images/make" 2>/dev/null)
	GONGKAI_TEST_POSTGRES_IMAGE=$(sed -n 's/^POSTGRES_IMAGE=//p' <<<"$bases")
	GONGKAI_TEST_KAFKA_IMAGE=$(sed -n 's/^KAFKA_IMAGE=//p' <<<"$bases")
	# the image that would clear up after us can be pulled as little; every container is stopped by who started it
	export GONGKAI_TEST_POSTGRES_IMAGE GONGKAI_TEST_KAFKA_IMAGE TESTCONTAINERS_RYUK_DISABLED=true
fi
"$root/mvnw" -f "$root/pom.xml" -ntp -B -pl testing,log,access,command-service,query-service,standalone -am "$@" test >"$out" 2>&1 ||
	{ grep -E '(Tests run|ERROR|FAIL)' "$out" | tail -40; fail "the tests"; }
grep 'Tests run:.*[0-9]$' "$out"
for image in "$GONGKAI_TEST_POSTGRES_IMAGE" "$GONGKAI_TEST_KAFKA_IMAGE"; do
	echo "$image: $(started "$image") containers"
	[ "$(started "$image")" -gt 0 ] || fail "no test ran on $image"
done
echo "passed"
