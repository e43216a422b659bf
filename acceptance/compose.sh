#!/usr/bin/env bash
# The split deployment on a real engine, from nothing to nothing: images, secrets, two nodes of each service, the acceptance tests from outside,
# a command node and a query node killed while commands are given, every acknowledged one found once, verify, and all of it removed.
# Needs docker, docker-compose, curl and chromium, and the modules built: ./mvnw -pl standalone -am package -Dmaven.test.skip=true. Where POSTGRES_IMAGE is
# not set, stand-ins for the public images are made (root, debootstrap, JAVA_HOME).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
project=gongkai-acceptance
port=${GONGKAI_PORT:-8087}
origin=http://127.0.0.1:$port
work=$(mktemp -d)
export GONGKAI_PORT=$port GONGKAI_IMAGE=gongkai:acceptance

say() { printf '%s %s\n' "$(date +%T)" "$*"; }
fail() { say "FAILED: $*"; exit 1; }
compose() { docker-compose -p $project -f "$work/deploy/docker-compose.yml" "$@" 2>&1 | grep -Ev ' \.\.\.' || true; }
down() { compose down -v --timeout 60 >/dev/null; rm -rf "$work"; }
trap down EXIT

if [ -z "${POSTGRES_IMAGE:-}" ]; then
	bases=$("$root/acceptance/images/make" 2>/dev/null)
	export $bases
fi
docker build -q ${JRE:+--build-arg "JRE=$JRE"} -t $GONGKAI_IMAGE -f "$root/deploy/Dockerfile" "$root" 2>/dev/null >/dev/null
cp -r "$root/deploy" "$work/"
rm -rf "$work/deploy/office" "$work/deploy/.env"
"$work/deploy/new-secrets" acceptance.example/log >/dev/null
key=$(sed -n 's/^log 日志 *//p' "$work/deploy/office/verifier-keys.txt")
token=$(cat "$work/deploy/office/secrets/gongkai.access.operator-token")

ask() { curl -sS -m 60 -H "Authorization: Bearer $token" -H 'Gongkai-Actor: wang' "$@"; }
gongkai() { # in a container of its own, as a user elsewhere would
	docker run --rm --network host -e GONGKAI_TOKEN="$token" $GONGKAI_IMAGE "$@"
}
ready() {
	for _ in $(seq 120); do
		if [ "$(docker ps --filter "name=$project" --filter health=healthy -q | wc -l)" -ge "$1" ]; then return; fi
		sleep 3
	done
	docker ps -a --filter "name=$project"
	fail "not ready after six minutes"
}

compose up -d --scale command-service=2 --scale query-service=2 >/dev/null
ready 7
say "ready"

# the tests that need no more of an office than its address: the engine is this script's matter and not theirs
env -u DOCKER_HOST "$root/mvnw" -f "$root/pom.xml" -ntp -B -pl acceptance -am -Dgroups=outside -Dsurefire.failIfNoSpecifiedTests=false \
	"-Dgongkai.acceptance.url=$origin" "-Dgongkai.acceptance.token-file=$work/deploy/office/secrets/gongkai.access.operator-token" \
	test >"$work/outside.log" 2>&1 || { grep -E '(Tests run|ERROR|FAIL)' "$work/outside.log" | tail -40; fail "the acceptance tests"; }
say "from outside: $(grep 'Tests run:' "$work/outside.log" | tail -1 | sed 's/^.*Tests/Tests/')"

register() { # N: with a key, again and again until it is acknowledged
	for _ in $(seq 60); do
		code=$(ask -o /dev/null -w '%{http_code}' -H 'Content-Type: application/json' -H "Idempotency-Key: load-$1" "$origin/api/commands/register-agency" \
			-d "{\"code\":\"load-$1\",\"name\":\"某镇\",\"kind\":\"township\",\"registeredOn\":\"2000-01-01\"}" 2>/dev/null) || code=000
		if [ "$code" = 200 ]; then echo "$1" >>"$work/acknowledged"; return; fi
		sleep 0.2
	done
}
before=$(ask "$origin/api/status?fresh=true" | grep -o '"committed":[0-9]*' | grep -o '[0-9]*')
(for n in $(seq 1 2 200); do register "$n"; done) & odd=$!
(for n in $(seq 2 2 200); do register "$n"; done) & even=$!
touch "$work/acknowledged"
while [ "$(wc -l <"$work/acknowledged")" -lt 40 ]; do sleep 0.1; done
docker kill ${project}_command-service_1 >/dev/null
docker kill ${project}_query-service_1 >/dev/null
say "killed a command node and a query node"
wait $odd $even
[ "$(wc -l <"$work/acknowledged")" = 200 ] || fail "only $(wc -l <"$work/acknowledged") commands were acknowledged"
after=$(ask "$origin/api/status?fresh=true" | grep -o '"committed":[0-9]*' | grep -o '[0-9]*')
[ $((after - before)) = 200 ] || fail "200 commands left $((after - before)) events"
listed=$(ask "$origin/api/agencies" | grep -o '"code":"load-[0-9]*"' | sort -u | wc -l)
[ "$listed" = 200 ] || fail "$listed of 200 are shown"
say "200 acknowledged, 200 recorded, 200 shown"

docker start ${project}_command-service_1 ${project}_query-service_1 >/dev/null
ready 7
gongkai verify --server "$origin" --key "$key" || fail "the log is not sound"
gongkai stream verify --server "$origin" || fail "the stream is not whole"
say "passed"
