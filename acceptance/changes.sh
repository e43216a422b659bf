#!/usr/bin/env bash
# What a split office goes through in its life: every node is replaced by one of another image while commands are given, PostgreSQL is away for longer
# than a minute, the proxy is given TLS. Needs what split-office.sh needs, and openssl.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/split-office.sh"

upgrade() { # as docs/deployment.md tells it
	local old
	old=$(docker-compose -p $project -f "$work/deploy/docker-compose.yml" ps -q command-service query-service)
	compose run --rm prepare >/dev/null
	compose up -d --no-recreate --scale command-service=4 --scale query-service=4 >/dev/null
	ready 11
	docker stop -t 45 $old >/dev/null
	docker rm $old >/dev/null
}
printf 'FROM %s\nLABEL version=next\n' $GONGKAI_IMAGE | docker build -q -t $GONGKAI_IMAGE-next - >/dev/null 2>&1
export GONGKAI_IMAGE=$GONGKAI_IMAGE-next
while_given 1 upgrade
[ "$(docker ps -q --filter "name=$project" --filter "ancestor=$GONGKAI_IMAGE" | wc -l)" = 4 ] || fail "not every node is of the new image"
say "four nodes were replaced"

compose stop --timeout 60 postgres >/dev/null
sleep 100
compose start postgres >/dev/null
register 10001
began=$(date +%s)
until [ "$(shown)" = "$(given)" ]; do
	[ $(($(date +%s) - began)) -lt 10 ] || fail "$(shown) of $(given) are shown 10 s after the database is back"
	sleep 0.2
done
say "after 100 s without a database the tables were whole again within $(($(date +%s) - began)) s of the next command"

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 \
	-keyout "$work/deploy/office/tls/key.pem" -out "$work/deploy/office/tls/certificate.pem" 2>/dev/null
chown -R --reference="$work/deploy/office" "$work/deploy/office/tls"
cp "$work/deploy/office/tls/certificate.pem" "$work/authority.pem"
export GONGKAI_PROXY=tls GONGKAI_PROXY_PORT=8443
compose up -d --no-deps proxy >/dev/null
origin=https://127.0.0.1:$port
browse() { curl -sS --cacert "$work/authority.pem" -b "$work/cookies" -c "$work/cookies" -D "$work/head" -H "Origin: $origin" "$@"; }
says() { grep -qi "$1" "$work/head" || { cat "$work/head"; fail "$2"; }; }
for _ in $(seq 30); do
	if page=$(browse -L "$origin/" 2>/dev/null); then break; fi
	sleep 1
done
says "^location: $origin/sign-in" "the first page does not lead to $origin/sign-in"
says '^strict-transport-security:' "browsers are not told to stay with TLS"
password=$(ask --cacert "$work/authority.pem" -H 'Content-Type: application/json' "$origin/api/accounts" -d '{"account":"wang","displayName":"王芳"}' |
	sed 's/.*"password":"\([^"]*\)".*/\1/')
form=$(grep -o 'name="_csrf"[^>]*value="[^"]*"' <<<"$page" | sed 's/.*value="\([^"]*\)"/\1/')
browse -o /dev/null --data-urlencode account=wang --data-urlencode "password=$password" --data-urlencode "_csrf=$form" "$origin/sign-in"
says "^location: $origin/" "signing in does not lead on"
says '^set-cookie: gongkai-session=.*; secure' "the session's cookie may go in clear"
say "TLS: pages, cookies and programs"
say "passed"
