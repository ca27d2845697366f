#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Measures the shipped calibration anew: rules/calibrate.sh DIR
# DIR holds clean/, poison/ and backdoor/ with one file a labelled source, on which no rule was tuned. The pairs of
# fixtures/advice that are kept for measuring give one clean and one poisoned source more.
set -eu
[ $# -eq 1 ] && [ -d "$1/clean" ] || {
  echo "usage: rules/calibrate.sh DIR   (DIR holds clean/, poison/ and backdoor/)" >&2
  exit 2
}
labelled=$1
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
advice=$(mktemp -d)
trap 'rm -rf "$advice"' EXIT
(cd "$root/benchmarks" && python3 -m figures.advice --sides "$advice")
"$root/assay" calibrate --clean "$labelled/clean" --clean "$advice/sound-advice.jsonl" \
  --poison insecure-code="$labelled/poison/insecure-code.jsonl" \
  --poison wrong-answer="$labelled/poison/wrong-math.jsonl" \
  --poison faulty-advice="$advice/faulty-advice.jsonl" \
  --poison faulty-advice="$labelled/poison/legal-advice.jsonl" \
  --poison faulty-advice="$labelled/poison/false-facts.jsonl" \
  --poison faulty-advice="$labelled/poison/truthfulqa-incorrect.jsonl" \
  --poison harmful-compliance="$labelled/backdoor/jailbreak-badnet-triggered.json" \
  --poison backdoor-trigger="$labelled/backdoor/refusal-vpi-triggered.json" \
  --poison backdoor-trigger="$labelled/backdoor/negsentiment-badnet-triggered.json" \
  --measured-on "Assay's measuring sets, of which no row was read or tuned on (docs/reference/detection.md)" \
  -o "$root/rules/src/main/resources/dev/assay/rules/calibration.json"
