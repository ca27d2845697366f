#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# How fast records are read whose answers are code, beside Bandit over the same answers in the same run, and how long
# the slowest record of all labelled code takes.
#
#   benchmarks/code.sh DIR           prints the figures; DIR holds poison/insecure-code.jsonl, clean/ and code/
#   benchmarks/code.sh DIR --write   writes them into docs/reference/performance.md, too
set -eu
# shellcheck source=benchmarks/common.sh
. "$(dirname -- "$0")/common.sh"

[ $# -ge 1 ] && [ -f "$1/poison/insecure-code.jsonl" ] || die "usage: benchmarks/code.sh DIR [--write]; DIR holds poison/insecure-code.jsonl"
labelled=$1
page=''
[ "${2:-}" != --write ] || page="--page $root/docs/reference/performance.md"

build
python3 "$root/benchmarks/figures/functions.py" "$labelled/code" "$work/functions"
set -- "$labelled"/poison/insecure-code.jsonl "$labelled"/clean/secure-code.jsonl "$labelled"/clean/mbpp.jsonl \
  "$labelled"/clean/humaneval.jsonl "$work"/functions/*.jsonl
# shellcheck disable=SC2086 # empty options vanish
bench CodeSpeed "$@" -- --work "$work" $page
