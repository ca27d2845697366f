#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# How much faster a scan is whose cache is warm: seconds without, with a cold and with a warm one, and the ratio. The
# reports of all three must be the same.
#
#   cache.sh [RECORDS]     100,000 unless told
set -eu
# shellcheck source=benchmarks/common.sh
. "$(dirname -- "$0")/common.sh"

build
records=${1:-100000}
data=$work/chat-$records.jsonl
[ -s "$data" ] || bench ChatRecords "$data" "$records"
cache=$work/cache
rm -rf "$cache"

# run NAME OPTION...: scans, keeps the records' verdicts as NAME, prints the seconds.
run() {
  name=$1
  shift
  start=$(now)
  "$root/assay" scan "$data" --quiet --records "$work/$name.records" "$@" >/dev/null || [ $? -eq 1 ] || die "the scan failed"
  ms=$(($(now) - start))
  awk -v name="$name" -v ms="$ms" 'BEGIN { printf "%-8s %7.1f s\n", name, ms / 1000 }'
}

"$root/assay" --version >/dev/null
run without
run cold --cache "$cache"
cold=$ms
run warm --cache "$cache"
cmp "$work/without.records" "$work/cold.records" && cmp "$work/without.records" "$work/warm.records" || die "the reports differ"
du -sk "$cache" | awk '{ printf "cache    %7.1f MB\n", $1 / 1024 }'
awk -v cold="$cold" -v warm="$ms" 'BEGIN { printf "a warm cache is %.1f times as fast as a cold one (wanted: 5)\n", cold / warm }'
echo "load average: $(load)"
