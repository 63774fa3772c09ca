#!/bin/sh
# Lets sqlmap and wapiti (Debian: apt-get install sqlmap wapiti) at a running instance of yours, signed in, for a bounded time.
# Usage: scripts/attack.sh [URL [FOLDER]]   Only this machine; start the instance with REQUESTS_PER_MINUTE=0 and data that may go.
# ATTACK_EMAIL and ATTACK_PASSWORD say who signs in (a coordinator of the demo), SECONDS_EACH how long each attack may take.
# Ends with 1 when one of them finds something. docs/security.md tells what they last found.
set -eu

URL=${1:-http://127.0.0.1:3000}
OUT=${2:-$(mktemp -d)}
mkdir -p "$OUT"
SECONDS_EACH=${SECONDS_EACH:-120}

case $URL in
  http://127.0.0.1:*|http://localhost:*) ;;
  *) echo "Only an instance on this machine may be attacked, not $URL." >&2; exit 2 ;;
esac
for program in sqlmap wapiti curl node; do
  command -v "$program" > /dev/null || { echo "There is no $program: apt-get install -y sqlmap wapiti curl" >&2; exit 2; }
done

credentials=$(printf '{"email":"%s","password":"%s"}' "${ATTACK_EMAIL:-coordinator.mx@mirps.example}" "${ATTACK_PASSWORD:-mirps-demo-2024}")
cookie=$(curl -sS -D - -o /dev/null -H 'content-type: application/json' -d "$credentials" "$URL/api/auth/sign-in/email" |
  sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*session_token=[^;]*\).*/\1/p')
[ -n "$cookie" ] || { echo "Could not sign in at $URL; see ATTACK_EMAIL and ATTACK_PASSWORD." >&2; exit 2; }
signed_in() { curl -sS -o /dev/null -w '%{http_code}' -H "cookie: $cookie" "$URL/api/me"; }

LISTS='api/updates?state=MX&cycle=2024-annual&reviewState=published&limit=5
api/facts?state=GT&cycle=2024-annual&limit=5
api/commitments?state=MX&area=protection
api/team-updates?team=RTT-RA&limit=5
api/stories?state=MX&limit=5
api/pledges?state=HN&q=a&limit=5
api/projects?state=CR&q=a&limit=5
api/indicators?q=a&limit=5
api/cycles/2024-annual/findings?state=MX
api/good-practices?state=MX
api/history?entity=plan&id=0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11'

found=0
# $1 what it is called, then what sqlmap is to send.
inject() {
  called=$1; shift
  timeout "$SECONDS_EACH" sqlmap "$@" --cookie="$cookie" --batch --level="${LEVEL:-2}" --risk=2 --threads=4 --timeout=10 --flush-session \
    --ignore-code=400,401,403,404,412,415,422,428 --output-dir="$OUT/sqlmap" > "$OUT/sqlmap.log" 2>&1 || true
  if grep -q 'identified the following injection point' "$OUT/sqlmap.log"; then found=1; verdict='INJECTABLE'
  elif grep -q 'all tested parameters do not appear to be injectable' "$OUT/sqlmap.log"; then verdict='no parameter is injectable'
  else verdict="not at its end after $SECONDS_EACH s, nothing found until then"; fi
  echo "sqlmap $called: $verdict"
}

for path in $LISTS; do inject "GET $path" -u "$URL/$path"; done
inject 'PATCH api/me' -u "$URL/api/me" --method=PATCH --data='{"lang":"en*"}' --headers='Content-Type: application/json'
inject 'POST api/auth/links/look' -u "$URL/api/auth/links/look" --data='{"token":"AZLzoFweekSdXitvDD0eEQ.AAAA*"}' --headers='Content-Type: application/json'
[ "$(signed_in)" = 200 ] || { echo 'The session did not last: what was found holds for strangers only.' >&2; found=1; }

starts=$(for path in $LISTS api/me api/me/export api/states api/cycles api/reports; do printf ' -s %s/%s' "$URL" "$path"; done)
# shellcheck disable=SC2086 # several options
timeout $((SECONDS_EACH * 4)) wapiti -u "$URL/" $starts -H "Cookie: $cookie" --scope domain --max-scan-time $((SECONDS_EACH * 2)) --flush-session \
  --no-bugreport -m sql,xss,exec,file,crlf,redirect,csp,cookieflags,methods -f json -o "$OUT/wapiti.json" > "$OUT/wapiti.log" 2>&1 || true
grep -Eo 'found [0-9]+ URLs and forms' "$OUT/wapiti.log" || true
if [ -f "$OUT/wapiti.json" ]; then
  node -e '
    const { vulnerabilities } = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
    const found = Object.entries(vulnerabilities).filter(([, list]) => list.length > 0);
    console.log(`wapiti: ${found.length === 0 ? "nothing found" : found.map(([name, list]) => `${list.length} × ${name} (${[...new Set(list.map(({ info }) => info))].join("; ")})`).join(", ")}`);
    process.exitCode = found.length === 0 ? 0 : 1;
  ' "$OUT/wapiti.json" || found=1
else
  echo "wapiti: no report; see $OUT/wapiti.log"; found=1
fi
[ "$(signed_in)" = 200 ] || { echo 'The session did not last to the end.' >&2; found=1; }
exit $found
