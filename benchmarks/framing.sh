#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Fits the weights that stand beside the rules of framing to the conversations in fixtures/framing, those kept for
# measuring left out.
#
#   benchmarks/framing.sh            fits, and says whether framing-weights.txt is what comes out
#   benchmarks/framing.sh --write    writes it
set -eu
# shellcheck source=benchmarks/common.sh
. "$(dirname -- "$0")/common.sh"

table=$root/scanner-core/src/main/resources/dev/assay/internal/framing/framing-weights.txt
fixtures=$root/fixtures/framing

say "building ..."
(cd "$root" && ./mvnw -B -ntp -q -Dquick -DskipTests -pl scanner-cli -am package) </dev/null || die "the build failed"
"$java" -cp "$root/scanner-core/target/test-classes:$root/scanner-core/target/classes:$root/scanner-cli/target/lib/*" \
  dev.assay.internal.framing.FramingFit "$work/weights.txt" "$fixtures/plain-requests.txt" "$fixtures/genuine.jsonl" "$fixtures/false.jsonl"
if [ "${1:-}" = --write ]; then
  cp "$work/weights.txt" "$table"
elif ! cmp -s "$work/weights.txt" "$table"; then
  die "another fit than framing-weights.txt: run with --write"
fi
