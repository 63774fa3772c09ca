#!/bin/sh
# Lets sqlmap and wapiti (Debian: apt-get install sqlmap wapiti) at a running instance of yours, for a bounded time.
# Usage: scripts/attack.sh [URL [FOLDER]]   Only this machine; start the instance with REQUESTS_PER_MINUTE=0 and data that may go.
# Ends with 1 when one of them finds something. docs/security.md tells what they last found.
set -eu

URL=${1:-http://127.0.0.1:3000}
OUT=${2:-$(mktemp -d)}
SECONDS_EACH=${SECONDS_EACH:-60}

case $URL in
  http://127.0.0.1:*|http://localhost:*) ;;
  *) echo "Only an instance on this machine may be attacked, not $URL." >&2; exit 2 ;;
esac
for program in sqlmap wapiti; do
  command -v "$program" > /dev/null || { echo "There is no $program: apt-get install -y sqlmap wapiti" >&2; exit 2; }
done

found=0
for path in \
  'api/updates?state=MX&cycle=2024-annual&limit=5' \
  'api/facts?state=GT&cycle=2024-annual&limit=5' \
  'api/commitments?state=MX&area=x' \
  'api/pledges?state=HN&status=x' \
  'api/projects?state=CR&limit=5'
do
  timeout "$SECONDS_EACH" sqlmap -u "$URL/$path" --batch --level=2 --risk=2 --threads=4 --timeout=5 --flush-session \
    --ignore-code=400,401,403,404,422,429 --output-dir="$OUT/sqlmap" > "$OUT/sqlmap.log" 2>&1 || true
  verdict=$(grep -Eo 'is vulnerable|all tested parameters do not appear to be injectable' "$OUT/sqlmap.log" | tail -1 || true)
  echo "sqlmap $path: ${verdict:-not at its end after $SECONDS_EACH s, nothing found until then}"
  if grep -q 'identified the following injection point' "$OUT/sqlmap.log"; then found=1; fi
done

timeout $((SECONDS_EACH * 3)) wapiti -u "$URL/" --scope folder --max-scan-time "$SECONDS_EACH" --flush-session --no-bugreport \
  -m sql,xss,exec,file,crlf,redirect,csp,http_headers,cookieflags -f json -o "$OUT/wapiti.json" > "$OUT/wapiti.log" 2>&1 || true
grep -E '^\[(\+|!|\*)\]|vulnerab' "$OUT/wapiti.log" | tail -20 || true
if [ -f "$OUT/wapiti.json" ]; then
  node -e '
    const { vulnerabilities } = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
    const found = Object.entries(vulnerabilities).filter(([, list]) => list.length > 0);
    console.log(`wapiti: ${found.length === 0 ? "nothing found" : found.map(([name, list]) => `${list.length} × ${name}`).join(", ")}`);
    process.exitCode = found.length === 0 ? 0 : 1;
  ' "$OUT/wapiti.json" || found=1
else
  echo "wapiti: no report; see $OUT/wapiti.log"; found=1
fi
exit $found
