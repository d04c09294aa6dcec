#!/bin/sh
# Holds every import under Sources to the house's one way down; see the table in Package.swift's targets.
set -eu
failed=0
allowed() {
  case $1 in
    Time) echo "" ;;
    Diagnostics) echo "" ;;
    YAML) echo "CLibYAML Diagnostics" ;;
    Digest) echo "CSodium" ;;
    Library) echo "YAML Diagnostics Digest Time OrderedCollections" ;;
    Messaging) echo "Library Diagnostics Digest Time OrderedCollections" ;;
    Running) echo "Messaging Library Diagnostics Digest Time OrderedCollections" ;;
    Checking) echo "Running Messaging Library Diagnostics Digest Time OrderedCollections" ;;
    Reporting) echo "Running Messaging Library Diagnostics Digest Time OrderedCollections" ;;
    System) echo "CSystem Time Glibc" ;;
    Record) echo "CSQLite System Running Messaging Library Digest Time OrderedCollections FoundationEssentials" ;;
    Console) echo "Running Reporting Messaging Library Diagnostics Digest Time OrderedCollections" ;;
    Commands) echo "Console Checking Reporting Record System Running Messaging Library Diagnostics Digest Time OrderedCollections ArgumentParser FoundationEssentials" ;;
    playbook) echo "Commands" ;;
    CLibYAML | CSQLite | CSodium | CSystem) echo "" ;;
    *) echo "?" ;;
  esac
}
for folder in Sources/*/; do
  target=$(basename "$folder")
  may=" $(allowed "$target") "
  if [ "$may" = " ? " ]; then
    echo "Sources/$target: the target is not in the table of allowed imports" >&2
    failed=1
    continue
  fi
  found=$(find "$folder" -name '*.swift' -exec grep -HnE '^(public |package |internal |@testable )*import ' {} + || true)
  [ -n "$found" ] || continue
  echo "$found" | while IFS=: read -r file line text; do
    module=${text##* }
    case "$may" in
      *" $module "*) ;;
      *) echo "$file:$line: $target may not import $module" ;;
    esac
  done >/tmp/import-rules.$$
  if [ -s /tmp/import-rules.$$ ]; then cat /tmp/import-rules.$$ >&2; failed=1; fi
  rm -f /tmp/import-rules.$$
done
long=$(find Sources Tests -name '*.swift' -exec wc -l {} + | awk '$2 != "total" && $1 > 400 { print $2 ": " $1 " lines" }')
if [ -n "$long" ]; then echo "$long" >&2; failed=1; fi
exit "$failed"
