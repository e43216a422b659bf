#!/usr/bin/env bash
# Makes the data folder of an earlier build that OlderFolderTest opens, and what that build answered:
#   acceptance/older-folder.sh DIR
# writes DIR/office.tar.xz, DIR/answers.json, DIR/checkpoint.txt and DIR/gateway.token. Run it with the build whose folder is wanted; needs curl, jq, tar
# and xz. The tokens and passwords in it are of this test alone.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
[ $# = 1 ] || { sed -n '2,6s/^# //p' "$0"; exit 2; }
mkdir -p "$1"
out=$(cd "$1" && pwd)
gongkai=${GONGKAI:-$home/gongkai}
work=$(mktemp -d)
data=$work/office
origin=http://127.0.0.1:${PORT:-18700}
password='correct horse battery'
server=
trap 'if [ -n "$server" ]; then kill "$server" && wait "$server" || true; fi; rm -rf "$work"' EXIT

fail() { printf '%s\n' "$*" >&2; exit 1; }
ask() { curl -sSf -H "Authorization: Bearer $(cat "$data/operator.token")" -H 'Gongkai-Actor: owner' "$@"; }
get() { ask "$origin$1"; }
post() { # PATH JSON: answers the body, also of a refusal
	local answer
	answer=$(curl -sS -w '\n%{http_code}' -X POST "$origin$1" -H "Authorization: Bearer ${token:-$(cat "$data/operator.token")}" \
		-H 'Gongkai-Actor: owner' -H 'Content-Type: application/json' -d "$2")
	case ${answer##*$'\n'} in 2*) printf '%s\n' "${answer%$'\n'*}" ;; *) fail "$1 $2: $answer" ;; esac
}
command() { post "/api/commands/$1" "$2" >/dev/null; }

serve() {
	env GONGKAI_ORIGIN=older.example/log "$gongkai" serve --data "$data" --port "${origin##*:}" >"$work/serve.out" 2>&1 &
	server=$!
	for _ in $(seq 600); do
		if curl -sf "$origin/api/office" >/dev/null; then return; fi
		kill -0 "$server" || fail "$(cat "$work/serve.out")"
		sleep 0.2
	done
	fail "the office did not start"
}
stop() { kill "$server"; wait "$server" || true; server=; }

signs_in() { # ACCOUNT NAME ROLE [AGENCY]: an account of a person, with the password of all of them
	local once jar=$work/$1.jar
	once=$(post /api/accounts "{\"account\":\"$1\",\"displayName\":\"$2\"}" | jq -r .password)
	post "/api/accounts/$1/grants" "{\"role\":\"$3\"${4:+,\"agency\":\"$4\",\"withSubordinates\":true}}" >/dev/null
	page() { # its token; read whole, or the cookie that goes with it is not kept
		curl -sS -o "$work/page" -b "$jar" -c "$jar" "$origin$1"
		sed -n 's/.*name="_csrf" value="\([^"]*\)".*/\1/p' "$work/page" | head -1
	}
	curl -sS -o /dev/null -H 'Sec-Fetch-Site: same-origin' -b "$jar" -c "$jar" "$origin/sign-in" --data-urlencode "_csrf=$(page /sign-in)" \
		--data-urlencode "account=$1" --data-urlencode "password=$once"
	curl -sS -o /dev/null -H 'Sec-Fetch-Site: same-origin' -b "$jar" -c "$jar" "$origin/password" --data-urlencode "_csrf=$(page /password)" \
		--data-urlencode "present=$once" --data-urlencode "next=$password" --data-urlencode "again=$password"
	curl -sSf -u "$1:$password" "$origin/api/agencies" >/dev/null || fail "$1 cannot sign in"
}

serve
register=$home/standalone/src/main/resources/demo/suqian_city_2023_2024.csv
cat >"$work/agencies.csv" <<'CSV'
code,name,kind,parent
321300,宿迁市人民政府,city,
321322,沭阳县人民政府,county,321300
321322-hk,沭阳县河口镇人民政府,township,321322
321323,泗阳县人民政府,county,321300
CSV
"$gongkai" agencies import "$work/agencies.csv" --data "$data" --actor 王芳
head -31 "$register" >"$work/register.csv"
"$gongkai" import "$work/register.csv" --data "$data" --actor 王芳
post /api/accounts '{"account":"gateway","displayName":"政务服务平台","machine":true}' | jq -r .token >"$out/gateway.token"
post /api/accounts/gateway/grants '{"role":"clerk","agency":"321300","withSubordinates":true}' >/dev/null
signs_in clerk 王科员 clerk 321322
signs_in reviewer 赵科长 reviewer 321322
signs_in approver 钱主任 approver 321322
signs_in statistician 孙统计 statistician
signs_in inspector 李巡视 inspector
signs_in administrator 周管理 administrator

as() { # ACCOUNT COMMAND JSON
	curl -sS -o "$work/answer" -w '%{http_code}' -u "$1:$password" -X POST "$origin/api/commands/$2" -H 'Content-Type: application/json' -d "$3" \
		| grep -q '^2' || fail "$1 $2: $(cat "$work/answer")"
}
receive() { # NUMBER DAY NAME SUBJECT
	as clerk receive-application "{\"agency\":\"321322\",\"applicationNo\":\"$1\",\"applicantKind\":\"natural_person\",\"channel\":\"online\",
		\"submittedOn\":\"$2\",\"receivedOn\":\"$2\",\"personal\":{\"name\":\"$3\",\"address\":\"漱玉巷7号\",\"phone\":\"0527-1\",\"subject\":\"$4\"}}"
}
receive 1 2023-03-01 瞿灵韵 祖宅的征收档案
receive 2 2023-03-06 别人甲 2022年部门预算
receive 3 2023-11-20 别人乙 道路规划
receive 4 2023-04-03 别人丙 河道养护
as clerk request-correction '{"applicationId":"321322/4","notifiedOn":"2023-04-04","dueOn":"2023-04-20","personal":{"text":"请补正"}}'
as clerk supply-correction '{"applicationId":"321322/4","suppliedOn":"2023-04-10","personal":{"text":"已补"}}'
as clerk consult-third-party '{"applicationId":"321322/2","askedOn":"2023-03-13","personal":{"party":"第三方","text":"是否同意公开"}}'
as clerk record-third-party-opinion '{"applicationId":"321322/2","consultation":1,"answeredOn":"2023-03-20","personal":{"text":"同意"}}'
for n in 1 2; do
	as clerk draft-decision "{\"applicationId\":\"321322/$n\",\"outcome\":\"granted\",\"draftedOn\":\"2023-03-21\"}"
	as approver decide-application "{\"applicationId\":\"321322/$n\",\"outcome\":\"granted\",\"decidedOn\":\"2023-03-22\",\"replyNo\":\"沭政公开〔2023〕$n号\"}"
done
as clerk rectify-record '{"applicationId":"321322/2","rectifiedOn":"2023-03-23","reason":"误录","channel":"fax"}'
# drafts that wait
as clerk draft-decision '{"applicationId":"321322/3","outcome":"partly_granted","draftedOn":"2023-12-01","legalBasis":"条例第三十七条","withheldParts":[{"ground":"denied_5","description":"会议记录"}]}'
as clerk draft-information '{"agency":"321322","informationNo":"X1","category":"article_20_1","madeOn":"2023-03-04","personal":{"text":"规划拟稿"}}'
as clerk draft-information '{"agency":"321322","informationNo":"X2","category":"article_20_1","madeOn":"2023-03-04","personal":{"text":"预算"}}'
as reviewer review-information '{"informationId":"321322/X2","reviewedOn":"2023-03-05","secrecy":"passed","privacy":"passed","result":"publish","reviewer":"赵科长"}'
# disputes
as clerk file-review '{"agency":"321322","disputeNo":"复1","applicationId":"321322/1","against":"reply","filedOn":"2023-04-10","personal":{"party":"瞿灵韵","text":"答复不完整"}}'
as clerk conclude-review '{"disputeId":"review:321322/复1","outcome":"upheld","concludedOn":"2023-06-01"}'
as clerk file-lawsuit '{"agency":"321322","disputeNo":"诉1","kind":"after_review","applicationId":"321322/1","reviewId":"review:321322/复1","against":"reply","filedOn":"2023-06-20"}'
as clerk file-review '{"agency":"321322","disputeNo":"复2","applicationId":"321322/2","against":"reply","filedOn":"2023-05-10","personal":{"party":"别人甲"}}'
# what table two counts
as clerk make-document '{"agency":"321322","kind":"normative_document","documentNo":"沭政发〔2023〕1号","title":"沭阳县办法","madeOn":"2023-05-04","opening":false}'
as clerk record-tally '{"agency":"321322","tallyNo":"许1","item":"licences","from":"2023-01-01","to":"2023-12-31","count":21}'
as clerk rectify-tally '{"tallyId":"321322/许1","rectifiedOn":"2024-01-02","reason":"漏计","count":22}'

report() { # ID WITH-SUBORDINATES
	as statistician open-report "{\"reportId\":\"$1\",\"withSubordinates\":$2,\"openedOn\":\"2024-01-03\"}"
	local section
	for section in proactive_disclosure applications information_management platform supervision problems other_matters; do
		as statistician write-section "{\"reportId\":\"$1\",\"section\":\"$section\",\"body\":\"如实办理。\",\"writtenOn\":\"2024-01-04\"}"
	done
	as statistician submit-report "{\"reportId\":\"$1\",\"submittedOn\":\"2024-01-10\"}"
}
report 321322/2023 false
as approver approve-report '{"reportId":"321322/2023","approvedOn":"2024-01-11"}'
as approver publish-report '{"reportId":"321322/2023","publishedOn":"2024-01-12"}'
report 321300/2023 true
as statistician open-report '{"reportId":"321323/2023","withSubordinates":false,"openedOn":"2024-01-03"}'

finding=$(get '/api/audit/findings?fresh=true&record=321322/3' | jq -r '.items[0].findingId')
as inspector open-finding "{\"findingId\":\"$finding\",\"openedOn\":\"2024-02-01\",\"personal\":{\"text\":\"逾期未答\"}}"
as clerk answer-finding "{\"findingId\":\"$finding\",\"answeredOn\":\"2024-02-05\",\"disputed\":false,\"personal\":{\"text\":\"正在办理\"}}"
token=$(cat "$out/gateway.token") command receive-application '{"agency":"321323","applicationNo":"P1","applicantKind":"business","channel":"online","submittedOn":"2023-09-01","receivedOn":"2023-09-01","personal":{"name":"某公司","subject":"招标"}}'
as clerk conclude-lawsuit '{"disputeId":"lawsuit:321322/诉1","outcome":"upheld","concludedOn":"2024-02-20"}'
curl -sSf -u "inspector:$password" "$origin/api/application?id=321322/2" >/dev/null
"$gongkai" applicants erase --case 321322/1 --on 2024-03-04 --ground retention_expired --reason 保存期限届满 --data "$data" --actor 王芳 >"$work/erased" \
	|| fail "$(cat "$work/erased")"
for _ in $(seq 150); do
	if [ "$(get '/api/checkpoints/latest' | sed -n 2p)" = "$(get '/api/status?fresh=true' | jq .position)" ]; then break; fi
	sleep 0.2
done

get /api/checkpoints/latest >"$out/checkpoint.txt"
signed=$(sed -n 2p "$out/checkpoint.txt")
answers=$work/answers
mkdir "$answers"
n=0
while read -r path; do
	n=$((n + 1))
	get "$path" >"$work/answer" || fail "$path: no answer"
	case $path in
		*format=docx | *format=pdf | *format=xlsx | *format=zip | *evidence*)
			jq -n --arg path "$path" --arg sha256 "$(sha256sum <"$work/answer" | cut -d' ' -f1)" '{path: $path, sha256: $sha256}' ;;
		*format=csv | *format=html | */checkpoints/*) jq -n --arg path "$path" --rawfile text "$work/answer" '{path: $path, text: $text}' ;;
		*) jq -n --arg path "$path" --slurpfile json "$work/answer" '{path: $path, json: $json[0]}' ;;
	esac >"$answers/$(printf %03d $n)"
done <<PATHS
/api/agencies
/api/applications?size=100
/api/application?id=321322/1
/api/application?id=321322/2
/api/application?id=321322/3
/api/application/history?id=321322/1
/api/application/history?id=321322/2
/api/application/history?id=321322/3
/api/application/history?id=321322/4
/api/application/history?id=321323/P1
/api/application/history?id=321300/2022-00014
/api/application/deadline?id=321322/2
/api/disputes
/api/dispute?id=review:321322/%E5%A4%8D1
/api/dispute/history?id=review:321322/%E5%A4%8D1
/api/dispute/history?id=lawsuit:321322/%E8%AF%891
/api/information
/api/documents
/api/tallies
/api/reports
/api/reports/321322/2023
/api/reports/321300/2023?withSubordinates=true
/api/reports/321322/2023/editions
/api/reports/321322/2023/editions/1?format=json
/api/reports/321322/2023/editions/1?format=csv
/api/reports/321322/2023/editions/1?format=html
/api/reports/321322/2023/editions/1?format=docx
/api/reports/321322/2023/editions/1?format=pdf
/api/reports/321322/2023/editions/1?format=xlsx
/api/reports/321322/2023/editions/1/comparison
/api/reports/321300/2023/draft
/api/reports/321322/2023/facts
/api/audit/findings?size=100
/api/accounts
/api/sightings?person=inspector
/api/checkpoints?limit=1000
/api/checkpoints/$signed
/api/definitions
PATHS
jq -s '.' "$answers"/* >"$out/answers.json"
stop

# stopped in order: the database is checkpointed, and only what starts it again is kept
rm -rf "$data"/postgresql.log* "$data"/postgresql/log "$data"/*.lock
tar -C "$data" --sort=name --owner=0 --group=0 --numeric-owner -c . | XZ_OPT=-9e xz -T1 >"$out/office.tar.xz"
ls -l "$out"
