#!/bin/sh
# Runs the suite and fails where no test ran at all, which `swift test` alone would call a success.
set -eu
swift=${1:-swift}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
"$swift" test --disable-xctest >"$log" 2>&1 || status=$?
grep -v '^\(.\[[0-9;]*m\)*◇' "$log" | grep -Ev '^(.\[[0-9;]*m)*[✔] Test (case|".*"|[a-zA-Z]+\(.*\)) ' || true
if ! grep -Eq 'Test run with [1-9][0-9]* tests?' "$log"; then
  echo "no test ran" >&2
  exit 1
fi
exit "$status"
