#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Measures whole scans beside Jackson alone, ten times the rules and ripgrep, and what each stage costs; all in one run.
#
#   benchmarks/run.sh             prints the figures: 100,000 records, some minutes
#   benchmarks/run.sh --quick     20,000 records, fewer rounds
#   benchmarks/run.sh --write     writes them into docs/reference/performance.md, too
#   benchmarks/run.sh --stages    the stages alone; --end-to-end: the whole scans alone
#   benchmarks/run.sh --records N --rounds N
set -eu
# shellcheck source=benchmarks/common.sh
. "$(dirname -- "$0")/common.sh"

quick='' write='' only='' more=''
while [ $# -gt 0 ]; do
  case $1 in
  --quick) quick=--quick ;;
  --write) write="--page $root/docs/reference/performance.md" ;;
  --stages | --end-to-end) only=$1 ;;
  --records | --rounds)
    [ $# -gt 1 ] || die "$1 needs a number"
    more="$more $1 $2"
    shift
    ;;
  *) die "unknown option $1; the options are at the top of $0" ;;
  esac
  shift
done

build
say "load average: $(load)"
# shellcheck disable=SC2086 # empty options vanish, others are lists
[ "$only" = --stages ] || bench EndToEnd $quick $more --work "$work" $write
# shellcheck disable=SC2086
[ "$only" = --end-to-end ] || bench Stages $quick $write
