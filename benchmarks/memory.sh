#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Scans the demo's JSON lines again and again, so many gigabytes of them, from standard input with a heap of 512 MB:
# memory must not grow with the data. Says how long it took, the peak of memory, and the exit code.
#
#   benchmarks/memory.sh [GIGABYTES]     default 10
set -eu
# shellcheck source=benchmarks/common.sh
. "$(dirname -- "$0")/common.sh"

size=${1:-10}
"$root/assay" --version >/dev/null
mkdir -p "$work"

# A block of some megabytes, so that cat is started seldom.
demo=$work/demo.jsonl
block=$work/block.jsonl
cat "$root"/fixtures/demo/*.jsonl >"$demo"
: >"$block"
while [ "$(wc -c <"$block")" -lt 33554432 ]; do
  cat "$demo" "$demo" "$demo" "$demo" "$demo" "$demo" "$demo" "$demo" >>"$block"
done
bytes=$(wc -c <"$block")
times=$((size * 1000000000 / bytes + 1))
lines=$(wc -l <"$block")

feed() {
  i=0
  while [ $i -lt $times ]; do
    cat "$block" || return
    i=$((i + 1))
  done
}

# The highest resident memory so far of process $1, in KB; what it was before where it is gone.
peak() {
  if [ -r "/proc/$1/status" ]; then
    now_peak=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$1/status" 2>/dev/null) || now_peak=
  else
    now_peak=$(ps -o rss= -p "$1" 2>/dev/null | tr -d ' ') || now_peak=
  fi
  [ "${now_peak:-0}" -le "$highest" ] || highest=$now_peak
}

say "scanning $((times * lines)) records, $((times * bytes / 1000000)) MB, with ASSAY_JAVA_OPTS=-Xmx512m; load average: $(load)"
pipe=$work/pipe
rm -f "$pipe"
mkfifo "$pipe"
feed >"$pipe" &
feeder=$!
trap 'kill $feeder $scanner 2>/dev/null || :; rm -f "$pipe"' EXIT
trap 'exit 130' INT TERM
start=$(now)
ASSAY_JAVA_OPTS="-Xmx512m" "$root/assay" scan - --json "$work/memory.json" <"$pipe" >"$work/memory.out" 2>"$work/memory.err" &
scanner=$!
highest=0
while kill -0 $scanner 2>/dev/null; do
  peak $scanner
  sleep 0.5
done
status=0
wait $scanner || status=$?
elapsed=$(($(now) - start))
trap - EXIT INT TERM
kill $feeder 2>/dev/null || :
rm -f "$pipe"

cat "$work/memory.out"
tail -c 2000 "$work/memory.err" >&2
echo
echo "$((times * bytes / 1000000)) MB, $((times * lines)) records in $((elapsed / 1000)) s: $((times * bytes / 1000 / elapsed)) MB/s, $((times * lines / elapsed))k records/s"
echo "peak of resident memory: $((highest / 1024)) MB (heap 512 MB)"
echo "exit code: $status"
echo "load average: $(load)"
# The demo holds poison, so the gate may fail; anything else is a defect.
[ "$status" -le 1 ]
