#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# How long short runs take, once built: medians of ten, in milliseconds.
set -eu
# shellcheck source=benchmarks/common.sh
. "$(dirname -- "$0")/common.sh"

build
data=$work/chat-1000.jsonl
bench ChatRecords "$data" 1000

# median NAME LIMIT COMMAND...: runs it once unmeasured, then ten times.
median() {
  name=$1
  limit=$2
  shift 2
  "$@" >/dev/null 2>"$work/startup.err" || [ $? -le 1 ] || {
    cat "$work/startup.err" >&2
    die "$* failed"
  }
  times=''
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    start=$(now)
    "$@" >/dev/null 2>&1 || :
    times="$times $(($(now) - start))"
  done
  # shellcheck disable=SC2086 # a list
  printf '%s\n' $times | sort -n |
    awk -v name="$name" -v limit="$limit" \
      '{ t[NR] = $1 } END { printf "%-28s median %5d ms, %d to %d (wanted: %d)\n", name, (t[5] + t[6]) / 2, t[1], t[10], limit }'
}

median 'assay --version' 500 "$root/assay" --version
median 'assay scan, 1,000 records' 1500 "$root/assay" scan "$data"
echo "load average: $(load)"
