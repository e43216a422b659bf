#!/usr/bin/env bash
# Backup and restore of the split deployment as docs/deployment.md tells them: the database's volume is copied, more is recorded, the volume is lost and
# put back. A checkpoint of the day of the backup must verify, a later one must tell that the log is shorter, and the stream goes on at a new topic.
# Needs what split-office.sh needs.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/split-office.sh"

copy() { # FROM TO: volumes; as root, so that the owner stays
	docker run --rm --user 0 --entrypoint cp -v "$1:/from:ro" -v "$2:/to" $GONGKAI_IMAGE -a /from/. /to/
}

for n in $(seq 1 50); do register "$n"; done
gongkai checkpoint --server "$origin" >"$work/kept.txt"
before=$(committed)
compose stop --timeout 60 >/dev/null
docker volume create ${project}_backup >/dev/null
copy ${project}_postgres ${project}_backup
say "backed up at $before events"

up
for n in $(seq 51 80); do register "$n"; done
gongkai checkpoint --server "$origin" >"$work/later.txt"
say "$(committed) events, and now the database is lost"
compose rm -s -f postgres command-service query-service prepare >/dev/null
docker volume rm ${project}_postgres >/dev/null
docker volume create --label com.docker.compose.project=$project --label com.docker.compose.volume=postgres ${project}_postgres >/dev/null
copy ${project}_backup ${project}_postgres
docker volume rm ${project}_backup >/dev/null

up
[ "$(committed)" = "$before" ] || fail "$(committed) events were restored, and not $before"
for _ in $(seq 60); do
	if ask "$origin/api/stream" | grep -q '"error"'; then break; fi
	sleep 1
done
ask "$origin/api/stream" | grep -q '"error"' || fail "nobody says that the topic knows more than the log"
export GONGKAI_TOPIC=gongkai.events.restored
up
gongkai rebuild all --server "$origin"
gongkai verify --server "$origin" --key "$key" --checkpoint /work/kept.txt || fail "the restored log is not sound"
if gongkai verify --server "$origin" --key "$key" --checkpoint /work/later.txt; then fail "nobody missed what was lost"; fi
gongkai stream verify --server "$origin" || fail "the stream is not whole"
register 81
[ "$(committed)" = $((before + 1)) ] || fail "the restored office records nothing"
say "passed"
