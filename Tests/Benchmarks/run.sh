#!/bin/sh
# Measures against peers in one run and holds each figure against its goal. Figures of a machine that is busy
# with other work are worth little, so a goal that is missed is told and fails nothing.
#
# Everything is written below .build/bench, but for a state folder in memory, which is removed.
set -eu
cd "$(dirname "$0")/../.."
here=Tests/Benchmarks
bench=$PWD/.build/bench
playbook=$PWD/.build/release/playbook
swiftc=${SWIFTC:-swiftc}
rm -rf "$bench"
mkdir -p "$bench"
: >"$bench/table"
memory=$(mktemp -d /dev/shm/playbook-bench.XXXXXX)
trap 'rm -rf "$memory" "$bench/state" "$bench/thousand" "$bench/questions" "$bench/proving" "$bench/records"' EXIT
trap 'exit 130' INT TERM

say() { printf '%s\n' "$*" >&2; }
# The middle one of the numbers on standard input.
median() { sort -n | awk '{ n[NR] = $1 } END { print NR % 2 ? n[(NR + 1) / 2] : (n[NR / 2] + n[NR / 2 + 1]) / 2 }'; }
calculate() { awk "BEGIN { printf \"%.2f\", $1 }"; }
# row WHAT MEASURED AGAINST RESULT GOAL HOLDS, where HOLDS is a comparison
row() {
  verdict=$(awk "BEGIN { print ($6) ? \"holds\" : \"MISSED\" }")
  printf '%-42s %14s %22s %14s %12s  %s\n' "$1" "$2" "$3" "$4" "$5" "$verdict" >>"$bench/table"
}
# hyper FIELD NAME OPTION... COMMAND: milliseconds; FIELD is `median` or `best` of the clock, or `processor`, the
# mean of user and system time
hyper() {
  field=$1 name=$2
  shift 2
  hyperfine -N --style none --export-csv "$bench/$name.csv" "$@" >/dev/null 2>"$bench/$name.log" || {
    cat "$bench/$name.log" >&2
    exit 1
  }
  from_csv "$field" "$name"
}
from_csv() {
  awk -F, -v field="$1" 'NR == 2 {
    value = field == "processor" ? $(NF - 3) + $(NF - 2) : field == "median" ? $(NF - 4) : $(NF - 1)
    printf "%.2f", value * 1000
  }' "$bench/$2.csv"
}

say "Compiling the peers"
gcc -O2 -Wall -Wextra -o "$bench/raw-events" $here/raw-events.c -lyaml
gcc -O2 -Wall -Wextra -o "$bench/prompt-timer" $here/prompt-timer.c -lutil
gcc -O2 -Wall -Wextra -o "$bench/sync-timer" $here/sync-timer.c
gcc -O2 -Wall -Wextra -o "$bench/append-peers" $here/append-peers.c -lsqlite3
g++ -O2 -std=c++17 -Wall -Wextra -o "$bench/fill-mustache" $here/fill-mustache.cpp
echo 'print("x")' >"$bench/bare.swift"
"$swiftc" -O -static-stdlib -o "$bench/bare" "$bench/bare.swift"

say "Composing"
shipped=$(find playbooks templates -name '*.yaml' | sort)
# shellcheck disable=SC2086
raw=$("$bench/raw-events" rate $shipped)
# shellcheck disable=SC2086
composed=$(.build/release/playbook-bench compose $shipped)
ratio=$(calculate "$composed / $raw")
row "Compose the shipped YAML, per core" "$composed MB/s" "C loop $raw MB/s" "$ratio times" ">= 0.50" "$ratio >= 0.5"

