# Sourced by the scripts beside it: the split deployment on a real engine, from nothing to nothing, with two nodes of each service.
# Needs docker, docker-compose and curl, and the modules built: ./mvnw -pl standalone -am package -Dmaven.test.skip=true. Where POSTGRES_IMAGE is
# not set, stand-ins for the public images are made (root, debootstrap, JAVA_HOME).
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
project=gongkai-acceptance
port=${GONGKAI_PORT:-8087}
origin=http://127.0.0.1:$port
work=$(mktemp -d)
export GONGKAI_PORT=$port GONGKAI_IMAGE=gongkai:acceptance

say() { printf '%s %s\n' "$(date +%T)" "$*"; }
fail() { say "FAILED: $*"; exit 1; }
compose() { docker-compose -p $project -f "$work/deploy/docker-compose.yml" "$@" 2>&1 | grep -Ev ' \.\.\.' || true; }
up() { compose up -d --scale command-service=2 --scale query-service=2 >/dev/null && ready 7; }
down() { compose down -v --timeout 60 >/dev/null; rm -rf "$work"; }
trap down EXIT

ask() { curl -sS -m 60 -H "Authorization: Bearer $token" -H 'Gongkai-Actor: wang' "$@"; }
gongkai() { # in a container of its own, as a user elsewhere would
	docker run --rm --network host -e GONGKAI_TOKEN="$token" -v "$work:/work:ro" $GONGKAI_IMAGE "$@"
}
ready() {
	for _ in $(seq 120); do
		if [ "$(docker ps --filter "name=$project" --filter health=healthy -q | wc -l)" -ge "$1" ]; then return; fi
		sleep 3
	done
	docker ps -a --filter "name=$project"
	fail "not ready after six minutes"
}
committed() { ask "$origin/api/status?fresh=true" | grep -o '"committed":[0-9]*' | grep -o '[0-9]*'; }
register() { # N: with a key, again and again until it is acknowledged
	local code
	for _ in $(seq 600); do
		code=$(ask -o /dev/null -w '%{http_code}' -H 'Content-Type: application/json' -H "Idempotency-Key: load-$1" "$origin/api/commands/register-agency" \
			-d "{\"code\":\"load-$1\",\"name\":\"某镇\",\"kind\":\"township\",\"registeredOn\":\"2000-01-01\"}" 2>/dev/null) || code=000
		if [ "$code" = 200 ]; then echo "$1" >>"$work/acknowledged"; return; fi
		echo "$code" >>"$work/repeated"
		sleep 0.2
	done
}
given() { wc -l <"$work/acknowledged"; }
caller() { # N: every second number from there, until it is enough
	local n=$1
	until [ -e "$work/enough" ]; do register "$n"; n=$((n + 2)); done
}
while_given() { # FROM what is done to the nodes: while two callers give commands, 40 before and 40 after it at least
	local from=$1 already before after given
	shift
	rm -f "$work/enough" "$work/repeated"
	touch "$work/repeated"
	already=$(given)
	before=$(committed)
	caller "$from" & local odd=$!
	caller $((from + 1)) & local even=$!
	until [ "$(given)" -ge $((already + 40)) ]; do sleep 0.1; done
	"$@"
	given=$(given)
	until [ "$(given)" -ge $((given + 40)) ]; do sleep 0.1; done
	touch "$work/enough"
	wait $odd $even
	given=$(($(given) - already))
	after=$(committed)
	[ $((after - before)) = $given ] || fail "$given commands left $((after - before)) events"
	say "$given acknowledged, $(wc -l <"$work/repeated") calls repeated, $given recorded"
}
shown() { ask "$origin/api/agencies" | grep -o '"code":"load-[0-9]*"' | sort -u | wc -l; }
touch "$work/acknowledged" "$work/repeated"

if [ -z "${POSTGRES_IMAGE:-}" ]; then
	bases=$("$root/acceptance/images/make" 2>/dev/null)
	export $bases
fi
docker build -q ${JRE:+--build-arg "JRE=$JRE"} -t $GONGKAI_IMAGE -f "$root/deploy/Dockerfile" "$root" 2>/dev/null >/dev/null
cp -r "$root/deploy" "$work/"
rm -rf "$work/deploy/office" "$work/deploy/.env"
chmod 755 "$work"
"$work/deploy/new-secrets" acceptance.example/log >/dev/null
key=$(sed -n 's/^log 日志 *//p' "$work/deploy/office/verifier-keys.txt")
token=$(cat "$work/deploy/office/secrets/gongkai.access.operator-token")
up
say "ready"
