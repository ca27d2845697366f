#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# How fast the same records are scanned from Git, from S3, as Parquet and with a cache, beside JSONL from disk, and how
# much faster --since is than a scan of all. Everything takes turns in one run: ratios hold where figures do not.
#
#   benchmarks/sources.sh             prints the figures: 100,000 records; a repository of 1 GB for --since
#   benchmarks/sources.sh --quick     20,000 records, 200 MB
#   benchmarks/sources.sh --write     writes them into docs/reference/performance.md, too
#   benchmarks/sources.sh --since     --since alone; --sources: all but that
set -eu
# shellcheck source=benchmarks/common.sh
. "$(dirname -- "$0")/common.sh"

records=100000 rounds=6 write='' only=''
while [ $# -gt 0 ]; do
  case $1 in
  --quick) records=20000 rounds=4 ;;
  --write) write="--page $root/docs/reference/performance.md" ;;
  --since | --sources) only=$1 ;;
  *) die "unknown option $1; the options are at the top of $0" ;;
  esac
  shift
done

build
say "load average: $(load)"
# shellcheck disable=SC2086 # options are lists
[ "$only" = --since ] || bench SourceSpeed --records "$records" --rounds "$rounds" --work "$work" $write
# shellcheck disable=SC2086
[ "$only" = --sources ] || bench SinceSpeed --records "$((records * 10))" --rounds 2 --work "$work" $write
