#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# How fast norms are held against answers, on one thread.
#
#   benchmarks/advice.sh           prints the figures for the pairs in fixtures/advice that may be read
#   benchmarks/advice.sh --write   writes them into docs/reference/performance.md, too
set -eu
# shellcheck source=benchmarks/common.sh
. "$(dirname -- "$0")/common.sh"

page=''
[ "${1:-}" != --write ] || page="--page $root/docs/reference/performance.md"

build
(cd "$root/benchmarks" && python3 -m figures.advice --records "$work/advice.jsonl")
# shellcheck disable=SC2086 # empty options vanish
bench AdviceSpeed "$work/advice.jsonl" -- --work "$work" $page