say "Checking 1,000 playbooks"
thousand=$bench/thousand
source=playbooks/post-incident/local-incident.yaml
# library COUNT FOLDER: the shipped library with so many playbooks in the place of its own
library() {
  mkdir -p "$2/playbooks/post-incident"
  cp -R playbooks/*.yaml playbooks/schemas "$2/playbooks/"
  cp -R templates "$2/"
  awk -v count="$1" -v folder="$2/playbooks/post-incident" -f $here/make-playbooks.awk $source
}
library 1000 "$thousand"
find "$thousand" -name '*.yaml' | sort >"$bench/thousand.list"
megabytes=$(xargs cat <"$bench/thousand.list" | wc -c | awk '{ printf "%.2f", $1 / 1e6 }')
"$playbook" check --structure --library "$thousand" --quiet >"$bench/thousand.log" || {
  head -20 "$bench/thousand.log" >&2
  exit 1
}
raw=$(hyper processor raw --warmup 3 --runs 20 "$bench/raw-events list $bench/thousand.list")
check=$(hyper processor check --warmup 2 --runs 10 "$playbook check --structure --quiet --library $thousand")
checkRate=$(calculate "$megabytes / $check * 1000")
ratio=$(calculate "$raw / $check")
row "check --structure, 1,000 playbooks, per core" "$check ms" "C loop $raw ms" "$ratio times" ">= 0.25" "$ratio >= 0.25"

say "Proving"
# peak NAME COMMAND: the most memory that it takes, in MiB; findings are no fault
peak() {
  name=$1
  shift
  /usr/bin/time -o "$bench/$name.peak" -f %M "$@" >"$bench/$name.log" 2>&1 || [ $? -eq 1 ] || {
    cat "$bench/$name.log" >&2
    exit 1
  }
  calculate "$(tail -n 1 "$bench/$name.peak") / 1024"
}
# proving NAME FOLDER RUNS: sets `passed` in milliseconds and `taken` in MiB for the whole check of the library there;
# the run that tells the memory warms up as well
proving() {
  taken=$(peak "$1" "$playbook" check --quiet --library "$2")
  passed=$(hyper median "$1" --runs "$3" --ignore-failure "$playbook check --quiet --library $2")
}
# Takes the files out of the system's cache, which needs no rights over them.
cat >"$bench/forget.sh" <<'END'
find playbooks templates .build/release/playbook -type f -exec dd if={} iflag=nocache count=0 status=none ';'
END
passed=$(hyper median cold --runs 10 --ignore-failure --prepare "sh $bench/forget.sh" \
  "$playbook check --quiet --library $PWD")
taken=$(peak shipped "$playbook" check --quiet --library "$PWD")
row "check, the shipped library, cold" "$passed ms" "" "$taken MiB" "< 1000 ms" "$passed < 1000"
for count in 10 100; do
  library $count "$bench/proving/$count"
  proving "check-$count" "$bench/proving/$count" 3
  row "check, $count playbooks" "$passed ms" "" "$taken MiB" "< 5000 ms" "$passed < 5000"
done
proving check-1000 "$thousand" 3
row "check, 1000 playbooks" "$passed ms" "" "$taken MiB" "< 5000 ms" "$passed < 5000"
for count in 5 10 20 40; do
  folder=$bench/proving/facts-$count
  mkdir -p "$folder/playbooks/post-incident" "$folder/templates/note"
  cp playbooks/*.yaml "$folder/playbooks/"
  cp templates/house-style.yaml "$folder/templates/"
  awk -v facts=$count -v folder="$folder" -f $here/make-facts.awk
  proving "facts-$count" "$folder" 5
  row "check, $count facts free of each other" "$passed ms" "" "$taken MiB" "< 2000 ms" "$passed < 2000"
done
row "  and the memory for $count" "$taken MiB" "" "" "< 500 MiB" "$taken < 500"

say "Linting 100 of them with yamllint"
grep '/incident-' "$bench/thousand.list" | head -100 >"$bench/hundred.list"
hundred=$(xargs cat <"$bench/hundred.list" | wc -c | awk '{ printf "%.2f", $1 / 1e6 }')
lint=$(hyper processor yamllint --warmup 1 --runs 3 --ignore-failure \
  "yamllint -d '{extends: default}' $(tr '\n' ' ' <"$bench/hundred.list")")
parse=$(hyper processor yamllint-bare --warmup 1 --runs 3 --ignore-failure \
  "yamllint -d '{rules: {}}' $(tr '\n' ' ' <"$bench/hundred.list")")
lintRate=$(calculate "$hundred / $lint * 1000")
parseRate=$(calculate "$hundred / $parse * 1000")
ratio=$(calculate "$checkRate / $lintRate")
row "check --structure against yamllint" "$checkRate MB/s" "default $lintRate MB/s" "$ratio times" ">= 20" "$ratio >= 20"
ratio=$(calculate "$checkRate / $parseRate")
row "  and against yamllint without a rule" "$checkRate MB/s" "no rule $parseRate MB/s" "$ratio times" ">= 20" "$ratio >= 20"

say "Starting"
bare=$(hyper median bare --warmup 20 --runs 200 "$bench/bare")
version=$(hyper median version --warmup 20 --runs 200 "$playbook --version")
row "playbook --version, warm" "$version ms" "bare Swift $bare ms" "$(calculate "$version - $bare") ms more" "<= 10 ms" "$version <= 10"
best=$(from_csv best version)
bare=$(from_csv best bare)
row "  and the quickest of 200" "$best ms" "bare Swift $bare ms" "$(calculate "$best - $bare") ms more" "<= 10 ms" "$best <= 10"

# prompts FOLDER: 20 starts of the shipped playbook, each with a state folder of its own below FOLDER
prompts() {
  : >"$bench/no-lines"
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    rm -rf "$1/state"
    "$bench/prompt-timer" "$bench/no-lines" "$playbook" start post-incident/local-incident --library "$PWD" \
      --officer Bench --state-dir "$1/state"
  done
}
export TERM=xterm
prompts "$bench" >"$bench/disk.prompts"
prompts "$memory" >"$bench/memory.prompts"
figure() { awk -v key="$2" '$1 == key { print $2 }' "$1" | median; }
for place in disk memory; do
  prompt=$(figure "$bench/$place.prompts" prompt)
  processor=$(figure "$bench/$place.prompts" processor)
  row "Start to first prompt, state in $place" "$(calculate "$prompt") ms" "processor $(calculate "$processor") ms" "" "<= 30 ms" "$prompt <= 30"
done
resident=$(figure "$bench/disk.prompts" resident)
row "Memory at the first prompt, at most" "$(calculate "$resident / 1024") MiB" "" "" "< 60 MiB" "$resident < 60 * 1024"

say "Answering"
questions=$bench/questions
mkdir -p "$questions/playbooks/post-incident"
cp playbooks/*.yaml "$questions/playbooks/"
cp -R templates "$questions/"
awk -v questions=40 -f $here/make-playbooks.awk $source >"$questions/playbooks/post-incident/questions.yaml"
awk 'BEGIN { for (n = 1; n <= 40; n++) print "yes\n1" }' >"$bench/answers"
rm -rf "$bench/state"
"$bench/prompt-timer" "$bench/answers" "$playbook" start questions --library "$questions" --officer Bench \
  --state-dir "$bench/state" >"$bench/answers.times"
saved=$(figure "$bench/answers.times" saved)
count=$(grep -c '^saved' "$bench/answers.times")
sync=$("$bench/sync-timer" "$bench/state" | median)
difference=$(calculate "$saved - $sync")
row "Answer saved, next prompt ($count answers)" "$(calculate "$saved") ms" "disk's sync $(calculate "$sync") ms" "$difference ms more" "<= 20 ms" "$difference <= 20 && $count >= 30"

say "Recording"
records=$bench/records
mkdir -p "$records"
# They take turns, and the best of each counts, so that a busy moment hits none alone.
for turn in 1 2 3 4 5; do
  .build/release/playbook-bench append . "$records/append-$turn" 1000 "$records/payloads" >>"$bench/append.ours"
  "$bench/append-peers" sqlite "$records/sqlite-$turn" "$records/payloads" >>"$bench/append.sqlite"
  "$bench/append-peers" write "$records/write-$turn" "$records/payloads" >>"$bench/append.write"
done
most() { awk -v key="$2" '$1 == key { print $2 }' "$bench/append.$1" | sort -n | tail -1; }
least() { awk -v key="$2" '$1 == key { print $2 }' "$bench/append.$1" | sort -n | head -1; }
ratio=$(calculate "$(most ours rate) / $(most sqlite rate)")
row "Durable events, one at a time" "$(most ours rate) /s" "SQLite $(most sqlite rate) /s" "$ratio times" ">= 0.80" "$ratio >= 0.8"
ratio=$(calculate "$(most ours rate) / $(most write rate)")
row "  and against write and fdatasync" "$(most ours rate) /s" "write $(most write rate) /s" "$ratio times" "told" "1"
row "  and the 99th percentile" "$(calculate "$(least ours p99)") ms" "SQLite $(calculate "$(least sqlite p99)") ms" "write $(calculate "$(least write p99)") ms" "told" "1"

say "Reading 20,000 events"
for count in 2000 20000; do .build/release/playbook-bench grow . "$records/$count" $count >/dev/null; done
long="POST-0001 --officer Bench --state-dir $records/20000"
verify=$(hyper median verify --warmup 2 --runs 15 "$playbook verify $long")
resume=$(hyper median resume --warmup 2 --runs 15 "$playbook resume --no-input $long" --ignore-failure)
report=$(hyper median report --warmup 2 --runs 10 "$playbook report -o $records/report.txt $long")
row "verify, 20,000 events" "$verify ms" "" "" "< 200 ms" "$verify < 200"
row "resume, 20,000 events" "$resume ms" "" "" "< 50 ms" "$resume < 50"
row "report, 20,000 events" "$report ms" "" "" "< 500 ms" "$report < 500"
export=$(hyper median export --warmup 1 --runs 10 "$playbook export --replace -o $records/long.tar $long")
file=$(hyper median verify-file --warmup 1 --runs 10 "$playbook verify $records/long.tar")
row "export, and verify of the file" "$export ms" "" "$file ms" "told" "1"
for what in verify export; do
  option=
  [ $what = verify ] || option="--replace -o $records/peak.tar"
  # shellcheck disable=SC2086
  short=$(peak $what-short "$playbook" $what $option POST-0001 --state-dir "$records/2000")
  # shellcheck disable=SC2086
  tall=$(peak $what-long "$playbook" $what $option POST-0001 --state-dir "$records/20000")
  row "$what, memory with ten times the events" "$tall MiB" "2,000 events $short MiB" "$(calculate "$tall - $short") MiB more" "< 4 MiB" "$tall - $short < 4"
done

say "Reporting"
rm -rf "$bench/long"
.build/release/playbook-bench run 20000 "$bench/long" .
for form in html json csv; do
  passed=$(hyper median "report-$form" --warmup 1 --runs 10 \
    "$playbook report POST-0001 --state-dir $bench/long -o $bench/report.$form")
  row "report of 20,000 events, $form" "$passed ms" "" "" "< 500 ms" "$passed < 500"
done
rm -rf "$bench/long"

say "Filling the shipped samples"
.build/release/playbook-bench messages jinja . >"$bench/messages.jinja"
.build/release/playbook-bench messages mustache . >"$bench/messages.mustache"
# Debian's own Python finds Debian's Jinja2. Both peers first prove that their words are ours, but for markings,
# the channel's prefix and the marks of headings and bullets, which they do not know.
# They take turns, and the best of each counts, so that a busy moment hits none alone.
for _ in 1 2 3 4 5; do
  .build/release/playbook-bench fill . >>"$bench/filling"
  /usr/bin/python3 $here/fill-jinja.py "$bench/messages.jinja" >>"$bench/filled.jinja"
  "$bench/fill-mustache" "$bench/messages.mustache" >>"$bench/filled.mustache"
done
best() { sort -n | tail -1; }
count=$(figure "$bench/filling" messages)
filled=$(awk '$1 == "filled" { print $2 }' "$bench/filling" | best)
jinja=$(best <"$bench/filled.jinja")
mustache=$(best <"$bench/filled.mustache")
ratio=$(calculate "$filled / $jinja")
row "Fill $count messages, per core" "$filled /s" "Jinja2 $jinja /s" "$ratio times" ">= 5" "$ratio >= 5"
ratio=$(calculate "$filled / $mustache")
row "  and against a C++ mustache" "$filled /s" "mustache $mustache /s" "$ratio times" ">= 1" "$ratio >= 1"
verdict=$(figure "$bench/filling" median)
row "A full verdict, the median of them" "$(calculate "$verdict") ms" "with filling $(figure "$bench/filling" judged) /s" "" "< 2 ms" "$verdict < 2"
verdict=$(figure "$bench/filling" worst)
row "  and the worst" "$(calculate "$verdict") ms" "" "" "< 2 ms" "$verdict < 2"
proof=$(hyper median proof --warmup 1 --runs 10 --ignore-failure "$playbook proof --quiet --library $PWD -o $bench/proof.html")
proofs=$(grep -c '<article' "$bench/proof.html")
row "Proof sheet of $proofs messages" "$proof ms" "" "" "< 1000 ms" "$proof < 1000 && $proofs > 0"
check=$(hyper median samples --warmup 1 --runs 10 --ignore-failure "$playbook check --quiet --library $PWD")
row "check with every sample" "$check ms" "proof $proof ms" "" "< 1000 ms" "$check < 1000"

printf '\n%s, %s cores, load %s, %s MB of YAML in %s files\n' \
  "$(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo)" "$(nproc)" "$(cut -d' ' -f1 /proc/loadavg)" \
  "$megabytes" "$(wc -l <"$bench/thousand.list")"
printf '%-42s %14s %22s %14s %12s\n' "" measured against result goal
cat "$bench/table"
