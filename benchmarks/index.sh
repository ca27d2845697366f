#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# What an index costs a scan: seconds and processor seconds without and with --index, by turns, and the ratio; the size of
# the index beside the data; how long a search and a second look for triggers take. Verdicts must be the same.
#
#   index.sh [RECORDS [ROUNDS]]     100,000 and 3 unless told
set -eu
# shellcheck source=benchmarks/common.sh
. "$(dirname -- "$0")/common.sh"

build
records=${1:-100000}
rounds=${2:-3}
data=$work/chat-$records.jsonl
[ -s "$data" ] || bench ChatRecords "$data" "$records"
index=$work/index

# run NAME COMMAND...: runs Assay, prints seconds and those of the processor, and keeps the latter in $spent.
run() {
  name=$1
  shift
  start=$(now)
  times >"$work/times"
  "$root/assay" "$@" >/dev/null || [ $? -eq 1 ] || die "it failed"
  ms=$(($(now) - start))
  times >"$work/times.after"
  spent=$(awk '
    function s(t, p) { split(t, p, /[ms]/); return 60 * p[1] + p[2] }
    FNR == 2 { sum = s($1) + s($2) - sum } END { print sum }' "$work/times" "$work/times.after")
  awk -v name="$name" -v ms="$ms" -v spent="$spent" 'BEGIN { printf "%-9s %7.1f s %7.1f s of the processor\n", name, ms / 1000, spent }'
}

"$root/assay" --version >/dev/null
without=0
with=0
for round in $(seq "$rounds"); do
  run without scan "$data" --quiet --records "$work/without.records"
  without=$(echo "$without $spent" | awk '{ print $1 + $2 }')
  run with scan "$data" --quiet --records "$work/with.records" --index "$index"
  with=$(echo "$with $spent" | awk '{ print $1 + $2 }')
done
cmp "$work/without.records" "$work/with.records" || die "the verdicts differ"
run search search "$index" 'verdict:clean answer' --count
run triggers triggers "$index"
du -sk "$index" "$data" | awk '{ kb[NR] = $1 } END { printf "index     %7.1f MB, %.2f of the data\n", kb[1] / 1024, kb[1] / kb[2] }'
awk -v with="$with" -v without="$without" 'BEGIN { printf "with an index a scan takes %.2f times the processor time\n", with / without }'
echo "load average: $(load)"
