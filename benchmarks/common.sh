# SPDX-License-Identifier: Apache-2.0
#
# What the scripts beside it share; sourced, never run.

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
work=$root/benchmarks/target/bench

say() { printf '%s\n' "$*" >&2; }

die() {
  say "$@"
  exit 2
}

java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# Builds the benchmarks and all that they measure; with nothing changed that takes some seconds.
build() {
  say "building ..."
  (cd "$root" && ./mvnw -B -ntp -q -Dquick -Dmaven.test.skip=true -Pbenchmarks -pl benchmarks,scanner-cli -am package) </dev/null ||
    die "the build failed"
  mkdir -p "$work"
}

# A main class of the benchmarks, with the options that the launcher gives a scan.
bench() {
  class=$1
  shift
  # shellcheck disable=SC2086 # options are a list
  "$java" -Xmx1g -XX:+UseParallelGC ${ASSAY_JAVA_OPTS:-} \
    -cp "$root/benchmarks/target/benchmarks.jar:$root/benchmarks/target/lib/*" "dev.assay.benchmarks.$class" "$@"
}

# Milliseconds since some fixed time.
now() {
  case $(date +%N) in
  *[!0-9]* | '') perl -MTime::HiRes=time -e 'printf "%d\n", 1000 * time' ;;
  *) echo $(($(date +%s%N) / 1000000)) ;;
  esac
}

load() { uptime | sed 's/.*load average[s]*: *//'; }
