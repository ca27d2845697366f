#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Fits the weights by which the language of code is guessed, and measures the guess on sources that it was not fitted to.
#
#   benchmarks/languages.sh DIR            measures: today's weights on each source, and a fit with a fifth of all
#                                          packages (a weakness, a commit, a rule) held out
#   benchmarks/languages.sh DIR --without SOURCE   the same fit with one source held out whole
#   benchmarks/languages.sh DIR --write    fits to all of it and writes languages.txt
#
# DIR holds code/, clean/ and poison/ of the labelled data. The examples of the rules are a source, too: they are all
# that the labelled data lacks of Go, Ruby, shell, SQL, HTML and TypeScript. Where these sources say little, today's
# weights stay: they are what the fit starts from and is drawn back to.
set -eu
# shellcheck source=benchmarks/common.sh
. "$(dirname -- "$0")/common.sh"

[ $# -ge 1 ] && [ -f "$1/code/cyberseceval.jsonl" ] || die "usage: benchmarks/languages.sh DIR [--without SOURCE | --write]"
labelled=$1
table=$root/scanner-core/src/main/resources/dev/assay/internal/segment/languages.txt
features=600

say "building ..."
(cd "$root" && ./mvnw -B -ntp -q -Dquick -DskipTests -pl scanner-cli -am package) </dev/null || die "the build failed"
mkdir -p "$work/languages"
rm -f "$work"/languages/*.jsonl
(cd "$root/benchmarks" && python3 -m figures.languages "$labelled" "$work/languages")

fit() {
  "$java" -Xmx1g -cp "$root/scanner-core/target/test-classes:$root/scanner-core/target/classes:$root/scanner-cli/target/lib/*" \
    dev.assay.internal.segment.LanguageFit "$@"
}

case ${2:-} in
--write)
  fit -all "$table" "$features" "$table" "$work"/languages/*.jsonl
  ;;
--without)
  mkdir -p "$work/languages/held"
  mv "$work/languages/$3.jsonl" "$work/languages/held/"
  fit -held "$work/languages/held/$3.jsonl" "$work/languages/table.txt" "$features" "$table" "$work"/languages/*.jsonl
  ;;
*)
  fit -guess "$work"/languages/*.jsonl
  fit "$work/languages/table.txt" "$features" "$table" "$work"/languages/*.jsonl
  ;;
esac
